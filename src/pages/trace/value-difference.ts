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
  const [should, is] = [valueText(expected), valueText(actual)];
  return should === is ? NO_DIFFERENCE : { missing: [should], surplus: [is] };
}

/** Returns what is missing and too much of a list, in whatever order it came. */
export function differenceOfBags(expected: readonly unknown[], actual: readonly unknown[]): ValueDifference {
  return { missing: without(expected, actual), surplus: without(actual, expected) };
}

function without(values: readonly unknown[], taken: readonly unknown[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of taken) counts.set(valueText(value), (counts.get(valueText(value)) ?? 0) + 1);
  return values.map(valueText).filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
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
