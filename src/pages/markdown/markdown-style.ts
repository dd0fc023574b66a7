import type { Highlight } from "./highlight.ts";
import type { Pictures } from "./picture-rows.ts";

/** What a page of Markdown is drawn with. */
export interface MarkdownStyle {
  /** Cells of the text column. */
  readonly width: number;
  /** Cells that code and tables may take; not there, no more than the text. */
  readonly wide?: number;
  /** Colours code; `null` leaves it plain. */
  readonly highlight: Highlight | null;
  /** Finds the cells of pictures; not there, pictures are only told. */
  readonly pictures?: Pictures;
}

/** Returns the style of what stands beside `cells` taken by something else. */
export function narrowed(style: MarkdownStyle, cells: number): MarkdownStyle {
  const { width, wide } = style;
  return { ...style, width: width - cells, ...(wide === undefined ? {} : { wide: wide - cells }) };
}
