import { canonicalJson } from "../../exercise/canonical-json.ts";
import { seenText, textsApart } from "./texts-apart.ts";
import { valueText } from "./value-text.ts";

/** What of one value the other one has not. */
export interface ValueDifference {
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

const NO_DIFFERENCE: ValueDifference = { missing: [], surplus: [] };

/** Returns what is missing and what is too much: of lists the elements, of objects by field, else the whole values. */
export function differenceOf(expected: unknown, actual: unknown): ValueDifference {
  if (Array.isArray(expected) && Array.isArray(actual)) return differenceOfBags(expected, actual);
  if (isRecord(expected) && isRecord(actual)) return differenceOfFields(expected, actual);
  if (canonicalJson(expected) === canonicalJson(actual)) return NO_DIFFERENCE;
  const [should, is] = textsApart(expected, actual);
  return { missing: [should], surplus: [is] };
}

/**
 * Returns what is missing and too much of a list, in whatever order it came, as texts that are told apart within the `room`
 * (cells) that each of them has.
 */
export function differenceOfBags(
  expected: readonly unknown[],
  actual: readonly unknown[],
  room = Number.POSITIVE_INFINITY,
): ValueDifference {
  const missing = without(expected, actual);
  const surplus = without(actual, expected);
  return { missing: textsBeside(missing, surplus, room), surplus: textsBeside(surplus, missing, room) };
}

/** Returns values as texts, each apart from the first one of the `others` that looks the same. */
function textsBeside(
  values: readonly unknown[],
  others: readonly unknown[],
  room: number,
): readonly string[] {
  const alike = new Map(others.toReversed().map((other) => [seenText(valueText(other), room), { other }]));
  return values.map((value) => {
    const text = valueText(value);
    const found = alike.get(seenText(text, room));
    return found === undefined ? text : textsApart(value, found.other, room)[0];
  });
}

function without(values: readonly unknown[], taken: readonly unknown[]): readonly unknown[] {
  const counts = new Map<string, number>();
  for (const value of taken) counts.set(canonicalJson(value), (counts.get(canonicalJson(value)) ?? 0) + 1);
  return values.filter((value) => {
    const key = canonicalJson(value);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

function differenceOfFields(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): ValueDifference {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  const differences = names.map((name) => {
    const { missing, surplus } = fieldDifference(name, expected, actual);
    const named = (texts: readonly string[]): readonly string[] => texts.map((text) => `${name} ${text}`);
    return { missing: named(missing), surplus: named(surplus) };
  });
  return {
    missing: differences.flatMap(({ missing }) => missing),
    surplus: differences.flatMap(({ surplus }) => surplus),
  };
}

function fieldDifference(
  name: string,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): ValueDifference {
  if (!(name in expected)) return { missing: [], surplus: [valueText(actual[name])] };
  if (!(name in actual)) return { missing: [valueText(expected[name])], surplus: [] };
  return differenceOf(expected[name], actual[name]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
