import { notFollowedByState, notNextState } from "./negated-states.ts";
import type { NFAGraph, StateBuilder } from "./nfa-graph.ts";
import { checkPatternNames, checkWindows, ENDING_STATE_NAME, stagesOf } from "./pattern-checks.ts";
import type { Pattern } from "./pattern.ts";
import { StageCompiler } from "./stage-compiler.ts";
import { StateFactory } from "./state-factory.ts";

/**
 * Makes the automaton of a pattern (Flink's `NFACompiler`, without groups of patterns). It walks the stages from the
 * last to the first, for each state must know where it leads.
 * Throws a `MalformedPatternException` in Flink's words if the pattern makes no sense.
 */
export function compilePattern<T>(pattern: Pattern<T>): NFAGraph<T> {
  checkPatternNames(pattern);
  const factory = new StateFactory<T>();
  const afterUntil = new Map<string, StateBuilder<T>>();
  let sink = factory.create(ENDING_STATE_NAME, ENDING_STATE_NAME, "Final");
  let following: Pattern<T> | null = null;
  let windowTime = 0;
  for (const stage of stagesOf(pattern)) {
    windowTime = narrowed(windowTime, stage.getWindowSize("FIRST_AND_LAST"));
    switch (stage.getQuantifier().consumingStrategy) {
      case "NOT_FOLLOW":
        sink = notFollowedByState(factory, stage, { sink, windowTime });
        break;
      case "NOT_NEXT":
        sink = notNextState(factory, stage, sink);
        break;
      case "STRICT":
      case "SKIP_TILL_NEXT":
      case "SKIP_TILL_ANY":
        sink = new StageCompiler(stage, { factory, following, afterUntil }).compile(sink);
    }
    following = stage;
  }
  sink.type = "Start";
  const graph = { states: factory.states, windowTimes: factory.windowTimes, windowTime };
  checkWindows(pattern, graph);
  return graph;
}

function narrowed(windowTime: number, size: number | null): number {
  if (size === null) return windowTime;
  return windowTime === 0 ? size : Math.min(windowTime, size);
}
