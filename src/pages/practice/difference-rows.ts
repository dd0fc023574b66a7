import type { Json } from "../../exercise/json.ts";
import { clipRow, padRow, row, rowText, span, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { textsApart } from "../trace/texts-apart.ts";
import { differenceOfBags } from "../trace/value-difference.ts";
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
/** Cells of the sign before a value. */
const SIGN = 2;

/**
 * Returns what a run should have done and what it did. Of two lists it shows what is too much (`+`) and what is missing
 * (`−`): a row of a thousand may be the one that matters.
 */
export function differenceRows(
  { expected, actual }: Difference,
  words: DifferenceWords,
  width: number,
): readonly Row[] {
  if (!Array.isArray(expected) || !Array.isArray(actual))
    return wholeRows({ expected, actual }, words, width);
  const { missing, surplus } = differenceOfBags(expected, actual, width - SIGN);
  // Lists of the same elements differ in their order: only whole they tell.
  if (missing.length + surplus.length === 0) return wholeRows({ expected, actual }, words, width);
  return [
    ...signed("−", missing, width),
    ...signed("+", surplus, width),
    ...(expected.length === actual.length
      ? []
      : [
          row(`${words.expected} ${expected.length} ${signs("·")} ${words.actual} ${actual.length}`, "quiet"),
        ]),
  ];
}

/** Both values; where they would look the same, what tells them apart. */
function wholeRows({ expected, actual }: Difference, words: DifferenceWords, width: number): readonly Row[] {
  const room = width - LABEL;
  const should = valueRows(expected, room, MOST);
  const is = valueRows(actual, room, MOST);
  if (linesOf(should) !== linesOf(is))
    return [...labelled(words.expected, should), ...labelled(words.actual, is)];
  const [one, other] = textsApart(expected, actual, room);
  const clipped = (text: string): readonly Row[] => [clipRow(row(text), room)];
  return [...labelled(words.expected, clipped(one)), ...labelled(words.actual, clipped(other))];
}

function linesOf(rows: readonly Row[]): string {
  return rows.map(rowText).join("\n");
}

function labelled(label: string, lines: readonly Row[]): readonly Row[] {
  return lines.map((line, index): Row => [...padRow(row(index === 0 ? label : "", "quiet"), LABEL), ...line]);
}

function signed(sign: "+" | "−", values: readonly string[], width: number): readonly Row[] {
  const tone = sign === "+" ? "bad" : "warning";
  const rows = values
    .slice(0, MOST)
    .map((value) => clipRow([span(signs(`${sign} `), tone, "bold"), span(value, tone)], width));
  return values.length > MOST ? [...rows, row(signs(`… ${values.length - MOST}`), "quiet")] : rows;
}
