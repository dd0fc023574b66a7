import { diffArrays, type ChangeObject } from "diff";

import { span, type Row, type Span } from "./row.ts";

/** What a typed answer is compared by: a Chinese character, a word of other scripts, white space, any other sign. */
const TOKEN = /\p{Script=Han}|[\p{L}\p{N}_.-]+|\s+|./gu;

/**
 * Returns a typed answer beside the accepted one that it comes nearest to: what is too much is struck through, what is
 * missing is underlined. Case and full or half width are no difference.
 */
export function answerDiffRow(typed: string, accepted: readonly string[]): Row {
  const compared = accepted.map((answer) => changesBetween(typed, answer));
  const nearest = compared.toSorted((one, other) => distance(one) - distance(other))[0] ?? [];
  return nearest.flatMap(spansOf);
}

/** Returns the same where nothing can be struck through or underlined, with the signs of wdiff: `[-too much-]`, `{+missing+}`. */
export function answerDiffText(typed: string, accepted: readonly string[]): string {
  return answerDiffRow(typed, accepted)
    .map(({ text, faces }) =>
      faces.includes("strike") ? `[-${text}-]` : faces.includes("underline") ? `{+${text}+}` : text,
    )
    .join("");
}

function changesBetween(typed: string, answer: string): readonly ChangeObject<string[]>[] {
  const comparator = (one: string, other: string): boolean => folded(one) === folded(other);
  return diffArrays(tokensOf(typed), tokensOf(answer), { comparator });
}

function tokensOf(text: string): string[] {
  return text.normalize("NFKC").trim().match(TOKEN) ?? [];
}

function folded(token: string): string {
  return token.toLowerCase().replaceAll(/\s+/gu, " ");
}

function distance(changes: readonly ChangeObject<string[]>[]): number {
  return changes.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? value.join("").length : 0),
    0,
  );
}

function spansOf({ added, removed, value }: ChangeObject<string[]>): readonly Span[] {
  const text = value.join("");
  if (removed) return [span(text, "bad", "strike")];
  return added ? [span(text, "warning", "underline")] : [span(text, "good")];
}
