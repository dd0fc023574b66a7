import { canonicalJson } from "../../exercise/canonical-json.ts";
import { clipRow, row, rowText } from "../row.ts";
import { quotedText, valueText } from "./value-text.ts";

/** Two values as texts. */
type Pair = readonly [one: string, other: string];

/**
 * Returns two values that differ as texts that differ within the `room` (cells) that each of them has: as they are, or in
 * quotes where they would look the same, or else by the first place where they part: `rows[3].user: "ann"`.
 */
export function textsApart(one: unknown, other: unknown, room = Number.POSITIVE_INFINITY): Pair {
  const isTold = (pair: Pair): boolean => seenText(pair[0], room) !== seenText(pair[1], room);
  for (const text of [valueText, quotedText]) {
    const pair = [text(one), text(other)] as const;
    if (isTold(pair)) return pair;
  }
  return partingTexts({ path: "", one, other }, isTold);
}

/** Returns what is to be seen of a text in so many cells. */
export function seenText(text: string, room: number): string {
  return room === Number.POSITIVE_INFINITY ? text : rowText(clipRow(row(text), room));
}

/** Two parts of two values, at the same place. */
interface Parting {
  /** From the outside to the inside. */
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** What stands for an element or a field that is not there. */
const NOTHING = "—";

/** Goes into what differs until texts tell it, or there is nothing inside. */
function partingTexts(parting: Parting, isTold: (pair: Pair) => boolean): Pair {
  const ones = partsOf(parting.one, parting.path);
  const others = partsOf(parting.other, parting.path);
  const path = [...ones.keys(), ...others.keys()].find((key) => !isSamePart(ones, others, key));
  if (path === undefined) return [named(parting.path, parting.one), named(parting.path, parting.other)];
  const pair = [textAt(ones, path), textAt(others, path)] as const;
  const [one, other] = [ones.get(path), others.get(path)];
  return isTold(pair) ? pair : partingTexts({ path, one, other }, isTold);
}

/** The elements or fields of a value by their paths. */
type Parts = ReadonlyMap<string, unknown>;

function partsOf(value: unknown, path: string): Parts {
  if (typeof value !== "object" || value === null) return new Map();
  const before = path === "" ? "" : `${path}.`;
  const place = Array.isArray(value)
    ? (name: string): string => `${path}[${name}]`
    : (name: string): string => `${before}${name}`;
  return new Map(Object.entries(value).map(([name, part]: [string, unknown]) => [place(name), part]));
}

function isSamePart(ones: Parts, others: Parts, path: string): boolean {
  return (
    ones.has(path) && others.has(path) && canonicalJson(ones.get(path)) === canonicalJson(others.get(path))
  );
}

function textAt(parts: Parts, path: string): string {
  return parts.has(path) ? named(path, parts.get(path)) : `${path}: ${NOTHING}`;
}

function named(path: string, value: unknown): string {
  return path === "" ? quotedText(value) : `${path}: ${quotedText(value)}`;
}
