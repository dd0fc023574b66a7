import type { Block } from "../blocks/block.ts";
import { isPicture } from "../blocks/blocks.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import { roughLines } from "../blocks/rough-line.ts";
import { plainText } from "../plain-text.ts";
import { isAnswerLabel } from "../words/labels.ts";

/** A remark about a question, beside which nothing stands in its line: `Company: Gear Works`. */
const REMARK =
  /^[\s\p{P}\p{S}]*(?:公司|分类|类别|来源|出处|标签|难度|考点|题型|作者|company|companies|category|tags?|topics?|source|difficulty|level)\s*[:：].{0,80}$/iu;

/** Tells whether all that stands below a question is a link to its answer, what it asks about, and remarks. */
export function isAnsweredElsewhere(blocks: readonly Block[]): boolean {
  const last = blocks.at(-1);
  return last !== undefined && isAnswerLink(last) && blocks.slice(0, -1).every(isBeside);
}

function isAnswerLink(block: Block): boolean {
  const { type } = block.node;
  if (type !== "paragraph" && type !== "list" && type !== "blockquote") return false;
  return holdOnlyLinks([block]) && isAnswerLabel(plainText([block.node]));
}

function isBeside(block: Block): boolean {
  const { node } = block;
  if (node.type === "code" || isPicture(block)) return true;
  return node.type === "paragraph" && roughLines(node).every(({ title }) => REMARK.test(title));
}
