import type { PhrasingContent, RootContentMap } from "mdast";

import { plainText } from "../../compile/plain-text.ts";
import { escapeAttribute, escapeText } from "./escape.ts";
import type { Page } from "./html-page.ts";
import { within } from "./html-page.ts";
import { joinLines } from "./join-lines.ts";

/** Returns inline Markdown as HTML. Of raw HTML only line breaks are taken, of links only those to the web and to mail. */
export function inlineHtml(nodes: readonly PhrasingContent[], page: Page): string {
  const inner = within(page);
  if (inner === null) return escapeText(plainText(nodes));
  return nodes.map((node) => nodeHtml(node, inner)).join("");
}

/** Returns the sign of a footnote. */
export function footnoteSign(label: string): string {
  return `<sup>&#91;${escapeText(label)}]</sup>`;
}

type InlineType = PhrasingContent["type"];
/** A node of one of some types, so that the compiler sees which writer fits which node. */
type InlineNode<Type extends InlineType> = {
  [Each in Type]: { readonly type: Each } & RootContentMap[Each];
}[Type];

const WRITERS: { readonly [Type in InlineType]: (node: InlineNode<Type>, page: Page) => string } = {
  text: ({ value }) => escapeText(joinLines(value)),
  inlineCode: ({ value }) => `<code>${escapeText(value)}</code>`,
  break: () => "<br>",
  html: ({ value }) => (/^<br\s*\/?>$/iu.test(value) ? "<br>" : ""),
  strong: ({ children }, page) => `<b>${inlineHtml(children, page)}</b>`,
  emphasis: ({ children }, page) => `<i>${inlineHtml(children, page)}</i>`,
  delete: ({ children }, page) => `<s>${inlineHtml(children, page)}</s>`,
  link: ({ url, children }, page) => linkHtml(url, inlineHtml(children, page)),
  linkReference: ({ identifier, children }, page) =>
    linkHtml(page.definitions.get(identifier) ?? "", inlineHtml(children, page)),
  image: ({ url, alt }, page) => pictureHtml(url, alt ?? "", page),
  imageReference: ({ identifier, alt }, page) =>
    pictureHtml(page.definitions.get(identifier) ?? "", alt ?? "", page),
  footnoteReference: ({ label, identifier }) => footnoteSign(label ?? identifier),
};

function nodeHtml<Type extends InlineType>(node: InlineNode<Type>, page: Page): string {
  return WRITERS[node.type](node, page);
}

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/iu;

function linkHtml(url: string, words: string): string {
  return SAFE_ADDRESS.test(url) ? `<a href="${escapeAttribute(url)}">${words}</a>` : words;
}

/** A picture that can't travel along is told by its description; one of the web is linked, not loaded. */
function pictureHtml(url: string, description: string, page: Page): string {
  const name = page.style.pictureName(url);
  if (name !== null) return `<img src="${escapeAttribute(name)}" alt="${escapeAttribute(description)}">`;
  return linkHtml(url, escapeText(description === "" ? url : description));
}
