import type { ListItem } from "mdast";

import type { Extent } from "./extent.ts";

/** What stands in front of every line of a text inside a quote or a list item; `width` counts columns of indentation. */
export type Frame = { readonly kind: "quote" } | { readonly kind: "item"; readonly width: number };

/** Tabs reach to the next multiple of four columns, as in CommonMark. */
const TAB = 4;

/** Returns an extent of the source as Markdown that stands by itself: without its frames, with `\n` at line ends. */
export function unframed(source: string, extent: Extent, frames: readonly Frame[]): string {
  const slice = source.slice(extent.start, extent.end).replaceAll(/\r\n?/g, "\n");
  if (frames.length === 0 || !slice.includes("\n")) return slice;
  return slice
    .split("\n")
    .map((line, index) => (index === 0 ? line : withoutFrames(line, frames)))
    .join("\n");
}

/** Returns the frame of an item's content, which stands inside `around`. */
export function frameOf(item: ListItem, around: readonly Frame[]): Frame {
  const column = item.children[0]?.position?.start.column ?? 1;
  const taken = around.reduce((sum, frame) => sum + (frame.kind === "item" ? frame.width : 0), 0);
  return { kind: "item", width: Math.max(0, column - 1 - taken) };
}

/** Where reading a line has come to: the next character, and its column (counted from 0). */
interface Cursor {
  readonly index: number;
  readonly column: number;
}

function withoutFrames(line: string, frames: readonly Frame[]): string {
  let cursor: Cursor = { index: 0, column: 0 };
  for (const frame of frames) {
    const next = frame.kind === "quote" ? pastQuote(line, cursor) : pastIndent(line, cursor, frame.width);
    // A lazy line: the paragraph goes on without its frames.
    if (next === null) break;
    cursor = next;
  }
  // A tab that reaches beyond its frame leaves the columns behind it.
  const begun = columnAt(line, cursor.index);
  return " ".repeat(Math.max(0, begun - cursor.column)) + line.slice(cursor.index);
}

function pastQuote(line: string, cursor: Cursor): Cursor | null {
  const mark = pastIndent(line, cursor, TAB - 1);
  if (mark === null || line[mark.index] !== ">") return null;
  return pastIndent(line, { index: mark.index + 1, column: mark.column + 1 }, 1);
}

function pastIndent(line: string, from: Cursor, width: number): Cursor | null {
  let { index } = from;
  const end = from.column + width;
  let column = Math.max(from.column, columnAt(line, index));
  while (column < end && (line[index] === " " || line[index] === "\t")) {
    column += line[index] === "\t" ? TAB - (column % TAB) : 1;
    index += 1;
  }
  return { index, column: Math.min(column, end) };
}

function columnAt(line: string, index: number): number {
  let column = 0;
  for (let at = 0; at < index; at += 1) column += line[at] === "\t" ? TAB - (column % TAB) : 1;
  return column;
}
