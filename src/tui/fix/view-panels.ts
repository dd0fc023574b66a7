import type { Lang } from "../../base/lang.ts";
import type { ExerciseText } from "../../card/exercise.ts";
import type { Messages } from "../../locale/messages.ts";
import { columnWidth } from "../../pages/layout.ts";
import { changeRows } from "../../pages/practice/change-rows.ts";
import { hintRows, lookBackRows, ticketRows, type PanelStyle } from "../../pages/practice/panel-rows.ts";
import { adviceRows, verdictRows } from "../../pages/practice/verdict-rows.ts";
import { EMPTY_ROW, row, type Row } from "../../pages/row.ts";
import { wrapRow } from "../../pages/wrap.ts";
import { endingOf } from "../../practice/ending.ts";
import type { Drawing } from "./drawing.ts";
import type { OpenPractice } from "./fix-app.ts";
import { picturePanel } from "./picture-panel.ts";

/** What a panel is drawn with: the text of the exercise too. */
interface PanelDrawing extends Drawing {
  readonly text: ExerciseText;
  readonly lang: Lang;
}

/** Returns what stands on the panel in front. */
export function panelRows(open: OpenPractice, drawing: PanelDrawing): readonly Row[] {
  const { practice, panel } = open;
  const { words, size, text } = drawing;
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
      return picturePanel(open.picture, drawing);
    case "changes":
      return changeRows(practice.variant.file.text, open.text ?? "", words, style.width);
    case "hints":
      return hintRows(practice.attempt, text, words, style);
    case "review":
      return reviewPanel(open, drawing, style);
  }
}

function reviewPanel({ practice }: OpenPractice, drawing: PanelDrawing, style: PanelStyle): readonly Row[] {
  const { exercise, variant, stage } = practice;
  const { text, lang, words } = drawing;
  const ending = endingOf(stage);
  return ending === null ? [] : lookBackRows({ exercise, variant, text, lang, ...ending }, words, style);
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
