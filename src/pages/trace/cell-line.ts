import type { Row, Span, Tone } from "../row.ts";
import { textWidth } from "../text-width.ts";

/** A cell of a line that is being drawn. Wide characters take their cell and leave the next one empty. */
interface Cell {
  readonly text: string;
  readonly tone: Tone;
}

/** A line of cells that marks are put on, one over another. */
export class CellLine {
  readonly #cells: Cell[];

  constructor(cells: number, text: string, tone: Tone = "quiet") {
    this.#cells = Array.from({ length: cells }, () => ({ text, tone }));
  }

  /** Puts one sign into a cell; outside of the line nothing happens. */
  put(cell: number, text: string, tone: Tone): void {
    if (cell >= 0 && cell < this.#cells.length) this.#cells[cell] = { text, tone };
  }

  /** Fills the cells from `from` to `to`, both included. */
  fill(from: number, to: number, mark: { readonly text: string; readonly tone: Tone }): void {
    for (let cell = from; cell <= to; cell += 1) this.put(cell, mark.text, mark.tone);
  }

  /** Writes a text where the line has nothing else but `ground`, with a cell of ground behind it; says if it could. */
  write(
    cell: number,
    text: string,
    { ground, tone }: { readonly ground: string; readonly tone: Tone },
  ): boolean {
    const width = textWidth(text);
    const wanted = this.#cells.slice(cell, cell + width + 1);
    if (width === 0 || cell + width > this.#cells.length) return false;
    if (wanted.some((each) => each.text !== ground)) return false;
    let at = cell;
    for (const character of text) {
      this.put(at, character, tone);
      for (let rest = 1; rest < textWidth(character); rest += 1) this.put(at + rest, "", tone);
      at += textWidth(character);
    }
    return true;
  }

  /** Returns the line as a row; neighbours of one tone are one span. */
  row(): Row {
    const spans: Span[] = [];
    for (const { text, tone } of this.#cells) {
      const last = spans.at(-1);
      if (last?.tone === tone) spans[spans.length - 1] = { ...last, text: last.text + text };
      else spans.push({ text, tone, faces: [] });
    }
    return spans;
  }
}
