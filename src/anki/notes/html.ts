import { parseMarkdown } from "../../compile/parse-markdown.ts";
import { blocksHtml } from "./block-html.ts";
import { escapeText } from "./escape.ts";
import type { HtmlStyle } from "./html-page.ts";
import { pageOf } from "./html-page.ts";
import { inlineHtml } from "./inline-html.ts";

/**
 * A line of Markdown that has none of this is one paragraph of plain text, as most prompts and options are, and need not
 * be parsed: marks anywhere, and at the beginning what begins a heading, a quote, a list, a rule or code.
 */
const MARKUP = /[\\`*_[\]<&~\r\n]|^[\s#>+=-]|^\d+[.)]|\s$/u;

/** Returns Markdown as the HTML of a field. Nothing in it runs, and nothing is loaded from elsewhere. */
export function htmlOf(markdown: string, style: HtmlStyle): string {
  if (!MARKUP.test(markdown)) return escapeText(markdown);
  const root = parseMarkdown(markdown);
  const page = pageOf(root, style);
  const [only, ...others] = root.children;
  // A field of one paragraph is easier to edit without a tag around it.
  if (only?.type === "paragraph" && others.every((node) => node.type === "definition")) {
    return inlineHtml(only.children, page);
  }
  return blocksHtml(root.children, page);
}
