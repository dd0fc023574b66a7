import stringWidth from "string-width";

import { simpleCells } from "./simple-text.ts";

/**
 * Returns the cells that a text takes in a terminal, control sequences not counted.
 *
 * Mixed Chinese and English, nearly all that is ever drawn, is summed up character by character; the rest
 * (emoji, marks, control sequences) goes to string-width, whose first use costs some 25 ms.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cells = simpleCells(text.charCodeAt(index));
    if (cells === 0) return stringWidth(text);
    width += cells;
  }
  return width;
}
