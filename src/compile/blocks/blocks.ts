import type { Nodes } from "mdast";

import { htmlText, plainText } from "../plain-text.ts";
import { extentOf } from "../source/extent.ts";
import type { Block } from "./block.ts";
import { readLinks } from "./links.ts";

const BACK_TO_TOP =
  /^[\s\p{P}\p{S}]*(?:back to (?:the )?top|go to top|(?:回到|返回|回)(?:顶部|目录|开头|首页|上面))[\s\p{P}\p{S}]*$/iu;

/** Footers are short; longer blocks aren't looked at. */
const LONGEST_FOOTER = 400;

/** Tells whether nothing of a block is seen: white space, `&nbsp;`, tags without text. */
export function isBlank({ node }: Block): boolean {
  return isBlankNode(node);
}

function isBlankNode(node: Nodes): boolean {
  switch (node.type) {
    case "html":
      return htmlText(node.value).trim() === "";
    case "text":
      return /^[\s\u200B\u200E\u200F\u2060]*$/.test(node.value);
    case "code":
      return node.value.trim() === "";
    case "break":
      return true;
    case "paragraph":
    case "strong":
    case "emphasis":
      return node.children.every(isBlankNode);
    default:
      return false;
  }
}

/** Tells whether a block only closes what stands above it: a rule, a link back to the top, nothing visible. */
export function isFooter(block: Block): boolean {
  const { node } = block;
  if (node.type === "thematicBreak" || isBlank(block)) return true;
  if (node.type !== "paragraph" && node.type !== "html") return false;
  const { start, end } = extentOf(node);
  if (end - start > LONGEST_FOOTER) return false;
  return (
    BACK_TO_TOP.test(node.type === "html" ? htmlText(node.value) : plainText([node])) || leadsWithinPage(node)
  );
}

/** Tells whether a node holds nothing but links to places of its own page. */
function leadsWithinPage(node: Nodes): boolean {
  if (node.type === "html") return false;
  const { links, rest, objects } = readLinks(node);
  return (
    objects === "none" &&
    links.length > 0 &&
    links.every((url) => url.startsWith("#")) &&
    /^[\s\p{P}\p{S}]*$/u.test(rest)
  );
}

/** Returns blocks without what is no content at their beginning and at their end. */
export function trimBlocks(blocks: readonly Block[]): readonly Block[] {
  let from = 0;
  let to = blocks.length;
  while (from < to && isLeftover(blocks[from])) from += 1;
  while (to > from && isLeftover(blocks[to - 1])) to -= 1;
  return blocks.slice(from, to);
}

function isLeftover(block: Block | undefined): boolean {
  return block !== undefined && isFooter(block);
}
