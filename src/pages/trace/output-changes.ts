import { diffArrays } from "diff";

import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { differenceOfBags } from "./value-difference.ts";
import { valueText } from "./value-text.ts";

/** Something that a run put out, and whether the other run put it out too. */
export interface OutputChange {
  readonly kind: "added" | "removed" | "same";
  /** Where it went: a sink, or a side output by its tag. */
  readonly place: string;
  readonly text: string;
}

/** Returns what sinks took in, in order: operators that sent nothing, though others may only have found nothing to send. */
export function outputsOf(events: readonly TracedEvent[]): readonly Pick<OutputChange, "place" | "text">[] {
  const sending = new Set(events.flatMap(({ type, operator }) => (type === "element-out" ? [operator] : [])));
  const leading = leadingOperators(events);
  return events.flatMap((event) =>
    event.type === "element-in" && !sending.has(event.operator) && !leading.has(event.operator)
      ? [{ place: event.operator, text: valueText(event.value) }]
      : [],
  );
}

/** Returns the operators that others are chained to: none of them is a sink. */
function leadingOperators(events: readonly TracedEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.type === "deploy" && event.operators.length > 1 ? event.operators.slice(0, 1) : [],
    ),
  );
}

/** Returns what changed between the outputs of two runs, sink by sink, in the order in which they came. */
export function outputChanges(
  before: readonly TracedEvent[],
  after: readonly TracedEvent[],
): readonly OutputChange[] {
  const [old, now] = [Map.groupBy(outputsOf(before), placeOf), Map.groupBy(outputsOf(after), placeOf)];
  const places = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  return places.flatMap((place) => {
    const texts = (outputs: typeof old): string[] => (outputs.get(place) ?? []).map(({ text }) => text);
    return changesBetween(texts(old), texts(now)).map(
      ([kind, text]): OutputChange => ({ kind, place, text }),
    );
  });
}

type Change = readonly [kind: OutputChange["kind"], text: string];

/** Lists that differ in more than so many places are compared as bags: an order that is so different tells nothing. */
const MOST_EDITS = 500;

function changesBetween(before: string[], after: string[]): readonly Change[] {
  const changes = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    const { missing, surplus } = differenceOfBags(before, after);
    return [
      ...missing.map((text): Change => ["removed", text]),
      ...surplus.map((text): Change => ["added", text]),
    ];
  }
  return changes.flatMap(({ added, removed, value }) => {
    const kind = added ? "added" : removed ? "removed" : "same";
    return value.map((text): Change => [kind, text]);
  });
}

function placeOf({ place }: Pick<OutputChange, "place">): string {
  return place;
}
