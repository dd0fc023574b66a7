import type { Heading } from "mdast";

import { extentOf } from "../source/extent.ts";
import { isStatement } from "../words/asks.ts";
import type { Line } from "./line.ts";

/** Longer lines are prose, even with a rule below them. */
const LONGEST_UNDERLINED = 100;

/** Tells whether a heading is none: a rule was meant, but it stands right below a text. */
export function isUnderlinedProse(node: Heading, line: Line, source: string): boolean {
  if (source[extentOf(node).start] === "#") return false;
  return line.inline.text.includes("\n") || isStatement(line.title) || line.title.length > LONGEST_UNDERLINED;
}
