import type { Json } from "../../exercise/json.ts";
import { clipRow, padRow, row, span, type Row } from "../row.ts";
import { differenceOfBags } from "../trace/value-difference.ts";
import { valueText } from "../trace/value-text.ts";
import { valueRows } from "./value-rows.ts";

/** What was expected of a run, and what it did. */
export interface Difference {
  readonly expected: Json;
  readonly actual: Json;
}

/** The words before the two. */
export interface DifferenceWords {
  readonly expected: string;
  readonly actual: string;
}

const MOST = 8;
const LABEL = 10;

/**
 * Returns what a run should have done and what it did. Of two lists it shows what is too much (`+`) and what is missing
 * (`−`): a row of a thousand may be the one that matters.
 */
export function differenceRows(
  { expected, actual }: Difference,
  words: DifferenceWords,
  width: number,
): readonly Row[] {
  const items = [expected, actual].map((value) => (Array.isArray(value) ? value.map(valueText) : null));
  const [wanted, found] = items;
  if (wanted === null || found === null || wanted === undefined || found === undefined)
    return [...labelled(words.expected, expected, width), ...labelled(words.actual, actual, width)];
  const { missing, surplus } = differenceOfBags(wanted, found);
  // Lists of the same elements differ in their order: only whole they tell.
  if (missing.length + surplus.length === 0)
    return [...labelled(words.expected, expected, width), ...labelled(words.actual, actual, width)];
  return [
    ...signed("−", missing, width),
    ...signed("+", surplus, width),
    ...(wanted.length === found.length
      ? []
      : [row(`${words.expected} ${wanted.length} · ${words.actual} ${found.length}`, "quiet")]),
  ];
}

function labelled(label: string, value: Json, width: number): readonly Row[] {
  return valueRows(value, width - LABEL, MOST).map(
    (line, index): Row => [...padRow(row(index === 0 ? label : "", "quiet"), LABEL), ...line],
  );
}

function signed(sign: "+" | "−", values: readonly string[], width: number): readonly Row[] {
  const tone = sign === "+" ? "bad" : "warning";
  const rows = values
    .slice(0, MOST)
    .map((value) => clipRow([span(`${sign} `, tone, "bold"), span(value, tone)], width));
  return values.length > MOST ? [...rows, row(`… ${values.length - MOST}`, "quiet")] : rows;
}
