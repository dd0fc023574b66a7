import type { Lang } from "../../base/lang.ts";
import type { Exercise, ExerciseText } from "../../card/exercise.ts";
import { parseMarkdown } from "../../compile/parse-markdown.ts";
import { withoutHeader, type Variant } from "../../exercise/variant.ts";
import type { Messages } from "../../locale/messages.ts";
import { causeOrder } from "../../practice/cause-order.ts";
import type { Attempt, Practice } from "../../practice/practice.ts";
import { standingOf } from "../../practice/root-cause.ts";
import type { Highlight } from "../markdown/highlight.ts";
import { markdownRows } from "../markdown/markdown-rows.ts";
import { optionLetter } from "../option-letter.ts";
import { EMPTY_ROW, gap, row, span, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { wrapRow } from "../wrap.ts";
import { changeRows } from "./change-rows.ts";

/** What panels are drawn with. */
export interface PanelStyle {
  /** Cells of the text column. */
  readonly width: number;
  readonly highlight: Highlight | null;
}

/** Returns what is seen in production, and what to do about it. */
export function ticketRows(
  { exercise, variant }: Pick<Practice, "exercise" | "variant">,
  text: ExerciseText,
  words: Messages,
  style: PanelStyle,
): readonly Row[] {
  const { difficulty, par } = exercise;
  const facts = [words.practice.difficulty(difficulty), words.practice.par(par)];
  const otherwise =
    variant.file === exercise.job
      ? []
      : [EMPTY_ROW, ...wrapRow(row(words.practice.otherwise, "warning"), style.width)];
  return [row(signs(facts.join(" · ")), "quiet"), ...otherwise, EMPTY_ROW, ...markdown(text.symptom, style)];
}

/** Returns the rungs of the ladder that were taken, and what the next one costs. */
export function hintRows(
  { hints }: Pick<Attempt, "hints">,
  text: ExerciseText,
  words: Messages,
  style: PanelStyle,
): readonly Row[] {
  const taken = text.hints
    .slice(0, hints)
    .flatMap((hint, index) => [
      ...numbered(index + 1, markdown(hint, { ...style, width: style.width - 3 })),
      EMPTY_ROW,
    ]);
  const left = text.hints.length - hints;
  const next = left === 0 ? words.practice.noMoreHints : words.practice.hintsLeft(left);
  return [...taken, ...wrapRow(row(next, "quiet"), style.width)];
}

function numbered(number: number, rows: readonly Row[]): readonly Row[] {
  return rows.map((line, index): Row => [index === 0 ? span(`${number}  `, "accent") : gap(3), ...line]);
}

/** What is looked back on: the learner's answer, and the language. */
export interface LookBack {
  readonly exercise: Exercise;
  /** The broken job that was handed out. */
  readonly variant: Variant;
  readonly text: ExerciseText;
  readonly lang: Lang;
  readonly end: "passed" | "revealed";
  /** The option that was picked as the root cause, counted from 0; `null` = none yet. */
  readonly cause: number | null;
}

/**
 * Returns what is to be learned from an exercise: the question for the root cause, and after its answer everything else.
 * Of a variant the author has said what is wrong, and whoever was shown a solution knows: neither is asked.
 */
export function lookBackRows(back: LookBack, words: Messages, style: PanelStyle): readonly Row[] {
  const { exercise, variant, cause, lang } = back;
  const mutant = exercise.mutants.find(({ path }) => path === variant.file.path);
  if (mutant !== undefined) {
    const said = wrapRow(row(mutant.say[lang]), style.width);
    return [
      row(words.practice.thisTime, "accent", "bold"),
      EMPTY_ROW,
      ...said,
      ...learnedRows(back, words, style),
    ];
  }
  if (back.end === "revealed") return learnedRows(back, words, style).slice(1);
  const question = questionRows(back, style);
  if (cause === null) return [...question, EMPTY_ROW, row(words.practice.pickCause, "quiet")];
  const missed = row(words.practice.causeMissed, "warning");
  const price = standingOf(exercise, cause) === "wrong" ? [EMPTY_ROW, ...wrapRow(missed, style.width)] : [];
  return [...question, ...price, ...learnedRows(back, words, style)];
}

function questionRows({ text, exercise, cause }: LookBack, style: PanelStyle): readonly Row[] {
  const { question, options } = text.rootCause;
  return [
    ...wrapRow(row(question, "plain", "bold"), style.width),
    EMPTY_ROW,
    ...causeOrder(exercise.id, options.length).flatMap((option, place) =>
      optionRows(options[option], { place, told: toldOf(options[option], option, cause) }, style),
    ),
  ];
}

/** Once it is answered, the right option is told, and the one that was picked. */
function toldOf({ standing } = NO_OPTION, option: number, cause: number | null): OptionSight["told"] {
  if (cause === null || (standing === "wrong" && option !== cause)) return "nothing";
  return standing;
}

/** Why it was so, the smallest fix of what was handed out, what else would do, and what to say about it. */
function learnedRows(
  { text, exercise, variant, lang }: LookBack,
  words: Messages,
  style: PanelStyle,
): readonly Row[] {
  const before = variant.file.text;
  const [solution, ...others] = exercise.solutions;
  const fix = (after: string): readonly Row[] => changeRows(before, withoutHeader(after), words, style.width);
  return [
    ...titled(words.practice.why, markdown(text.why, style), style),
    ...titled(words.practice.solution, fix(solution?.text ?? before), style),
    ...others.flatMap(({ tradeOff, text: other }) => titled(tradeOff?.[lang] ?? "", fix(other), style)),
    ...titled(words.practice.interview, markdown(text.interview, style), style),
  ];
}

/** An option of the root-cause question: where it stands, and what is told about it. */
interface OptionSight {
  readonly place: number;
  readonly told: "nothing" | "right" | "wrong";
}

type CauseOption = ExerciseText["rootCause"]["options"][number];
const NO_OPTION: CauseOption = { text: "", standing: "wrong" };

const OPTION_SIGNS = { nothing: [" ", "plain"], right: ["✓", "good"], wrong: ["✗", "bad"] } as const;

function optionRows(
  option: CauseOption = NO_OPTION,
  { place, told }: OptionSight,
  style: PanelStyle,
): readonly Row[] {
  const [sign, tone] = OPTION_SIGNS[told];
  const rows = markdown(option.text, { ...style, width: style.width - 5 });
  return rows.map(
    (line, at): Row => [
      at === 0 ? span(`${signs(sign)} ${optionLetter(place)}  `, tone, "bold") : gap(5),
      ...line,
    ],
  );
}

function titled(title: string, rows: readonly Row[], { width }: PanelStyle): readonly Row[] {
  return [EMPTY_ROW, ...wrapRow(row(title, "accent", "bold"), width), EMPTY_ROW, ...rows];
}

function markdown(text: string, { width, highlight }: PanelStyle): readonly Row[] {
  return markdownRows(parseMarkdown(text).children, { width, highlight });
}
