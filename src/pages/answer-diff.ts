import { diffArrays, type ChangeObject } from "diff";

import { tidyAnswer } from "../review/answer/tidy-answer.ts";
import { isRightAnswer, type TypedAnswer } from "../review/answer/typed-answer.ts";
import { span, type Row, type Span } from "./row.ts";

/** What a typed answer is compared by: a Chinese character, a word or a number of other scripts, white space, any other sign. */
const TOKEN = /[[\p{L}\p{N}_]--\p{Script=Han}]+(?:[.\-]+[[\p{L}\p{N}_]--\p{Script=Han}]+)*|\s+|./gsv;

/**
 * Returns a typed answer beside the accepted one that it comes nearest to: what is too much is struck through, what is
 * missing is underlined. What is of no account in an answer is not marked, so nothing is marked in one that is right.
 */
export function answerDiffRow(answer: TypedAnswer): Row {
  const compared = answer.accepted.map((accepted) => changesBetween(answer.text, accepted));
  const nearest = compared.toSorted((one, other) => distance(one) - distance(other))[0] ?? [];
  return distance(nearest) > 0 && isRightAnswer(answer)
    ? [span(tidyAnswer(answer.text), "good")]
    : nearest.flatMap(spansOf);
}

/** Returns the same where nothing can be struck through or underlined, with the signs of wdiff: `[-too much-]`, `{+missing+}`. */
export function answerDiffText(answer: TypedAnswer): string {
  return answerDiffRow(answer)
    .map(({ text, faces }) =>
      faces.includes("strike") ? `[-${text}-]` : faces.includes("underline") ? `{+${text}+}` : text,
    )
    .join("");
}

function changesBetween(typed: string, answer: string): readonly ChangeObject<string[]>[] {
  const comparator = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return diffArrays(tokensOf(typed), tokensOf(answer), { comparator });
}

function tokensOf(text: string): string[] {
  return tidyAnswer(text).match(TOKEN) ?? [];
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
