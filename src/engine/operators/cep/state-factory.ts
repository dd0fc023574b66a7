import { StateBuilder } from "./nfa-graph.ts";
import type { StateType } from "./nfa-graph.ts";
import type { Pattern } from "./pattern.ts";

/** Makes the states of one automaton, each with a name of its own (Flink's `NFAStateNameHandler`). */
export class StateFactory<T> {
  readonly states = new Map<string, StateBuilder<T>>();
  /** Time from the event before to the one that a state waits for, ms, by the state's name. */
  readonly windowTimes = new Map<string, number>();
  readonly #stopStates = new Map<string, StateBuilder<T>>();

  /** Returns a new state of a stage in which no time bound counts. */
  createFor(stage: Pattern<T>, type: StateType = "Normal"): StateBuilder<T> {
    return this.create(stage.name, stage.name, type);
  }

  /** Returns a new state of a stage that waits for the stage's event. */
  createTaking(stage: Pattern<T>, type: StateType = "Normal"): StateBuilder<T> {
    const state = this.createFor(stage, type);
    const window = stage.getWindowSize("PREVIOUS_AND_CURRENT");
    if (window !== null && stage.getTimes() === null) this.windowTimes.set(state.name, window);
    return state;
  }

  /** Returns the one state in which the event of a negated stage ends a match. */
  stopStateOf(stage: Pattern<T>): StateBuilder<T> {
    const known = this.#stopStates.get(stage.name);
    if (known !== undefined) return known;
    const state = this.createFor(stage, "Stop");
    state.addTake(state, stage.getCondition());
    this.#stopStates.set(stage.name, state);
    return state;
  }

  /** Returns a new state of a stage; its name is `baseName`, with a number behind it if that is taken. */
  create(baseName: string, stage: string, type: StateType): StateBuilder<T> {
    let name = baseName;
    for (let number = 0; this.states.has(name); number++) name = `${baseName}:${number}`;
    const state = new StateBuilder<T>(name, stage, type);
    this.states.set(name, state);
    return state;
  }

  /** Returns a state with the same ways out; what led to itself leads to the copy. */
  copy(state: StateBuilder<T>): StateBuilder<T> {
    const copy = this.create(state.stage, state.stage, state.type);
    for (const { action, target, condition } of state.transitions) {
      copy.transitions.push({ action, target: target === state ? copy : target, condition });
    }
    return copy;
  }

  /**
   * Returns a copy from which no way leads to the given stop states, not even through states that can be passed
   * without an event (`NFACompiler:copyWithoutTransitiveNots`).
   */
  copyWithoutStops(state: StateBuilder<T>, stops: ReadonlySet<string>): StateBuilder<T> {
    const copy = this.create(state.name, state.stage, state.type);
    for (const { action, target, condition } of state.transitions) {
      if (action !== "PROCEED") {
        copy.transitions.push({ action, target: target === state ? copy : target, condition });
      } else if (target.type !== "Stop") {
        copy.addProceed(this.copyWithoutStops(target, stops), condition);
      } else if (!stops.has(target.name)) {
        copy.addProceed(target, condition);
      }
    }
    return copy;
  }
}
