import type { Messages } from "../../locale/messages.ts";
import { columnWidth } from "../../pages/layout.ts";
import { selectedRows } from "../../pages/practice/fed-rows.ts";
import { pictureRows, type PictureView } from "../../pages/practice/picture-view.ts";
import { requestRows } from "../../pages/practice/verdict-rows.ts";
import { EMPTY_ROW, row, spreadRow, type Row } from "../../pages/row.ts";
import { signs } from "../../pages/signs.ts";
import { outputDiff } from "../../pages/trace/output-diff.ts";
import type { TraceCanvas } from "../../pages/trace/trace-canvas.ts";
import { visibleLine } from "../../pages/visible-text.ts";
import { wrapRow } from "../../pages/wrap.ts";
import type { Drawing } from "./drawing.ts";

/** Rows of a screen around what stands on a panel: head and foot, and the empty row below a picture. */
const AROUND = 7;

/** A picture takes no fewer rows, however small the window is. */
const FEWEST_ROWS = 6;

/** Returns the panel with the picture of the run that shows the verdict. */
export function picturePanel(picture: PictureView | null, drawing: Drawing): readonly Row[] {
  const { words } = drawing;
  if (picture === null) return [row(words.practice.noPicture, "quiet")];
  const width = columnWidth(drawing.size);
  const keys = keyRows(picture, words, width);
  const canvas = canvasAbove(keys.length, drawing);
  const drawn = pictureRows(picture, words.practice.yourJob, canvas);
  if (picture.kind === "sweep") return [...drawn, EMPTY_ROW, ...keys];
  const { before, events, request, input } = picture;
  const moved = before === null ? [] : [EMPTY_ROW, ...outputDiff(before, events, canvas)];
  return [
    ...drawn,
    ...moved,
    EMPTY_ROW,
    ...keys,
    EMPTY_ROW,
    ...requestRows(request, words, width, input?.selected ?? null),
  ];
}

function canvasAbove(below: number, { style, size, words }: Drawing): TraceCanvas {
  const rows = Math.max(FEWEST_ROWS, size.rows - AROUND - below);
  return {
    size: { columns: columnWidth(size), rows },
    signs: style.signs,
    form: "drawn",
    words: words.trace,
  };
}

/** What keys do here: a sweep is of one promise, any other picture of one run, whose input can be moved. */
function keyRows({ kind, input, sweep }: PictureView, words: Messages, width: number): readonly Row[] {
  if (kind === "sweep") {
    const promise = sweep.type === "none" ? "" : visibleLine(sweep.promise.id);
    return [spreadRow(row(words.practice.otherPicture, "quiet"), row(promise, "quiet"), width)];
  }
  const selected = input === null ? [] : selectedRows(input, words, width);
  return [...selected, ...wrapRow(row(signs(words.practice.pictureKeys), "quiet"), width)];
}
