import { always, and, not } from "./condition.ts";
import type { Condition } from "./condition.ts";
import type { Pattern } from "./pattern.ts";

/** Returns what an event must fit to be taken by a loop: the stage's condition, as long as its `until` has not come. */
export function loopTakeCondition<T>(stage: Pattern<T>): Condition<T> {
  return untilNotSeen(stage, stage.getCondition());
}

/** Returns what an event before a stage must fit to be passed over; `null`: none may be. */
export function ignoreCondition<T>(stage: Pattern<T>): Condition<T> | null {
  return passOver(stage, stage.getQuantifier().consumingStrategy);
}

/** Returns what an event between two of a loop must fit to be passed over; `null`: none may be. */
export function innerIgnoreCondition<T>(stage: Pattern<T>): Condition<T> | null {
  const condition = passOver(stage, stage.getQuantifier().innerConsumingStrategy);
  return condition === null ? null : untilNotSeen(stage, condition);
}

function passOver<T>(stage: Pattern<T>, strategy: string): Condition<T> | null {
  if (strategy === "SKIP_TILL_NEXT") return not(stage.getCondition());
  return strategy === "SKIP_TILL_ANY" ? always : null;
}

function untilNotSeen<T>(stage: Pattern<T>, condition: Condition<T>): Condition<T> {
  const until = stage.getUntilCondition();
  return until === null ? condition : and(not(until), condition);
}

/**
 * Returns the stages that forbid events while the given one is waited for: the `notFollowedBy` before it, also behind
 * stages that may be left out (`NFACompiler:getCurrentNotCondition`).
 */
export function forbiddenBefore<T>(stage: Pattern<T>): readonly Pattern<T>[] {
  const { previous } = stage;
  if (previous === null) return [];
  const { consumingStrategy, properties } = previous.getQuantifier();
  if (consumingStrategy === "NOT_FOLLOW") return [previous, ...forbiddenBefore(previous)];
  return properties.includes("OPTIONAL") ? forbiddenBefore(previous) : [];
}
