import { padRow, row, span, spreadRow, type Row, type Tone } from "../row.ts";
import type { Divergence, ToldStep } from "./divergence.ts";
import { fitRow, type TraceCanvas } from "./trace-canvas.ts";
import { traceSigns } from "./trace-signs.ts";

/** One line of a run: the head of a step, or something that was done at it. */
interface Line {
  readonly text: string;
  readonly head: Row | null;
}

/** Returns the steps of two runs in two columns, from the last one that is the same on; lines that differ are marked. */
export function sideBySide(
  { before, after, index }: Divergence,
  names: readonly [left: string, right: string],
  most: number,
  canvas: TraceCanvas,
): readonly Row[] {
  const { words, size } = canvas;
  const signs = traceSigns(canvas.signs);
  const from = Math.max(0, index - 1);
  const pairs = [...pairsFrom(from, before, after)].slice(0, most);
  const title = row(words.divergence.title, "accent", "bold");
  return [
    spreadRow(title, row(words.divergence.after(index), "quiet"), size.columns),
    pairRow(
      row(names[0], "plain", "bold"),
      row(signs.divider, "quiet"),
      row(names[1], "plain", "bold"),
      canvas,
    ),
    row(signs.rule.repeat(size.columns), "quiet"),
    ...pairs.map(([left, right]) => {
      const isSame = left?.text === right?.text;
      const sign = isSame ? row(signs.divider, "quiet") : row(signs.differs, "bad");
      const tone = isSame ? "quiet" : "plain";
      return pairRow(lineRow(left, tone), sign, lineRow(right, tone), canvas);
    }),
  ];
}

function* pairsFrom(
  from: number,
  before: readonly ToldStep[],
  after: readonly ToldStep[],
): Iterable<readonly [Line | undefined, Line | undefined]> {
  for (let index = from; index < Math.max(before.length, after.length); index += 1) {
    const [left, right] = [linesOf(before[index]), linesOf(after[index])];
    for (let line = 0; line < Math.max(left.length, right.length); line += 1) yield [left[line], right[line]];
  }
}

function linesOf(told: ToldStep | undefined): readonly Line[] {
  if (told === undefined) return [];
  const head: Row = [span(`${told.step} `, "quiet"), span(told.place, "plain", "bold")];
  return [{ text: told.place, head }, ...told.said.map((text) => ({ text, head: null }))];
}

function lineRow(line: Line | undefined, tone: Tone): Row {
  if (line === undefined) return [];
  return line.head ?? row(`  ${line.text}`, tone);
}

function pairRow(left: Row, sign: Row, right: Row, canvas: TraceCanvas): Row {
  const width = Math.floor((canvas.size.columns - 3) / 2);
  const cells = padRow(fitRow(left, canvas, width), width);
  return [...cells, span(" "), ...sign, span(" "), ...fitRow(right, canvas, width)];
}
