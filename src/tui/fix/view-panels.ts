import type { Moment } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import type { ExerciseText } from "../../card/exercise.ts";
import type { Messages } from "../../locale/messages.ts";
import { columnWidth, type Size } from "../../pages/layout.ts";
import type { Highlight } from "../../pages/markdown/highlight.ts";
import { changeRows, hintRows, lookBackRows, ticketRows } from "../../pages/practice/panel-rows.ts";
import { pictureRows } from "../../pages/practice/picture-view.ts";
import { adviceRows, requestRows, verdictRows } from "../../pages/practice/verdict-rows.ts";
import { EMPTY_ROW, row, type Row } from "../../pages/row.ts";
import { outputDiff } from "../../pages/trace/output-diff.ts";
import type { SignSet } from "../../pages/trace/trace-signs.ts";
import { wrapRow } from "../../pages/wrap.ts";
import type { OpenPractice } from "./fix-app.ts";

/** What the screens are drawn with, besides what they show. */
export interface FixStyle {
  readonly highlight: Highlight | null;
  readonly signs: SignSet;
  readonly moment: Moment;
}

/** What an attempt is drawn with. */
export interface Drawing {
  readonly style: FixStyle;
  readonly size: Size;
  readonly words: Messages;
}

/** Rows of a screen that are no picture: head, foot, and what is told about the picture. */
const AROUND_PICTURE = 8;

/** What a panel is drawn with: the text of the exercise too. */
interface PanelDrawing extends Drawing {
  readonly text: ExerciseText;
  readonly lang: Lang;
}

/** Returns what stands on the panel in front. */
export function panelRows(open: OpenPractice, drawing: PanelDrawing): readonly Row[] {
  const { practice, panel } = open;
  const { words, size, text, lang } = drawing;
  const style = { width: columnWidth(size), highlight: drawing.style.highlight };
  switch (panel) {
    case "ticket":
      return [
        ...ticketRows(practice, text, words, style),
        EMPTY_ROW,
        ...wrapRow(row(words.practice.yourFile(open.file), "quiet"), style.width),
      ];
    case "verdict":
      return verdictPanel(open, words, style.width);
    case "picture":
      return picturePanel(open, drawing);
    case "changes":
      return changeRows(practice.variant.file.text, open.text ?? "", words, style.width);
    case "hints":
      return hintRows(practice, text, words, style);
    case "review":
      return practice.stage.type === "working"
        ? []
        : lookBackRows(
            { exercise: practice.exercise, variant: practice.variant, text, lang, ...endOf(practice.stage) },
            words,
            style,
          );
  }
}

function endOf(stage: Exclude<OpenPractice["practice"]["stage"], { readonly type: "working" }>) {
  switch (stage.type) {
    case "explaining":
      return { end: stage.end, cause: stage.cause };
    case "saving":
      return { end: stage.back.end, cause: stage.back.cause };
    case "over":
      return { end: stage.end, cause: stage.cause };
  }
}

function verdictPanel(
  { practice, text, advice }: OpenPractice,
  words: Messages,
  width: number,
): readonly Row[] {
  if (text === null) return wrapRow(row(words.practice.fileGone, "warning"), width);
  const { verdict, remark, run } = practice;
  if (verdict === null)
    return [row(run.is === "running" ? words.practice.running : words.practice.notRun, "quiet")];
  const told = remark === null ? [] : [...wrapRow(row(remark[words.lang], "accent"), width), EMPTY_ROW];
  return [...told, ...verdictRows(verdict, words, width), ...adviceRows(advice, words, width)];
}

function picturePanel({ picture }: OpenPractice, { style, size, words }: Drawing): readonly Row[] {
  const width = columnWidth(size);
  if (picture === null) return [row(words.practice.noPicture, "quiet")];
  const canvas = {
    size: { columns: width, rows: Math.max(6, size.rows - AROUND_PICTURE) },
    signs: style.signs,
    form: "drawn",
    words: words.trace,
  } as const;
  const moved =
    picture.before === null ? [] : [EMPTY_ROW, ...outputDiff(picture.before, picture.events, canvas)];
  return [
    ...pictureRows(picture, words.practice.yourJob, canvas),
    ...moved,
    EMPTY_ROW,
    ...wrapRow(row(words.practice.pictureKeys, "quiet"), width),
    EMPTY_ROW,
    ...requestRows(picture.request, words, width),
  ];
}
