import type { Json } from "../../exercise/json.ts";
import type { FixWords } from "../../locale/fix-words.ts";
import { row, type Row } from "../row.ts";
import { visibleText } from "../visible-text.ts";
import { wrapRow } from "../wrap.ts";

/** Returns why the job failed in a run, if that is all that the run came to (`{failure: …}`); else `null`. */
export function failureIn(outcome: Json): string | null {
  if (outcome === null || typeof outcome !== "object") return null;
  const [[name, failure] = [], ...others] = Object.entries(outcome);
  return name === "failure" && typeof failure === "string" && others.length === 0 ? failure : null;
}

/** Returns a failure, first what began it, with its place in the job; then what that led to. */
export function failureRows(failure: string, words: FixWords, width: number): readonly Row[] {
  const [cause = "", ...consequences] = failure.split("\n  caused by ").toReversed();
  return [
    row(words.jobFailed, "bad"),
    ...wrapRow(row(visibleText(cause), "plain", "bold"), width),
    ...consequences.flatMap((led) => wrapRow(row(visibleText(words.ledTo(led)), "quiet"), width)),
  ];
}
