import type { Selection } from "../anki/export/selection.ts";
import type { Front } from "../anki/notes/templates.ts";
import type { PackageFormat } from "../anki/package/write-package.ts";
import { Failure } from "../base/failure.ts";
import { LEVELS } from "../card/card.ts";
import type { OptionName } from "../locale/messages.ts";
import type { Context } from "./context.ts";

const FRONTS: readonly Front[] = ["zh", "en", "both"];
const FORMATS: readonly PackageFormat[] = ["legacy", "latest"];

/** The name that stands for the output instead of a file. */
export const OUTPUT = "-";

/** Returns the file to write to, `usual` if none is named; the output only where `outputs` allows it. */
export function fileIn({ arguments: { options } }: Context, usual: string, outputs: "file" | "any"): string {
  const file = options.get("output")?.at(-1) ?? usual;
  if (file !== OUTPUT || (outputs === "any" && !options.has("open"))) return file;
  throw new Failure({
    code: "usage",
    data: { fault: "option-value", name: "--output", value: file, expected: "FILE" },
  });
}

/** Returns the language that asks. Throws the Failure `usage` for one that doesn't exist, as the others below do. */
export function frontIn(context: Context): Front {
  return optionIn(context, "front", FRONTS) ?? context.lang;
}

/** Returns the layout of the package. */
export function formatIn(context: Context): PackageFormat {
  return optionIn(context, "format", FORMATS) ?? "legacy";
}

/** Returns which cards are wanted. */
export function selectionIn(context: Context): Selection {
  const { options } = context.arguments;
  const levels = options.get("level") ?? [];
  for (const level of levels) knownValue("level", level, LEVELS);
  const decks = options.has("deck") ? "named" : "usual";
  return { decks, chapters: options.get("chapter") ?? [], tags: options.get("tag") ?? [], levels };
}

function optionIn<Value extends string>(
  { arguments: { options } }: Context,
  name: OptionName,
  values: readonly Value[],
): Value | null {
  const given = options.get(name)?.at(-1);
  return given === undefined ? null : knownValue(name, given, values);
}

function knownValue<Value extends string>(name: OptionName, given: string, values: readonly Value[]): Value {
  const value = values.find((each) => each === given);
  if (value !== undefined) return value;
  throw new Failure({
    code: "usage",
    data: { fault: "option-value", name: `--${name}`, value: given, expected: values.join(" | ") },
  });
}
