import type { Paragraph, RootContent } from "mdast";

import { extentOf } from "../source/extent.ts";
import { reread } from "../source/reread.ts";

/** Signs of a heading with no space behind them, or a Chinese one, as older readers of Markdown took them. One alone is a tag: `#gears`. */
const TIGHT = /^( {0,3}#{1,5})#(?=[\u3000\u00A0]*[\p{L}\p{N}<*`"“【（([])/u;
const ANY_TIGHT = new RegExp(TIGHT, "mu");

const DEEPER = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

/** Returns what a paragraph consists of, if some of its lines are headings such as `##Gears`; `null` if none is. */
export function tightHeadings(paragraph: Paragraph, source: string): readonly RootContent[] | null {
  const { start, end } = extentOf(paragraph);
  const text = source.slice(start, end);
  if (!text.includes("##") || !ANY_TIGHT.test(text)) return null;
  // The last sign gives way to the space, so that everything keeps its place; the level is set right afterwards.
  const nodes = reread(source, paragraph, 0, (line) => line.replace(TIGHT, "$1 "));
  for (const node of nodes) if (node.type === "heading") node.depth = DEEPER[node.depth];
  return nodes;
}
