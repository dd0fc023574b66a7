import { visibleLine } from "../visible-text.ts";

/** Values are told this deep; what lies deeper is only hinted at. */
const DEEPEST = 3;
/** So many fields or elements of a value are told. */
const MOST = 12;

/** Returns a value of a job as one line without quotes: `ann`, `12`, `{key: ann, amount: 12}`, `[1, 2]`. */
export function valueText(value: unknown): string {
  return textAt(value, DEEPEST);
}

/** From here on a number is the end of time: Java's Long.MAX_VALUE, which is what infinity is written as in JSON. */
const END_OF_TIME = 2 ** 63;

/** Returns the ends of time by their Flink names, other numbers as they are. */
export function numberText(value: number): string {
  if (value >= END_OF_TIME) return "MAX";
  return value <= -END_OF_TIME ? "MIN" : String(value);
}

/** Returns what names a value in few cells: the first field of it that is a text or a number, else nothing. */
export function shortName(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return valueText(value);
  if (typeof value !== "object" || value === null) return "";
  const named = Object.values(value).find((field) => typeof field === "string" || typeof field === "number");
  return named === undefined ? "" : valueText(named);
}

function textAt(value: unknown, depth: number): string {
  switch (typeof value) {
    case "string":
      return visibleLine(value);
    case "number":
      return numberText(value);
    case "object":
      return value === null ? "null" : objectText(value, depth);
    case "function":
      return "function";
    default:
      return String(value);
  }
}

function objectText(value: object, depth: number): string {
  const isList = Array.isArray(value) || value instanceof Set;
  if (depth === 0) return isList ? "[..]" : "{..}";
  if (isList) return `[${listed([...value], (element) => textAt(element, depth - 1))}]`;
  const fields = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return `{${listed(fields, ([name, field]) => `${textAt(name, depth - 1)}: ${textAt(field, depth - 1)}`)}}`;
}

function listed<T>(elements: readonly T[], text: (element: T) => string): string {
  const told = elements.slice(0, MOST).map(text);
  return [...told, ...(elements.length > MOST ? [".."] : [])].join(", ");
}
