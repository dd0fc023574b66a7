import type { Messages } from "../locale/messages.ts";
import { RATINGS, type Rating } from "../schedule/memory.ts";
import { keyHintRow } from "./key-hints.ts";
import { columnWidth, type Page, type Size } from "./layout.ts";
import { EMPTY_ROW, padRow, row, span, type Row } from "./row.ts";
import { signs } from "./signs.ts";
import { wrapRow } from "./wrap.ts";

/** What a sitting came to. */
export interface SummaryFacts {
  readonly byRating: Readonly<Record<Rating, number>>;
  /** Milliseconds from the first question to the last answer. */
  readonly ms: number;
  readonly fresh: number;
  /** The share of reviewed cards that were remembered, from 0 to 1; `null` if none was reviewed. */
  readonly remembered: number | null;
  /** The questions answered with Again. */
  readonly again: readonly string[];
  /** Cards that are still to be asked today. */
  readonly left: number;
  /** Milliseconds until the next card; `null` = none is scheduled. */
  readonly nextIn: number | null;
}

/** The most questions that the summary repeats. */
const MOST = 8;

/** What stands on the last screen besides what the sitting came to. */
export interface SummarySetting {
  /** New cards that can be learned beyond today's limit. */
  readonly extra: number;
  /** What just happened; no rows if nothing did. */
  readonly notice: readonly Row[];
}

/** Returns the last screen of a sitting. */
export function summaryPage(
  facts: SummaryFacts,
  { extra, notice }: SummarySetting,
  size: Size,
  words: Messages,
): Page {
  const { summary } = words;
  const isEmpty = answersIn(facts) === 0 && facts.left === 0;
  const width = columnWidth(size);
  return {
    head: [EMPTY_ROW, row(isEmpty ? summary.nothingDue : summary.title, "accent", "bold"), EMPTY_ROW],
    body: isEmpty ? nothingDueRows(facts, extra, width, words) : summaryRows(facts, width, words),
    foot: [
      EMPTY_ROW,
      ...notice,
      keyHintRow(
        [
          { key: "Enter", does: words.keys.home },
          { key: "u", does: words.keys.undo },
          { key: "q", does: words.keys.quit },
        ],
        size,
      ),
    ],
  };
}

/** When the next card comes, and what to do until then. */
function nothingDueRows(facts: SummaryFacts, extra: number, width: number, words: Messages): readonly Row[] {
  return [nextOf(facts, words), words.summary.nothingDueNext(extra)]
    .filter((line) => line !== "")
    .flatMap((line) => wrapRow(row(line), width));
}

function answersIn({ byRating }: SummaryFacts): number {
  return RATINGS.reduce((count, rating) => count + byRating[rating], 0);
}

/** Returns what a sitting came to, as rows. */
export function summaryRows(facts: SummaryFacts, width: number, words: Messages): readonly Row[] {
  const { summary } = words;
  const answers = answersIn(facts);
  if (answers === 0) return wrapRow(row(summary.nothing), width);
  const pace = [
    summary.answers(answers),
    summary.took(words.duration(facts.ms)),
    summary.perCard(Math.round(facts.ms / answers / 1000)),
  ];
  const what = [
    facts.remembered === null ? "" : summary.remembered(Math.round(facts.remembered * 100)),
    facts.fresh === 0 ? "" : summary.fresh(facts.fresh),
  ];
  const next = nextOf(facts, words);
  return [
    row(pace.join(signs(" · ")), "plain", "bold"),
    ...(what.some(Boolean) ? [row(what.filter(Boolean).join(signs(" · ")))] : []),
    EMPTY_ROW,
    RATINGS.flatMap((rating) =>
      padRow([span(`${words.review.grade[rating]} `, "quiet"), span(String(facts.byRating[rating]))], 13),
    ),
    ...againRows(facts.again, width, words),
    EMPTY_ROW,
    ...wrapRow(row(words.sentences([summary.saved, next]), "quiet"), width),
  ];
}

function nextOf({ left, nextIn }: SummaryFacts, words: Messages): string {
  if (left > 0) return words.summary.left(left);
  return nextIn === null ? "" : words.home.nextCard(words.inTime(nextIn));
}

function againRows(again: readonly string[], width: number, words: Messages): readonly Row[] {
  if (again.length === 0) return [];
  const listed = again
    .slice(0, MOST)
    .flatMap((prompt) =>
      wrapRow(row(prompt), width - 2).map(
        (line, index): Row => [span(index === 0 ? signs("· ") : "  ", "quiet"), ...line],
      ),
    );
  return [EMPTY_ROW, row(words.summary.again, "quiet"), ...listed];
}
