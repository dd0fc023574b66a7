import type { Nodes } from "mdast";

import type { Block } from "./block.ts";

/** What some text consists of as far as links go. */
export interface LinkReading {
  /** Where its links lead. */
  readonly links: readonly string[];
  /** The text outside of links. */
  readonly rest: string;
  /** Whether it holds anything else that can be looked at: code, a picture. */
  readonly objects: "some" | "none";
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s)\]}，。；、）】]+/gi;

/** Reads what stands inside and outside of the links of a node; bare addresses are links, too. */
export function readLinks(node: Nodes): LinkReading {
  const links: string[] = [];
  const rest: string[] = [];
  let objects: "some" | "none" = "none";
  const open: Nodes[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === "link") links.push(next.url);
    else if (next.type === "linkReference") links.push(next.identifier);
    else if (next.type === "text") rest.push(next.value, " ");
    else if (OBJECTS.has(next.type)) objects = "some";
    else if ("children" in next) for (const child of next.children.toReversed()) open.push(child);
  }
  const text = rest.join("");
  return { links: [...links, ...(text.match(ADDRESS) ?? [])], rest: text.replaceAll(ADDRESS, ""), objects };
}

const OBJECTS: ReadonlySet<Nodes["type"]> = new Set(["code", "inlineCode", "image", "imageReference"]);

/** How many words a line may have beside its link (`see`, `参考`), one that sends the reader there, and one without a link (`ing`), or an answer in one line. */
const WORDS_BESIDE_LINK = 3;
const WORDS_THAT_SEND = 8;
const WORDS_WITHOUT_LINK = 2;

/** Tells whether blocks hold links and nothing else worth reading. */
export function holdOnlyLinks(blocks: readonly Block[]): boolean {
  let found = 0;
  for (const { node } of blocks) {
    if (node.type === "html" || node.type === "thematicBreak") continue;
    const { links, rest, objects } = readLinks(node);
    const beside = LONG_STORY.test(rest) ? WORDS_THAT_SEND : WORDS_BESIDE_LINK;
    const allowed = links.length === 0 ? WORDS_WITHOUT_LINK : beside * Math.min(links.length, linesOf(node));
    if (objects === "some" || wordsIn(rest) > allowed) return false;
    found += links.length;
  }
  return found > 0;
}

/** Tells whether a line of Markdown only leads elsewhere: to addresses with a few words beside them, or by links that say no more than that. */
export function leadsElsewhere(markdown: string): boolean {
  const links = [...markdown.matchAll(LINK)];
  const rest = markdown.replaceAll(LINK, "").replaceAll(ADDRESS, "");
  if (rest === markdown) return false;
  if (links.length === 0) return wordsIn(rest) <= WORDS_WITHOUT_LINK;
  return links.every(([, text = ""]) => SIGNPOST.test(text)) && wordsIn(rest.replaceAll(AND, "")) === 0;
}

/** A link as it is written; a picture is none. */
const LINK = /(?<!!)\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/gu;

/** What stands on a link that is there for what it leads to, and answers nothing by itself. */
const SIGNPOST =
  /\b(?:here|this|links?|learn|read|more|see|watch|click|article|blog|post|video|source|answer|solution|reference|details?)\b|这里|此处|链接|参考|详解|详见|详细|原文|博客|文章|视频|解析|答案|点击|戳|https?:/iu;

const AND = /\b(?:and|or|also|from|video)\b|和|以及|或/giu;

/** Returns how many lines a block of links is written in. */
function linesOf(node: Nodes): number {
  const { start, end } = node.position ?? { start: { line: 0 }, end: { line: 0 } };
  return end.line - start.line + 1;
}

/** What people write to send a reader elsewhere. */
const SENDING =
  /关于[^，。]{1,20}的(?:详细|具体)?(?:介绍|说明|讲解|分析|内容)|(?:这里|此处|可以?|大家|自行|直接|详细|具体|推荐){0,4}(?:阅读|详见|参见|参考|参阅|见|查看|看看?|请看)(?:我的|这个|这篇|下面的?|官方|官网){0,4}(?:文章|博客|博文|文档|链接|地址|回答|书)?|\b(?:see|read|check out|refer to|more (?:on|in|at)|(?:this|the|my) (?:\w+ )?(?:article|post|blog|link|page)(?: for this)?)\b/giu;

/** Why a line sends the reader elsewhere: `That is a long story, see`, `推荐阅读`. */
const LONG_STORY =
  /(?:较|太|比较|很|过于)(?:多|长|复杂)|篇幅|说来话长|推荐(?:大家)?阅读|\b(?:long|longer|big) (?:story|topic)\b|\btoo (?:long|much)\b/iu;

/** Counts words but those that only send elsewhere; two Chinese characters are one. */
function wordsIn(whole: string): number {
  const text = whole.replaceAll(SENDING, "");
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/[^\P{L}\p{Script=Han}]+/gu)?.length ?? 0;
  return han / 2 + others;
}
