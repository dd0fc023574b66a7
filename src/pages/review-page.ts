import type { Lang } from "../base/lang.ts";
import type { Messages } from "../locale/messages.ts";
import { RATINGS, type Rating } from "../schedule/memory.ts";
import { progressBar } from "./bar.ts";
import { inputRows, type LineInput } from "./input-rows.ts";
import { keyHintRow, type KeyHint } from "./key-hints.ts";
import { columnWidth, type Page, type Size } from "./layout.ts";
import { optionLetter } from "./option-letter.ts";
import { barRows, clipRow, EMPTY_ROW, gap, padRow, row, rowWidth, span, spreadRow, type Row } from "./row.ts";
import { signs } from "./signs.ts";
import { visibleText } from "./visible-text.ts";
import { wrapRow } from "./wrap.ts";

/** What the screen of one card shows. */
export interface ReviewFacts {
  /** Where the card stands: chapter, topic. */
  readonly trail: readonly string[];
  /** Answers given today, and cards that are left, this one included. */
  readonly answered: number;
  readonly left: number;
  /** Words behind the question: new, flagged, in one language only. */
  readonly marks: readonly string[];
  readonly question: readonly Row[];
  /** What is typed so far; `null` where nothing is to be typed. */
  readonly typing: LineInput | null;
  /** The line that is written at the bottom, and what it is for; `null` = none is. */
  readonly writing: { readonly line: LineInput; readonly what: "reason" | "note" } | null;
  /** What the learner wrote on the card; `""` = nothing. */
  readonly note: string;
  /** `null` before the reveal. */
  readonly answer: readonly Row[] | null;
  /** What each grade leads to, in words (`3 d`); `null` before the reveal. */
  readonly intervals: Intervals | null;
  readonly grades: 2 | 4;
  readonly suggested: Rating | null;
  /** The grade that Enter takes. */
  readonly taken: Rating;
  readonly asks: "reveal" | "choose" | "type" | "fix";
  /** How many options there are to choose from. */
  readonly options: number;
  readonly otherLang: Lang | null;
  readonly notice: readonly Row[];
}

/** When a card would come back, in words, by rating. */
type Intervals = Readonly<Record<Rating, string>>;

const TONES = { again: "bad", hard: "warning", good: "good", easy: "accent" } as const;

/** Returns the screen of one card. */
export function reviewPage(facts: ReviewFacts, size: Size, words: Messages): Page {
  const answer = facts.answer === null || facts.answer.length === 0 ? [] : [EMPTY_ROW, ...facts.answer];
  return {
    head: [EMPTY_ROW, headRow(facts, columnWidth(size)), EMPTY_ROW],
    body: [
      ...barRows(facts.question, "accent"),
      ...typingRows(facts, size),
      ...answer,
      ...(facts.answer === null ? [] : noteRows(facts.note, columnWidth(size), words)),
    ],
    foot: [EMPTY_ROW, ...facts.notice, ...footRows(facts, size, words)],
  };
}

/** Returns the learner's note below an answer; no rows if there is none. */
export function noteRows(note: string, width: number, { review }: Messages): readonly Row[] {
  if (note === "") return [];
  const label = padRow(row(review.note, "quiet"), rowWidth(row(review.note)) + 2);
  const lines = wrapRow(row(visibleText(note)), width - rowWidth(label));
  return [
    EMPTY_ROW,
    ...lines.map((line, index): Row => [...(index === 0 ? label : [gap(rowWidth(label))]), ...line]),
  ];
}

/** The line on which an answer is typed, with a sign where the next character comes. */
function typingRows({ typing }: ReviewFacts, size: Size): readonly Row[] {
  return typing === null ? [] : [EMPTY_ROW, ...inputRows(typing, "▸", columnWidth(size))];
}

/** The keys, or the grades; while something is written down, that, and what ends it. */
function footRows(facts: ReviewFacts, size: Size, words: Messages): readonly Row[] {
  if (facts.writing === null) return [footRow(facts, size, words)];
  const { line, what } = facts.writing;
  const { keys, review } = words;
  return [
    ...inputRows(line, `${review[what]} ▸`, columnWidth(size)),
    EMPTY_ROW,
    keyHintRow(
      [
        { key: "Enter", does: keys.save },
        { key: "Esc", does: keys.cancel },
      ],
      size,
    ),
  ];
}

/** What the footer offers first. */
const FIRST_KEY: Readonly<Record<ReviewFacts["asks"], (words: Messages, options: number) => KeyHint>> = {
  reveal: ({ review }) => ({ key: "Enter", does: review.showAnswer }),
  choose: ({ review }, options) => ({ key: `A-${optionLetter(options - 1)}`, does: review.choose }),
  type: ({ review }) => ({ key: "Enter", does: review.type }),
  fix: ({ practice }) => ({ key: "Enter", does: practice.open }),
};

function headRow(facts: ReviewFacts, width: number): Row {
  const done = `${facts.answered + 1} / ${facts.answered + facts.left} `;
  const right: Row = [span(done, "quiet"), ...progressBar(facts.answered, facts.answered + facts.left, 9)];
  const marks = facts.marks.map((mark) => span(`  ${mark}`, "accent"));
  const trail = span(facts.trail.filter((part) => part !== "").join(signs(" › ")), "quiet");
  const room = width - rowWidth(right) - rowWidth(marks) - 2;
  return spreadRow([...clipRow([trail], room), ...marks], right, width);
}

function footRow(facts: ReviewFacts, size: Size, words: Messages): Row {
  if (facts.intervals !== null) return gradeRow(facts, facts.intervals, columnWidth(size), words);
  const first: KeyHint = FIRST_KEY[facts.asks](words, facts.options);
  if (facts.asks === "type") return keyHintRow([first, ...typingKeys(words)], size);
  const later: readonly KeyHint[] = facts.asks === "fix" ? [{ key: "-", does: words.practice.putOff }] : [];
  const flip: readonly KeyHint[] = facts.otherLang === null ? [] : [{ key: "l", does: words.review.flip }];
  return keyHintRow(
    [
      first,
      ...later,
      ...flip,
      { key: "u", does: words.keys.undo },
      { key: "?", does: words.keys.help },
      { key: "q", does: words.keys.quit },
    ],
    size,
  );
}

/** Where an answer is typed, letters are its own. */
function typingKeys({ keys }: Messages): readonly KeyHint[] {
  return [
    { key: "Ctrl-Z", does: keys.undo },
    { key: "Esc", does: keys.home },
    { key: "Ctrl-C", does: keys.quit },
  ];
}

/**
 * The grades: always the same places in the same order, so that the hand learns them. The pointer stands at the one
 * that Enter takes. Where there is little room the intervals go first.
 */
function gradeRow(facts: ReviewFacts, intervals: Intervals, width: number, words: Messages): Row {
  const offered = RATINGS.filter((rating) => facts.grades === 4 || rating === "again" || rating === "good");
  const label = (rating: Rating, interval: string): Row => [
    span(facts.taken === rating ? signs("❯") : " ", TONES[rating]),
    span(`${RATINGS.indexOf(rating) + 1} `, TONES[rating], "bold"),
    span(
      words.review.grade[rating],
      TONES[rating],
      ...(facts.suggested === rating ? (["underline"] as const) : []),
    ),
    span(interval, "quiet"),
  ];
  const cells = Math.floor(width / 4);
  const fits = offered.every((rating) => rowWidth(label(rating, ` ${intervals[rating]}`)) < cells);
  return offered.flatMap((rating) => [
    ...padRow(label(rating, fits ? ` ${intervals[rating]}` : ""), cells - 1),
    gap(1),
  ]);
}

/** Returns the lines that tell what just happened. */
export function noticeRows(
  text: string,
  tone: "good" | "quiet" | "warning" | "bad",
  size: Size,
): readonly Row[] {
  return wrapRow(row(text, tone), columnWidth(size));
}
