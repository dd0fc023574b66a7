import type { NoteText } from "../card/note-text.ts";

/** What the card in front waits for: so many options, a typed answer, or only to be revealed. */
export type PlainWant =
  | { readonly kind: "options"; readonly count: number }
  | { readonly kind: "text" }
  | { readonly kind: "nothing" };

/** Returns what a question waits for. */
export function wantOf(text: NoteText | null): PlainWant {
  if (text?.kind === "choice") return { kind: "options", count: text.options.length };
  return text?.kind === "typed" || text?.kind === "number" ? { kind: "text" } : { kind: "nothing" };
}

/** Returns the options that are right, counted from 0. */
export function rightOf(text: NoteText | null): readonly number[] {
  if (text?.kind !== "choice") return [];
  return text.options.flatMap((option, index) => (option.verdict === "right" ? [index] : []));
}

/** Returns the answers that count as right. */
export function acceptedOf(text: NoteText | null): readonly string[] {
  return text?.kind === "typed" || text?.kind === "number" ? text.accepted : [];
}
