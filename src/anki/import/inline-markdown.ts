import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import { asLine, decoded, markdownCode, markdownText } from "./markdown-escape.ts";

/** Returns lines of inline Markdown for HTML; empty lines are gone. */
export function markdownLines(nodes: readonly HtmlNode[]): readonly string[] {
  return flowOf(nodes)
    .split("\n")
    .map(asLine)
    .filter((line) => line !== "");
}

/** Returns paragraphs for HTML without blocks in it: their lines are parted by line breaks. */
export function markdownParagraphs(nodes: readonly HtmlNode[]): readonly string[] {
  return flowOf(nodes)
    .split(/\n\s*\n/u)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map(asLine)
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\\\n"));
}

/** Returns the text between the tags, its white space as it is. */
export function rawText(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? decoded(node) : rawElement(node))).join("");
}

function rawElement({ tag, children }: HtmlElement): string {
  const text = rawText(children);
  if (tag === "br") return "\n";
  return LINES.has(tag) ? `${text}\n` : text;
}

/** Elements that stand in a line of their own. */
const LINES: ReadonlySet<string> = new Set([
  "div",
  "li",
  "tr",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "summary",
  "dt",
  "dd",
]);
const MARKS: Readonly<Record<string, string>> = {
  b: "**",
  strong: "**",
  i: "*",
  em: "*",
  s: "~~",
  del: "~~",
};
const CODE: ReadonlySet<string> = new Set(["code", "kbd", "samp", "tt"]);

/** Sounds and speech are marks in the text. */
const SOUNDS = /\[sound:[^\]]*\]|\[anki:tts[^\]]*\]|\[\/anki:tts\]/gu;

/** Where an element begins or ends that stands in lines of its own: however many meet, they part lines once. */
const EDGE = "\v";

/** Inline Markdown in which line feeds are line breaks, two of them the end of a paragraph. */
function flowOf(nodes: readonly HtmlNode[]): string {
  // A break right before the end of an element is not seen; an element that holds nothing else is an empty line.
  return edgedFlow(nodes).replaceAll(/\v+/gu, EDGE).replaceAll(`\n${EDGE}`, EDGE).replaceAll(EDGE, "\n");
}

function edgedFlow(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? plain(node) : elementFlow(node))).join("");
}

function plain(text: string): string {
  return markdownText(decoded(text.replaceAll(SOUNDS, "")));
}

function elementFlow(node: HtmlElement): string {
  const { tag, address, children } = node;
  if (tag === "br") return "\n";
  if (tag === "pre") return EDGE + codeLines(children) + EDGE;
  if (CODE.has(tag)) return codeLines(children);
  const inside = edgedFlow(children);
  if (tag === "p") return `\n\n${inside}\n\n`;
  if (LINES.has(tag)) return EDGE + inside + EDGE;
  if (tag === "a") return linked(inside, address);
  const mark = MARKS[tag];
  return mark === undefined ? inside : marked(inside, mark);
}

function codeLines(nodes: readonly HtmlNode[]): string {
  return rawText(nodes).split("\n").map(markdownCode).join("\n");
}

/** Marks count only where words are beside them: with punctuation there they might be taken for themselves. */
function marked(inside: string, mark: string): string {
  const [, before = "", text = "", behind = ""] = /^(\s*)(.*?)(\s*)$/su.exec(inside) ?? [];
  const isWords = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text);
  return isWords ? before + mark + text + mark + behind : inside;
}

function linked(inside: string, address: string): string {
  const url = decoded(address)
    .replaceAll(/[\s<>()\\]/gu, encodeURIComponent)
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
  const words = inside.trim();
  return /^https?:\/\/\S+$/iu.test(url) && words !== "" && !words.includes("\n")
    ? `[${words}](${url})`
    : inside;
}
