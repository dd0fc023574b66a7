import { and, not } from "./condition.ts";
import type { Condition } from "./condition.ts";

/** Where a partial match stands (Flink's `State.StateType`). */
export type StateType = "Start" | "Final" | "Normal" | "Pending" | "Stop";

/**
 * What becomes of an event that fits: it is taken, it is passed over, or the match goes on to the next state without
 * it and tries there (Flink's `StateTransitionAction`).
 */
type StateTransitionAction = "TAKE" | "IGNORE" | "PROCEED";

/** A way out of a state (Flink's `StateTransition`). */
export interface StateTransition<T> {
  readonly action: StateTransitionAction;
  readonly target: State<T>;
  readonly condition: Condition<T>;
}

/** A state of the automaton of a pattern (Flink's `State`). */
export interface State<T> {
  /** The stage's name, with a number behind it if the stage has several states. */
  readonly name: string;
  /** The stage that an event taken here belongs to. */
  readonly stage: string;
  readonly type: StateType;
  readonly transitions: readonly StateTransition<T>[];
}

/** The automaton of a pattern, as the compiler makes it. */
export interface NFAGraph<T> {
  readonly states: ReadonlyMap<string, State<T>>;
  /** Time from the first to the last event, ms; 0 if it is not bounded. */
  readonly windowTime: number;
  /** Time from the event before to the one that a state waits for, ms, by the state's name. */
  readonly windowTimes: ReadonlyMap<string, number>;
}

/** A state that is being built. */
export class StateBuilder<T> implements State<T> {
  readonly name: string;
  readonly stage: string;
  type: StateType;
  readonly transitions: StateTransitionBuilder<T>[] = [];

  constructor(name: string, stage: string, type: StateType) {
    this.name = name;
    this.stage = stage;
    this.type = type;
  }

  addTake(target: StateBuilder<T>, condition: Condition<T>): void {
    this.transitions.push({ action: "TAKE", target, condition });
  }

  addIgnore(target: StateBuilder<T>, condition: Condition<T>): void {
    this.transitions.push({ action: "IGNORE", target, condition });
  }

  addProceed(target: StateBuilder<T>, condition: Condition<T>): void {
    this.transitions.push({ action: "PROCEED", target, condition });
  }
}

/** Keeps the ways out of a state from taking what the greedy loop before it takes (`NFACompiler:updateWithGreedyCondition`). */
export function leaveToLoop<T>(state: StateBuilder<T>, loopCondition: Condition<T>): void {
  for (const transition of state.transitions) {
    transition.condition = and(transition.condition, not(loopCondition));
  }
}

interface StateTransitionBuilder<T> extends StateTransition<T> {
  readonly target: StateBuilder<T>;
  condition: Condition<T>;
}
