import { pruningAfter } from "./after-match-skip-strategy.ts";
import type { AfterMatchSkipStrategy } from "./after-match-skip-strategy.ts";
import { compareComputations, startOf } from "./computation-state.ts";
import type { ComputationState, NFAState } from "./computation-state.ts";
import { EventInput } from "./event-input.ts";
import { computeNextStates } from "./next-states.ts";
import type { NFAGraph, State } from "./nfa-graph.ts";
import { PriorityQueue } from "./priority-queue.ts";
import type { SharedBuffer, SharedBufferNode } from "./shared-buffer.ts";

/** The events that fit a pattern, or its beginning, by stage; each stage's in order. */
export type Match<T> = ReadonlyMap<string, readonly T[]>;

/** What an event or the time has brought about. */
export interface NFAResult<T> {
  readonly state: NFAState;
  readonly matches: readonly Match<T>[];
}

/** What an event has brought about. */
export interface EventResult<T> extends NFAResult<T> {
  /** Whether the event begins a match, at a time above 0: Flink sets no timer for the end of earlier ones. */
  readonly beginsMatch: boolean;
}

/** Partial matches that came to nothing because their time was over. */
export interface TimedOutMatch<T> {
  readonly match: Match<T>;
  /** When its time was over, ms. */
  readonly timestamp: number;
}

/** The partial and complete matches of one step, in Java's order. */
interface Matches {
  readonly partial: PriorityQueue<ComputationState>;
  readonly completed: PriorityQueue<ComputationState>;
}

/** The automaton of a pattern. It keeps nothing itself: the matches that are under way go in and out (Flink's `NFA`). */
export class NFA<T> {
  readonly #graph: NFAGraph<T>;
  readonly #skipStrategy: AfterMatchSkipStrategy;

  constructor(graph: NFAGraph<T>, skipStrategy: AfterMatchSkipStrategy) {
    this.#graph = graph;
    this.#skipStrategy = skipStrategy;
  }

  /** Time from the first to the last event of a match, ms; 0 if it is not bounded. */
  getWindowTime(): number {
    return this.#graph.windowTime;
  }

  /** Returns the state of a key before its first event. */
  createInitialNFAState(): NFAState {
    const starts = [...this.#graph.states.values()].filter(({ type }) => type === "Start");
    return { partialMatches: starts.map(({ name }) => startOf(name)), completedMatches: [], nodeCount: 0 };
  }

  /** Takes an event in and returns the matches that it completes. Events come in the order of their time. */
  process(
    buffer: SharedBuffer<T>,
    nfaState: NFAState,
    record: { readonly event: T; readonly timestamp: number },
  ): EventResult<T> {
    const input = new EventInput(record, buffer, nfaState.nodeCount);
    const potentialMatches = new PriorityQueue(compareComputations);
    const partial = new PriorityQueue(compareComputations);
    let beginsMatch = false;
    for (const computation of nfaState.partialMatches) {
      const next = computeNextStates(computation, this.#stateOf(computation), input);
      beginsMatch ||= computation.startEvent === null && next.length > 1 && record.timestamp > 0;
      const stopped = next.filter((state) => this.#stateOf(state).type === "Stop");
      const retained = next.filter((state) => !["Stop", "Final"].includes(this.#stateOf(state).type));
      for (const state of next.filter((other) => this.#stateOf(other).type === "Final"))
        potentialMatches.add(state);
      if (stopped.length > 0) releaseAll(buffer, [...stopped, ...retained]);
      else for (const state of retained) partial.add(state);
    }
    const completed = withAll(nfaState.completedMatches, potentialMatches);
    return { ...this.#takeMatches(buffer, { partial, completed }, input.nodeCount), beginsMatch };
  }

  /**
   * Tells that no event before `timestamp` will come: what has taken too long goes, or is complete if it only waited
   * for something that did not come.
   */
  advanceTime(
    buffer: SharedBuffer<T>,
    nfaState: NFAState,
    timestamp: number,
  ): NFAResult<T> & { readonly timedOut: readonly TimedOutMatch<T>[] } {
    const potentialMatches = new PriorityQueue(compareComputations);
    const partial = new PriorityQueue(compareComputations);
    const timedOut: TimedOutMatch<T>[] = [];
    for (const computation of nfaState.partialMatches) {
      const deadline = this.#passedDeadline(computation, timestamp);
      if (deadline === null) partial.add(computation);
      else if (this.#stateOf(computation).type === "Pending") potentialMatches.add(computation);
      else {
        timedOut.push({ match: materialize(buffer.pathTo(computation.previousNode)), timestamp: deadline });
        releaseAll(buffer, [computation]);
      }
    }
    const completed = withAll(nfaState.completedMatches, potentialMatches);
    return { ...this.#takeMatches(buffer, { partial, completed }, nfaState.nodeCount), timedOut };
  }

  #passedDeadline(computation: ComputationState, timestamp: number): number | null {
    const { startEvent, previousTimestamp, currentState } = computation;
    if (startEvent === null) return null;
    const stepTime = this.#graph.windowTimes.get(currentState) ?? 0;
    if (stepTime > 0 && timestamp - previousTimestamp >= stepTime) return previousTimestamp + stepTime;
    const { windowTime } = this.#graph;
    return windowTime > 0 && timestamp - startEvent.timestamp >= windowTime
      ? startEvent.timestamp + windowTime
      : null;
  }

  /**
   * Takes the complete matches, the one with the earliest first event first; what the skip strategy says goes with
   * each. With a strategy, a match waits as long as an earlier one may still be completed.
   */
  #takeMatches(buffer: SharedBuffer<T>, { partial, completed }: Matches, nodeCount: number): NFAResult<T> {
    const matches: Match<T>[] = [];
    for (let earliest = completed.peek(); earliest !== undefined; earliest = completed.peek()) {
      if (this.#mustWait(earliest, partial)) break;
      completed.poll();
      const path = buffer.pathTo(earliest.previousNode);
      this.#prune(path, buffer, [partial, completed]);
      matches.push(materialize(path));
      releaseAll(buffer, [earliest]);
    }
    return {
      matches,
      state: { partialMatches: partial.toArray(), completedMatches: completed.toArray(), nodeCount },
    };
  }

  #mustWait(match: ComputationState, partial: PriorityQueue<ComputationState>): boolean {
    const earliestPartial = partial.peek();
    if (this.#skipStrategy.type === "noSkip" || earliestPartial === undefined) return false;
    return compareComputations(match, earliestPartial) > 0;
  }

  #prune(
    path: readonly SharedBufferNode<T>[],
    buffer: SharedBuffer<T>,
    queues: readonly PriorityQueue<ComputationState>[],
  ): void {
    const goes = pruningAfter(
      byStage(path, ({ eventId }) => eventId),
      this.#skipStrategy,
    );
    if (goes === null) return;
    for (const queue of queues) {
      const fits = ({ startEvent }: ComputationState) => startEvent !== null && goes(startEvent);
      releaseAll(buffer, queue.toArray().filter(fits));
      queue.removeIf(fits);
    }
  }

  #stateOf({ currentState }: ComputationState): State<T> {
    const state = this.#graph.states.get(currentState);
    if (state === undefined) throw new Error(`State ${currentState} does not exist in the NFA.`);
    return state;
  }
}

function withAll(
  heap: readonly ComputationState[],
  others: PriorityQueue<ComputationState>,
): PriorityQueue<ComputationState> {
  const queue = new PriorityQueue(compareComputations, heap);
  for (const computation of others.toArray()) queue.add(computation);
  return queue;
}

function releaseAll<T>(buffer: SharedBuffer<T>, computations: readonly ComputationState[]): void {
  for (const { previousNode } of computations) {
    if (previousNode !== null) buffer.release(previousNode);
  }
}

function materialize<T>(path: readonly SharedBufferNode<T>[]): Match<T> {
  return byStage(path, ({ event }) => event);
}

function byStage<T, Item>(
  path: readonly SharedBufferNode<T>[],
  select: (node: SharedBufferNode<T>) => Item,
): ReadonlyMap<string, readonly Item[]> {
  return new Map(
    [...Map.groupBy(path, ({ stage }) => stage)].map(([stage, nodes]) => [stage, nodes.map(select)]),
  );
}
