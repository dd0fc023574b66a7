import { not } from "./condition.ts";
import type { StateBuilder } from "./nfa-graph.ts";
import type { Pattern } from "./pattern.ts";
import type { StateFactory } from "./state-factory.ts";

/**
 * Returns the state of a `notFollowedBy`. Between two stages it has none: it becomes ways to stop from the states around
 * it. At the end the match waits in a state of its own for the end of its time.
 */
export function notFollowedByState<T>(
  factory: StateFactory<T>,
  stage: Pattern<T>,
  { sink, windowTime }: { readonly sink: StateBuilder<T>; readonly windowTime: number },
): StateBuilder<T> {
  const isBounded = stage.getWindowSize("PREVIOUS_AND_CURRENT") !== null || windowTime > 0;
  if (!isBounded || sink.type !== "Final") return sink;
  const state = factory.createTaking(stage, "Pending");
  state.addProceed(factory.stopStateOf(stage), stage.getCondition());
  state.addIgnore(state, not(stage.getCondition()));
  return state;
}

/** Returns the state of a `notNext`, which the very next event leaves one way or the other. */
export function notNextState<T>(
  factory: StateFactory<T>,
  stage: Pattern<T>,
  sink: StateBuilder<T>,
): StateBuilder<T> {
  const state = factory.createTaking(stage);
  const condition = stage.getCondition();
  // A way to the final state that needs no event would complete the match before the very next event is seen.
  if (sink.type === "Final") state.addIgnore(sink, not(condition));
  else state.addProceed(sink, not(condition));
  state.addProceed(factory.stopStateOf(stage), condition);
  return state;
}
