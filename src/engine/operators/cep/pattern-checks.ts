import { MalformedPatternException } from "./malformed-pattern-exception.ts";
import type { NFAGraph } from "./nfa-graph.ts";
import type { Pattern } from "./pattern.ts";

/** Name of the state that a match ends in. */
export const ENDING_STATE_NAME = "$endState$";

/** Returns the stages of a pattern, the last one first. */
export function stagesOf<T>(pattern: Pattern<T>): readonly Pattern<T>[] {
  const stages: Pattern<T>[] = [];
  for (let stage: Pattern<T> | null = pattern; stage !== null; stage = stage.previous) stages.push(stage);
  return stages;
}

/**
 * Checks that every stage has a name of its own and that the skip strategy names one of them.
 * Throws a `MalformedPatternException` if not.
 */
export function checkPatternNames<T>(pattern: Pattern<T>): void {
  const names = new Set([ENDING_STATE_NAME]);
  for (const { name } of stagesOf(pattern)) {
    if (names.has(name)) {
      throw new MalformedPatternException(`Duplicate pattern name: ${name}. Names must be unique.`);
    }
    names.add(name);
  }
  const strategy = pattern.afterMatchSkipStrategy;
  if ("patternName" in strategy && !names.has(strategy.patternName)) {
    throw new MalformedPatternException(
      "The pattern name specified in AfterMatchSkipStrategy can not be found in the given Pattern",
    );
  }
}

/**
 * Checks that no gap between two events may be longer than the whole match, and that a `notFollowedBy` at the end has
 * an end to wait for. Throws a `MalformedPatternException` if not.
 */
export function checkWindows<T>(pattern: Pattern<T>, { windowTime, windowTimes }: NFAGraph<T>): void {
  if (windowTime > 0 && [...windowTimes.values()].some((time) => time > windowTime)) {
    throw new MalformedPatternException(
      "The window length between the previous and current event cannot be larger than the window length between " +
        "the first and last event for a Pattern.",
    );
  }
  const isNegatedAtEnd = pattern.getQuantifier().consumingStrategy === "NOT_FOLLOW";
  if (isNegatedAtEnd && windowTime === 0 && !windowTimes.has(pattern.name)) {
    throw new MalformedPatternException(
      "NotFollowedBy is not supported without windowTime as a last part of a Pattern!",
    );
  }
}
