import { STEERING } from "../../base/steering.ts";
import { visibleLine } from "../visible-text.ts";

/** How a text looks within a value: as it is, or in quotes, and then everything that can't be seen is written out. */
type TextForm = "bare" | "quoted";

/** Values are told this deep; what lies deeper is only hinted at. */
const DEEPEST = 3;
/** So many fields or elements of a value are told. */
const MOST = 12;

/** Returns a value of a job as one line without quotes: `ann`, `12`, `{key: ann, amount: 12}`, `[1, 2]`. */
export function valueText(value: unknown): string {
  return textAt(value, DEEPEST, "bare");
}

/** Returns a value as one line that tells a text from anything else: `"12"`, `{key: "ann", amount: 12}`. */
export function quotedText(value: unknown): string {
  return textAt(value, DEEPEST, "quoted");
}

/** Java's Long.MAX_VALUE, which is what infinity is written as in JSON. */
const END_OF_TIME = 2 ** 63;

/** Returns the ends of time by their Flink names, other numbers as they are. */
export function numberText(value: number): string {
  if (value === END_OF_TIME || value === Number.POSITIVE_INFINITY) return "MAX";
  return value === -END_OF_TIME || value === Number.NEGATIVE_INFINITY ? "MIN" : String(value);
}

/** Returns what names a value in few cells: the first field of it that is a text or a number, else nothing. */
export function shortName(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return valueText(value);
  if (typeof value !== "object" || value === null) return "";
  const named = Object.values(value).find((field) => typeof field === "string" || typeof field === "number");
  return named === undefined ? "" : valueText(named);
}

function textAt(value: unknown, depth: number, form: TextForm): string {
  switch (typeof value) {
    case "string":
      return form === "bare" ? visibleLine(value) : quoted(value);
    case "number":
      return numberText(value);
    case "object":
      return value === null ? "null" : objectText(value, depth, form);
    case "function":
      return "function";
    default:
      return String(value);
  }
}

/** What needs no quotes to be read as the name of a field. */
const NAME = /^[\p{L}\p{N}_-]+$/u;

function objectText(value: object, depth: number, form: TextForm): string {
  const isList = Array.isArray(value) || value instanceof Set;
  if (depth === 0) return isList ? "[..]" : "{..}";
  const inner = (part: unknown): string => textAt(part, depth - 1, form);
  if (isList) return `[${listed([...value], inner)}]`;
  if (value instanceof Map)
    return `{${listed([...value], ([key, part]) => `${inner(key)}: ${inner(part)}`)}}`;
  const nameText = (name: string): string => (NAME.test(name) ? name : inner(name));
  return `{${listed(Object.entries(value), ([name, part]) => `${nameText(name)}: ${inner(part)}`)}}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    STEERING,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ""}}`,
  );
}

function listed<T>(elements: readonly T[], text: (element: T) => string): string {
  const told = elements.slice(0, MOST).map(text);
  return [...told, ...(elements.length > MOST ? [".."] : [])].join(", ");
}
