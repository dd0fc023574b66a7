import type { Nodes, Paragraph } from "mdast";

import { htmlText, plainText } from "../plain-text.ts";
import { extentOf } from "../source/extent.ts";
import type { Block } from "./block.ts";
import { readLinks } from "./links.ts";

const BACK_TO_TOP =
  /^[\s\p{P}\p{S}]*(?:back to (?:the )?top|go to top|(?:回到|返回|回)(?:顶部|目录|开头|首页|上面))[\s\p{P}\p{S}]*$/iu;

/** Footers are short; longer blocks aren't looked at. */
const LONGEST_FOOTER = 400;
const LONGEST_WAY_BACK = 60;

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
  const { start, end } = extentOf(node);
  if (end - start > LONGEST_FOOTER) return false;
  if (node.type === "html") return BACK_TO_TOP.test(htmlText(node.value));
  return node.type === "paragraph" && (leadsWithinPage(node) || leadsBack(node));
}

/** Tells whether a paragraph holds nothing but links to places of its own page. */
function leadsWithinPage(node: Paragraph): boolean {
  if (!node.children.some((child) => MARKED.has(child.type))) return false;
  const { links, rest, objects } = readLinks(node);
  const within = links.length > 0 && links.every((url) => url.startsWith("#"));
  return within && objects === "none" && /^[\s\p{P}\p{S}]*$/u.test(rest);
}

/** What a link can stand in. */
const MARKED: ReadonlySet<Nodes["type"]> = new Set(["link", "strong", "emphasis"]);

/** Tells whether a paragraph says that one can go back, even without a link. */
function leadsBack(node: Paragraph): boolean {
  const { start, end } = extentOf(node);
  return end - start <= LONGEST_WAY_BACK && BACK_TO_TOP.test(plainText([node]));
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

/** Tells whether a block is nothing but a picture. */
export function isPicture({ node }: Block): boolean {
  if (node.type !== "paragraph") return false;
  return node.children.every(
    (child) => child.type === "image" || child.type === "imageReference" || isBlankNode(child),
  );
}
