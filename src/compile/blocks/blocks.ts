import type { Nodes, Paragraph } from "mdast";

import { htmlText, plainText } from "../plain-text.ts";
import { extentOf } from "../source/extent.ts";
import type { Range } from "../source/inline-text.ts";
import { isAnswerLabel } from "../words/labels.ts";
import { isToReaders } from "../words/to-readers.ts";
import type { Block } from "./block.ts";
import { readLinks } from "./links.ts";

const BACK_TO_TOP =
  /^[\s\p{P}\p{S}]*(?:back to (?:the )?top|go to top|(?:回到|返回|回)(?:顶部|目录|开头|首页|上面))[\s\p{P}\p{S}]*$/iu;

/** What people write where they have nothing to say yet. */
const PLACEHOLDER =
  /^(?:[\d一二三四五六七八九十~～-]{1,8}[、.．])?(?:[\s\p{P}\p{S}]*(?:todo|tbd|tba|wip|coming soon|work (?:in|on) progress|to be (?:filled|added|written|continued|done|completed)(?: in)?|(?:内容)?(?:未完)?待(?:续|补|补充|完善|更新|整理|写|填|填写|完成)(?:中|ing)?|(?:整理|更新|补充|完善|编写)(?:中|ing)|敬请期待|暂无|暂缺|省略|从略|略)){1,3}[\s\p{P}\p{S}]*$/iu;

/** What people write beside a topic about how often it is asked. */
const REMARK =
  /^[\s\p{P}\p{S}]*(?:(?:面试|笔试|大厂|校招|社招)?(?:中|的)?(?:(?:超|最)?高频|常问|常考|必问|必考|必会|必背|必看|重点|热点|考点|重要)(?:考点|考题|题目?|问题|知识点|内容|中的重点)?|(?:very |most )?(?:important|frequently asked|must[- ]know|hot)(?: (?:question|topic))?)[\s\p{P}\p{S}]*$/iu;

/** Footers are short; longer blocks aren't looked at. */
const LONGEST_FOOTER = 400;
const LONGEST_WITHOUT_CONTENT = 60;

/** Tells whether nothing of a node is seen: white space, `&nbsp;`, tags without text. */
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

/** Every form asks about the same blocks: what was told of one is not worked out again. */
const TOLD = new WeakMap<Block["node"], boolean>();

/** Tells whether a block only closes what stands above it, or keeps its place: a rule, a link back to the top, `TODO`, nothing visible. */
export function isFooter({ node }: Block): boolean {
  const told = TOLD.get(node) ?? isFooterNode(node);
  TOLD.set(node, told);
  return told;
}

function isFooterNode(node: Block["node"]): boolean {
  if (node.type === "thematicBreak" || isBlankNode(node)) return true;
  const { start, end } = extentOf(node);
  if (end - start > LONGEST_FOOTER) return false;
  if (node.type === "html") return BACK_TO_TOP.test(htmlText(node.value));
  if (node.type === "paragraph" && leadsWithinPage(node)) return true;
  return TEXTS.has(node.type) && end - start <= LONGEST_WITHOUT_CONTENT && keepsPlace(node);
}

const TEXTS: ReadonlySet<Nodes["type"]> = new Set(["paragraph", "blockquote", "list"]);

/** Tells whether a paragraph holds nothing but links to places of its own page. */
function leadsWithinPage(node: Paragraph): boolean {
  if (!node.children.some((child) => MARKED.has(child.type))) return false;
  const { links, rest, objects } = readLinks(node);
  const within = links.length > 0 && links.every((url) => url.startsWith("#"));
  return within && objects === "none" && /^[\s\p{P}\p{S}]*$/u.test(rest);
}

/** What a link can stand in. */
const MARKED: ReadonlySet<Nodes["type"]> = new Set(["link", "strong", "emphasis"]);

/** Tells whether a block only says that one can go back, even without a link, that something will be written here, or how often it is asked. */
function keepsPlace(node: Block["node"]): boolean {
  const text = plainText([node]);
  if (BACK_TO_TOP.test(text) || PLACEHOLDER.test(text)) return true;
  return node.type === "list" ? isAnswerLabel(text) : REMARK.test(text);
}

/** Tells whether a paragraph or a quote is said to the readers: an advertisement, the offer of a chat. */
export function isAdvert({ node }: Block): boolean {
  if (node.type !== "paragraph" && node.type !== "blockquote") return false;
  const { start, end } = extentOf(node);
  return end - start <= LONGEST_FOOTER && isToReaders(plainText([node]));
}

/** Returns blocks without what is no content at their beginning and at their end. */
export function trimBlocks(blocks: readonly Block[]): readonly Block[] {
  const { from, to } = contentAmong(blocks.length, (index) => blocks[index]);
  return blocks.slice(from, to);
}

/**
 * Returns from where to where there is content: footers are none, nor an advertisement at the end, with its pictures,
 * unless it is all there is. What is no block is content.
 */
export function contentAmong(length: number, blockAt: (index: number) => Block | undefined): Range {
  const is = (told: (block: Block) => boolean, index: number): boolean => {
    const block = blockAt(index);
    return block !== undefined && told(block);
  };
  let [from, to] = [0, length];
  while (from < to && is(isFooter, from)) from += 1;
  for (let end = to; ; to = end) {
    while (end > from && is(isFooter, end - 1)) end -= 1;
    to = end;
    while (end > from + 1 && is(isPicture, end - 1)) end -= 1;
    if (end <= from + 1 || !is(isAdvert, end - 1)) return { from, to };
    end -= 1;
  }
}

/** Tells whether a block is nothing but a picture. */
export function isPicture({ node }: Block): boolean {
  if (node.type !== "paragraph") return false;
  return node.children.every(
    (child) => child.type === "image" || child.type === "imageReference" || isBlankNode(child),
  );
}
