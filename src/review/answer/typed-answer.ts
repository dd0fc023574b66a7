import { sameQuantity } from "./quantity.ts";
import { tidyAnswer } from "./tidy-answer.ts";

/** An answer that was typed, and what would have been right. */
export interface TypedAnswer {
  readonly text: string;
  /** The answers that count as right. */
  readonly accepted: readonly string[];
  /** What it is taken for: `1.10` and `1.1` are one number, but two texts. */
  readonly as: "text" | "number";
}

/** Tells whether a typed answer says what one of the accepted ones says; how it is written is of no account. */
export function isRightAnswer({ text, accepted, as }: TypedAnswer): boolean {
  const said = comparable(text);
  return accepted.some(
    (answer) => comparable(answer) === said || (as === "number" && sameQuantity(text, answer)),
  );
}

function comparable(text: string): string {
  return tidyAnswer(text).toLowerCase();
}
