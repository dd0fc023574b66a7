import { compareEventIds } from "./event-id.ts";
import type { EventId } from "./event-id.ts";

/** The events of a match by stage, each stage's in order. */
export type MatchedEventIds = ReadonlyMap<string, readonly EventId[]>;

/**
 * Which other matches go when one is found (Flink's `AfterMatchSkipStrategy`): none; those that began with the same
 * event; those that began up to its last event; those that began before the first or the last event of a stage.
 */
export type AfterMatchSkipStrategy =
  | { readonly type: "noSkip" }
  | { readonly type: "skipToNext" }
  | { readonly type: "skipPastLastEvent" }
  | { readonly type: "skipToFirst" | "skipToLast"; readonly patternName: string };

/** Keeps all matches; Flink's default. */
export const NO_SKIP: AfterMatchSkipStrategy = { type: "noSkip" };

/** Returns a test of the first event of a match: does that match go? `null` if none goes. */
export function pruningAfter(
  match: MatchedEventIds,
  strategy: AfterMatchSkipStrategy,
): ((startEvent: EventId) => boolean) | null {
  const pruningId = pruningIdOf(match, strategy);
  if (pruningId === undefined) return null;
  const isRelativeToWholeMatch = strategy.type === "skipToNext" || strategy.type === "skipPastLastEvent";
  const highest = isRelativeToWholeMatch ? 0 : -1;
  return (startEvent) => Math.sign(compareEventIds(startEvent, pruningId)) <= highest;
}

function pruningIdOf(match: MatchedEventIds, strategy: AfterMatchSkipStrategy): EventId | undefined {
  switch (strategy.type) {
    case "noSkip":
      return undefined;
    case "skipToNext":
      return [...match.values()].flat().toSorted(compareEventIds)[0];
    case "skipPastLastEvent":
      return [...match.values()].flat().toSorted(compareEventIds).at(-1);
    case "skipToFirst":
      return match.get(strategy.patternName)?.[0];
    case "skipToLast":
      return match.get(strategy.patternName)?.at(-1);
  }
}
