import type { Blockquote, Html, List, ListItem, Nodes, Paragraph, RootContent } from "mdast";

import { barRows, EMPTY_ROW, gap, row, span, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { textWidth } from "../text-width.ts";
import { visibleText } from "../visible-text.ts";
import { wrapRow } from "../wrap.ts";
import { codeRows } from "./code-rows.ts";
import { htmlLines } from "./html-text.ts";
import { inlineRows } from "./inline-rows.ts";
import { narrowed, type MarkdownStyle } from "./markdown-style.ts";
import { pictureRows } from "./picture-rows.ts";
import { tableRows } from "./table-rows.ts";

/** Returns Markdown as rows no wider than the column, but for code and tables; an empty row stands between its blocks. */
export function markdownRows(blocks: readonly RootContent[], style: MarkdownStyle): readonly Row[] {
  const drawn = blocks.map((block) => blockRows(block, style)).filter((rows) => rows.length > 0);
  return drawn.flatMap((rows, index) => (index === 0 ? rows : [EMPTY_ROW, ...rows]));
}

function blockRows(block: Nodes, style: MarkdownStyle): readonly Row[] {
  switch (block.type) {
    case "paragraph":
      return [
        ...inlineRows(block.children).flatMap((line) => wrapRow(line, style.width)),
        ...picturesIn(block, style),
      ];
    case "heading":
      return inlineRows(block.children, "plain", "bold").flatMap((line) => wrapRow(line, style.width));
    case "list":
      return listRows(block, style);
    case "blockquote":
      return quoteRows(block, style);
    case "code":
      return codeRows(block, style);
    case "table":
      return tableRows(block, style);
    case "html":
      return htmlRows(block, style);
    case "thematicBreak":
      return [row(signs("─").repeat(Math.min(style.width, 24)), "quiet")];
    case "footnoteDefinition":
      return hang(
        span(`[${visibleText(block.label ?? block.identifier)}] `, "quiet").text,
        block.children,
        style,
      );
    default:
      return [];
  }
}

/** Draws the pictures of a paragraph below it, where the terminal can show them. */
function picturesIn({ children }: Paragraph, { pictures, width }: MarkdownStyle): readonly Row[] {
  if (pictures === undefined) return [];
  return children.flatMap((node) => {
    const cells = node.type === "image" ? pictures(node.url, width) : null;
    return cells === null ? [] : pictureRows(cells);
  });
}

/** Cells that the bar before a quote takes. */
const BAR = 2;
/** A text is never made narrower than this, however deep it is nested. */
const NARROWEST = 16;

function quoteRows(quote: Blockquote, style: MarkdownStyle): readonly Row[] {
  if (style.width - BAR < NARROWEST) return markdownRows(quote.children, style);
  return barRows(markdownRows(quote.children, narrowed(style, BAR)));
}

function listRows(list: List, style: MarkdownStyle): readonly Row[] {
  const first = list.start ?? 1;
  const last = String(first + list.children.length - 1).length;
  const items = list.children.map((item, index) => {
    const sign = list.ordered === true ? `${String(first + index).padStart(last)}. ` : signs("· ");
    return hang(sign + checkbox(item), item.children, style);
  });
  const loose = list.children.some((item) => item.children.length > 1 && item.spread === true);
  return items.flatMap((rows, index) => (loose && index > 0 ? [EMPTY_ROW, ...rows] : rows));
}

function checkbox(item: ListItem): string {
  if (item.checked === undefined || item.checked === null) return "";
  return item.checked ? "[x] " : "[ ] ";
}

/** Draws blocks behind a sign: the sign on the first row, room of its width before the others. */
function hang(sign: string, blocks: readonly RootContent[], style: MarkdownStyle): readonly Row[] {
  const cells = style.width - textWidth(sign) < NARROWEST ? 0 : textWidth(sign);
  const inner = narrowed(style, cells);
  if (cells === 0)
    return [row(sign.trimEnd(), "quiet"), ...blocks.flatMap((block) => blockRows(block, inner))];
  const rows = blocks.flatMap((block, index) => {
    const drawn = blockRows(block, inner);
    const follows = index > 0 && block.type !== "list" && drawn.length > 0;
    return follows ? [EMPTY_ROW, ...drawn] : drawn;
  });
  if (rows.length === 0) return [row(sign.trimEnd(), "quiet")];
  return rows.map((line, index) => {
    if (index === 0) return [span(sign, "quiet"), ...line];
    return line.length === 0 ? line : [gap(cells), ...line];
  });
}

/** Of HTML in notes only its words are drawn. */
function htmlRows(html: Html, style: MarkdownStyle): readonly Row[] {
  return htmlLines(html.value).flatMap((line) => wrapRow(row(line), style.width));
}
