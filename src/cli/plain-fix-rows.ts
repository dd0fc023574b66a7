import { otherLang, type Lang } from "../base/lang.ts";
import type { Exercise, ExerciseText } from "../card/exercise.ts";
import { parseMarkdown } from "../compile/parse-markdown.ts";
import type { Messages } from "../locale/messages.ts";
import { untilDue } from "../pages/intervals.ts";
import { markdownRows } from "../pages/markdown/markdown-rows.ts";
import { lookBackRows, ticketRows } from "../pages/practice/panel-rows.ts";
import { EMPTY_ROW, row, type Row } from "../pages/row.ts";
import { wrapRow } from "../pages/wrap.ts";
import type { Practice } from "../practice/practice.ts";
import { ratingsUpTo } from "../practice/suggest-rating.ts";
import { suggestedRating } from "../practice/update-practice.ts";
import { RATINGS, type Memory, type Rating } from "../schedule/memory.ts";

/** How the rows of a job are laid out where lines are read. */
export interface PlainFixStyle {
  readonly words: Messages;
  /** Cells of a line. */
  readonly width: number;
}

/** Returns what is seen in production. */
export function ticket(practice: Practice, { words, width }: PlainFixStyle): readonly Row[] {
  const [, text] = textIn(practice.exercise, words.lang);
  return ticketRows(practice, text, words, { width, highlight: null });
}

/** Returns the rung of the ladder that was taken last, and how many there are above. */
export function hintTaken({ exercise, attempt }: Practice, { words, width }: PlainFixStyle): readonly Row[] {
  const [, { hints }] = textIn(exercise, words.lang);
  const hint = parseMarkdown(hints[attempt.hints - 1] ?? "").children;
  const left = hints.length - attempt.hints;
  const next = left <= 0 ? words.practice.noMoreHints : words.practice.hintsLeft(left);
  return [...markdownRows(hint, { width, highlight: null }), row(next)];
}

/** Returns the root-cause question; once it is answered, everything that is to be learned. */
export function lookedBack(
  { exercise, variant, stage }: Practice,
  { words, width }: PlainFixStyle,
): readonly Row[] {
  const explained = stage.type === "saving" ? stage.back : stage;
  if (explained.type === "working") return [];
  const [lang, text] = textIn(exercise, words.lang);
  const { end, cause } = explained;
  return lookBackRows({ exercise, variant, text, lang, end, cause }, words, { width, highlight: null });
}

/** Returns the grades that an attempt leaves to choose from, when each would bring it back, and which one Enter takes. */
export function gradesOffered(
  practice: Practice,
  end: "passed" | "revealed",
  outlook: Readonly<Record<Rating, Memory>>,
  { words, width }: PlainFixStyle,
): readonly Row[] {
  const { review, plainFix } = words;
  const most = suggestedRating(practice, end);
  const intervals = untilDue(outlook, words);
  const offered = ratingsUpTo(most);
  const grades = offered.map(
    (rating) => `${RATINGS.indexOf(rating) + 1} ${review.grade[rating]} ${intervals[rating]}`,
  );
  const lower = offered.length === 1 ? "" : plainFix.lowerToo;
  const next = words.sentences([plainFix.takeGrade(review.grade[most]), lower]);
  return [EMPTY_ROW, row(grades.join("   ")), ...wrapRow(row(next), width)];
}

/** Returns the text in the language asked for, or in the only one there is, and that language. */
function textIn({ texts, id }: Exercise, lang: Lang): readonly [Lang, ExerciseText] {
  for (const each of [lang, otherLang(lang)]) {
    const text = texts[each];
    if (text !== undefined) return [each, text];
  }
  throw new Error(`${id} has no text`);
}
