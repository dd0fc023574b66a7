import type { Lang } from "../../base/lang.ts";
import type { ExerciseText } from "../../card/exercise.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Practice } from "../../practice/practice.ts";
import { ratingsUpTo } from "../../practice/suggest-rating.ts";
import { RATINGS, type Rating } from "../../schedule/memory.ts";
import { keyHintRow, type KeyHint } from "../key-hints.ts";
import { columnWidth, type Page, type Size } from "../layout.ts";
import { EMPTY_ROW, gap, padRow, row, rowWidth, span, spreadRow, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { wrapRow } from "../wrap.ts";
import { STATUS_SIGNS } from "./verdict-rows.ts";

/** What can be looked at while a job is mended; after its end there is one panel more. */
export type Panel = "ticket" | "verdict" | "picture" | "changes" | "hints" | "review";

/** The panels of an attempt, in the order in which they are gone through. */
export function panelsOf({ stage }: Pick<Practice, "stage">): readonly Panel[] {
  const working: readonly Panel[] = ["ticket", "verdict", "picture", "changes", "hints"];
  return stage.type === "working" ? working : [...working, "review"];
}

/** What the screen of an attempt shows. */
export interface PracticeFacts {
  readonly practice: Practice;
  /** The text of the exercise, in the language of the screen or the only one there is. */
  readonly text: ExerciseText;
  readonly lang: Lang;
  readonly panel: Panel;
  /** What stands on the panel. */
  readonly rows: readonly Row[];
  /** What each rating leads to, in words; `null` before the end of the attempt. */
  readonly intervals: Readonly<Record<Rating, string>> | null;
  /** The rating that Enter takes. */
  readonly taken: Rating;
  readonly notice: readonly Row[];
}

/** Returns the screen of an attempt. */
export function practicePage(facts: PracticeFacts, size: Size, words: Messages): Page {
  const width = columnWidth(size);
  return {
    head: [EMPTY_ROW, headRow(facts, width), panelRow(facts, width, words), EMPTY_ROW],
    body: facts.rows,
    foot: [EMPTY_ROW, ...facts.notice, ...footRows(facts, size, words)],
  };
}

function headRow({ practice, lang }: PracticeFacts, width: number): Row {
  const { exercise, verdict, run } = practice;
  const [sign, tone] = verdict === null ? (["·", "quiet"] as const) : STATUS_SIGNS[verdict.status];
  const standing: Row = run.is === "running" ? row(signs("…"), "accent") : row(signs(sign), tone, "bold");
  const left: Row = [span(`${exercise.id}  `, "accent", "bold"), span(exercise.title[lang], "plain", "bold")];
  return spreadRow(left, standing, width);
}

/** The names of the panels, the one in front marked; where there is little room only that one. */
function panelRow({ practice, panel }: PracticeFacts, width: number, { practice: words }: Messages): Row {
  const tabs = panelsOf(practice).flatMap(
    (each): Row => [
      span(each === panel ? signs("❯") : " ", "accent"),
      span(words.panel[each], each === panel ? "accent" : "quiet"),
      span("  "),
    ],
  );
  return rowWidth(tabs) <= width ? tabs : row(`${signs("❯")}${words.panel[panel]}`, "accent");
}

function footRows(facts: PracticeFacts, size: Size, words: Messages): readonly Row[] {
  const { practice } = facts;
  if (practice.asked !== null) return askRows(facts, size, words);
  switch (practice.stage.type) {
    case "working":
      return [keyHintRow(workingKeys(words), size, ["g", "?"])];
    case "explaining":
    case "saving":
      return [gradeRow(facts, columnWidth(size), words)];
    case "over":
      return [keyHintRow([{ key: "Enter", does: words.practice.goOn }, ...aside(words)], size)];
  }
}

/** What is asked costs something: that is said before it is taken. */
function askRows({ practice }: PracticeFacts, size: Size, words: Messages): readonly Row[] {
  const { asked, attempt } = practice;
  const price =
    asked === "hint"
      ? words.practice.hintPrice(attempt.hints + 1)
      : asked === "reveal"
        ? words.practice.revealPrice
        : words.practice.resetPrice;
  return [
    ...wrapRow(row(price, "warning"), columnWidth(size)),
    keyHintRow(
      [
        { key: "Enter", does: words.practice.confirm },
        { key: "Esc", does: words.practice.cancel },
      ],
      size,
    ),
  ];
}

function workingKeys(words: Messages): readonly KeyHint[] {
  return [
    { key: "e", does: words.practice.edit },
    { key: "Tab", does: words.practice.next },
    { key: "h", does: words.practice.hint },
    { key: "g", does: words.practice.giveUp },
    ...aside(words),
  ];
}

function aside(words: Messages): readonly KeyHint[] {
  return [
    { key: "?", does: words.keys.help },
    { key: "q", does: words.keys.back },
  ];
}

const TONES = { again: "bad", hard: "warning", good: "good", easy: "accent" } as const;

/** The ratings on their usual places; those above what the attempt shows are not offered. */
function gradeRow({ intervals, taken }: PracticeFacts, width: number, words: Messages): Row {
  const cells = Math.floor(width / 4);
  const offered = ratingsUpTo(taken);
  return RATINGS.flatMap((rating, index) => {
    if (!offered.includes(rating)) return [gap(cells)];
    const interval = intervals === null ? "" : ` ${intervals[rating]}`;
    const label: Row = [
      span(rating === taken ? signs("❯") : " ", TONES[rating]),
      span(`${index + 1} `, TONES[rating], "bold"),
      span(words.review.grade[rating], TONES[rating]),
      span(interval, "quiet"),
    ];
    return padRow(label, cells);
  });
}
