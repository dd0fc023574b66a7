import { startOf } from "./computation-state.ts";
import type { ComputationState } from "./computation-state.ts";
import type { ConditionContext } from "./condition.ts";
import type { EventInput } from "./event-input.ts";
import type { State, StateTransition } from "./nfa-graph.ts";

interface Edge<T> {
  readonly source: State<T>;
  readonly transition: StateTransition<T>;
}

/**
 * Returns what becomes of a partial match in `state` when an event comes; several if it can go on in several ways, none
 * if it dies. The nodes that the results need are locked, that of the old match is released (`NFA:computeNextStates`).
 */
export function computeNextStates<T>(
  computation: ComputationState,
  state: State<T>,
  input: EventInput<T>,
): readonly ComputationState[] {
  const context = conditionContext(computation, input);
  const next: ComputationState[] = [];
  for (const edge of openEdges(state, input.event, context)) {
    if (edge.transition.action === "TAKE") next.push(...take(computation, edge, { input, context }));
    else if (state.type !== "Start") next.push({ ...computation, currentState: edge.transition.target.name });
  }
  for (const { previousNode } of next) {
    if (previousNode !== null) input.buffer.lock(previousNode);
  }
  if (state.type === "Start") next.push(startOf(state.name));
  if (computation.previousNode !== null) input.buffer.release(computation.previousNode);
  return next;
}

function take<T>(
  computation: ComputationState,
  { source, transition }: Edge<T>,
  { input, context }: { readonly input: EventInput<T>; readonly context: ConditionContext<T> },
): readonly ComputationState[] {
  const taken = {
    previousNode: input.take(source.stage, computation.previousNode),
    startEvent: computation.startEvent ?? input.eventId,
    previousTimestamp: input.timestamp,
  };
  const states = [transition.target, finalStateBehind(transition.target, input.event, context)];
  return states.flatMap((state) => (state === null ? [] : [{ ...taken, currentState: state.name }]));
}

/** All ways to take or pass over the event, also from states that are reached without one. */
function openEdges<T>(state: State<T>, event: T, context: ConditionContext<T>): readonly Edge<T>[] {
  const edges: Edge<T>[] = [];
  const states = [state];
  for (let source = states.pop(); source !== undefined; source = states.pop()) {
    for (const transition of source.transitions) {
      if (!transition.condition(event, context)) continue;
      if (transition.action === "PROCEED") states.push(transition.target);
      else edges.push({ source, transition });
    }
  }
  return edges;
}

/** The final state, if the match may end here because all that follows may be left out. */
function finalStateBehind<T>(state: State<T>, event: T, context: ConditionContext<T>): State<T> | null {
  const states = [state];
  for (let source = states.pop(); source !== undefined; source = states.pop()) {
    for (const { action, target, condition } of source.transitions) {
      if (action !== "PROCEED" || !condition(event, context)) continue;
      if (target.type === "Final") return target;
      states.push(target);
    }
  }
  return null;
}

function conditionContext<T>(computation: ComputationState, input: EventInput<T>): ConditionContext<T> {
  return {
    timestamp: () => input.timestamp,
    getEventsForPattern: (name) => {
      const path = input.buffer.pathTo(computation.previousNode);
      return path.filter(({ stage }) => stage === name).map(({ event }) => event);
    },
  };
}
