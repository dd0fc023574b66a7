import { RATINGS, type Rating } from "../schedule/memory.ts";
import type { PlainWant } from "./plain-want.ts";

/** What a line typed in the plain review means. */
export type PlainInput =
  | { readonly type: "enter" }
  | { readonly type: "grade"; readonly rating: Rating }
  | { readonly type: "options"; readonly options: readonly number[] }
  | { readonly type: "text"; readonly text: string }
  /** A note of the learner's own; `""` takes it away. */
  | { readonly type: "note"; readonly text: string }
  /** Flags the card, or takes its flag away. */
  | { readonly type: "flag"; readonly reason: string }
  | { readonly type: "undo" | "redo" | "suspend" | "bury" | "language" | "edit" | "help" | "quit" }
  | { readonly type: "unknown"; readonly line: string };

const COMMANDS: ReadonlyMap<string, PlainInput> = new Map(
  Object.entries<PlainInput>({
    u: { type: "undo" },
    r: { type: "redo" },
    s: { type: "suspend" },
    b: { type: "bury" },
    "-": { type: "bury" },
    l: { type: "language" },
    e: { type: "edit" },
    "?": { type: "help" },
    q: { type: "quit" },
  }),
);

/** Returns what `line` means while the card in front waits for `want`: an answer comes before a command. */
export function plainInput(line: string, want: PlainWant): PlainInput {
  const text = line.normalize("NFKC").trim();
  if (text === "") return { type: "enter" };
  if (want.kind === "options") {
    const options = optionsIn(text, want.count);
    if (options !== null) return { type: "options", options };
  }
  const command = COMMANDS.get(text);
  if (command !== undefined) return command;
  if (want.kind === "text") return { type: "text", text };
  if (text === "help") return { type: "help" };
  const remark = remarkIn(line.trim());
  if (remark !== null) return remark;
  const rating = /^[1-4]$/u.test(text) ? RATINGS[Number(text) - 1] : undefined;
  return rating === undefined ? { type: "unknown", line: text } : { type: "grade", rating };
}

/** `n TEXT`, `* REASON`: what is written keeps its signs as they were typed. */
function remarkIn(line: string): PlainInput | null {
  const [, sign, text = ""] = /^([nｎ*＊])(?:\s+(.*))?$/su.exec(line) ?? [];
  if (sign === undefined) return null;
  return sign === "n" || sign === "ｎ" ? { type: "note", text } : { type: "flag", reason: text };
}

/** `ac`, `A, C`, `1 3`: options counted from 0; `null` if it names anything that isn't there. */
function optionsIn(text: string, count: number): readonly number[] | null {
  const letters = [...text.toLowerCase().replaceAll(/[\s,、]/gu, "")];
  const options = letters.map((letter) =>
    /\d/u.test(letter) ? Number(letter) - 1 : letter.charCodeAt(0) - 97,
  );
  const areThere = options.every((option) => option >= 0 && option < count);
  return options.length > 0 && areThere ? [...new Set(options)].toSorted((one, other) => one - other) : null;
}
