import { parseMarkdown } from "../compile/parse-markdown.ts";
import type { Messages } from "../locale/messages.ts";
import { markdownRows } from "../pages/markdown/markdown-rows.ts";
import { exerciseText } from "../pages/practice/exercise-text.ts";
import { lookBackRows, ticketRows } from "../pages/practice/panel-rows.ts";
import { EMPTY_ROW, row, type Row } from "../pages/row.ts";
import { wrapRow } from "../pages/wrap.ts";
import { endingOf } from "../practice/ending.ts";
import type { Practice } from "../practice/practice.ts";
import { ratingsUpTo } from "../practice/suggest-rating.ts";
import { suggestedRating } from "../practice/update-practice.ts";
import type { Memory, Rating } from "../schedule/memory.ts";
import { gradeLine } from "./grade-line.ts";

/** Lays out what is said about a job where lines are read. */
export class PlainFixRows {
  readonly #words: Messages;
  /** Cells of a line. */
  readonly #width: number;

  constructor(words: Messages, width: number) {
    this.#words = words;
    this.#width = width;
  }

  /** Returns what is seen in production. */
  ticketRows(practice: Practice): readonly Row[] {
    const [, text] = exerciseText(practice.exercise, this.#words.lang);
    return ticketRows(practice, text, this.#words, this.#style);
  }

  /** Returns the rung of the ladder that was taken last, and how many there are above. */
  hintRows({ exercise, attempt }: Practice): readonly Row[] {
    const { practice: words, lang } = this.#words;
    const [, { hints }] = exerciseText(exercise, lang);
    const hint = parseMarkdown(hints[attempt.hints - 1] ?? "").children;
    const left = hints.length - attempt.hints;
    const next = left <= 0 ? words.noMoreHints : words.hintsLeft(left);
    return [...markdownRows(hint, this.#style), row(next)];
  }

  /** Returns the root-cause question; once it is answered, everything that is to be learned. */
  lookBackRows({ exercise, variant, stage }: Practice): readonly Row[] {
    const ending = endingOf(stage);
    if (ending === null) return [];
    const [lang, text] = exerciseText(exercise, this.#words.lang);
    return lookBackRows({ exercise, variant, text, lang, ...ending }, this.#words, this.#style);
  }

  /** Returns the grades that an attempt leaves to choose from, when each would bring it back, and which one Enter takes. */
  gradeRows(
    practice: Practice,
    end: "passed" | "revealed",
    outlook: Readonly<Record<Rating, Memory>>,
  ): readonly Row[] {
    const { review, plainFix, sentences } = this.#words;
    const most = suggestedRating(practice, end);
    const offered = ratingsUpTo(most);
    const lower = offered.length === 1 ? "" : plainFix.lowerToo;
    const next = sentences([plainFix.takeGrade(review.grade[most]), lower]);
    const grades = row(gradeLine(offered, outlook, this.#words));
    return [EMPTY_ROW, grades, ...wrapRow(row(next), this.#width)];
  }

  get #style() {
    return { width: this.#width, highlight: null };
  }
}
