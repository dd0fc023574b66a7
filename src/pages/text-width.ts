import stringWidth from "string-width";

import { simpleCells } from "./simple-text.ts";
import { terminalTraits } from "./terminal-traits.ts";

/** What follows the escape in a control sequence that styles text, as nearly every row that is drawn has some. */
const STYLE = /\[(?:\d{1,3}(?:;\d{1,3})*)?m/y;

/**
 * Returns the cells that a text takes in a terminal, control sequences not counted.
 *
 * Mixed Chinese and English with its styles, nearly all that is ever drawn, is summed up character by character; the
 * rest (emoji, marks, other control sequences) goes to string-width, whose first use costs some 25 ms.
 */
export function textWidth(text: string): number {
  if (terminalTraits().ambiguous === "wide" && !ASCII.test(text))
    return stringWidth(text, { ambiguousIsNarrow: false });
  let width = 0;
  let index = 0;
  while (index < text.length) {
    const cells = simpleCells(text.charCodeAt(index));
    const units = cells === 0 ? unitsOfStyle(text, index) : 1;
    if (units === 0) return stringWidth(text);
    width += cells;
    index += units;
  }
  return width;
}

/** What is as wide everywhere. */
const ASCII = /^[ -~]*$/;

/** Returns how long the control sequence is that styles text from `index` on; 0 if none begins there. */
function unitsOfStyle(text: string, index: number): number {
  STYLE.lastIndex = index + 1;
  return text[index] === "\u001B" && STYLE.test(text) ? STYLE.lastIndex - index : 0;
}
