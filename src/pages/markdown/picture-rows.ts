import { span, type Row } from "../row.ts";

/** The cells in which a terminal shows a picture that it has been sent. */
export interface PictureCells {
  /** The number that the picture was sent under: 1 to 2^24 - 1. */
  readonly id: number;
  readonly columns: number;
  /** At most `MOST_ROWS`. */
  readonly rows: number;
}

/** Returns the cells of a picture of the notes, at most `room` of them side by side; `null` if the terminal can't show it. */
export type Pictures = (url: string, room: number) => PictureCells | null;

/** What kitty's graphics protocol puts a piece of a picture on: which one, its colour and its marks say. */
const PLACEHOLDER = "\u{10EEEE}";
/** The marks that count the rows from 0, as the protocol has numbered them. */
const COUNTING = [
  0x305, 0x30d, 0x30e, 0x310, 0x312, 0x33d, 0x33e, 0x33f, 0x346, 0x34a, 0x34b, 0x34c, 0x350, 0x351, 0x352,
  0x357, 0x35b, 0x363, 0x364, 0x365,
].map((code) => String.fromCodePoint(code));

/** How many rows a picture takes at most. */
export const MOST_ROWS = COUNTING.length;

/** Returns the rows of a picture; each cell behind the first of a row goes on with the next column. */
export function pictureRows({ id, columns, rows }: PictureCells): readonly Row[] {
  return COUNTING.slice(0, rows).map((mark) => {
    const text = `${PLACEHOLDER}${mark}${COUNTING[0]}${PLACEHOLDER.repeat(Math.max(0, columns - 1))}`;
    return [{ ...span(text), picture: id }];
  });
}
