import type { Image, ImageReference, Nodes, PhrasingContent } from "mdast";

import { span, type Face, type Row, type Span, type Tone } from "../row.ts";
import { textWidth } from "../text-width.ts";
import { visibleText } from "../visible-text.ts";

/** The look that a piece of text has from what surrounds it. */
interface Look {
  readonly tone: Tone;
  readonly faces: readonly Face[];
}

/** Lines of the notes at least this wide were broken for their width, shorter ones because their author wanted a new line. */
const FULL_LINE = 40;

/** What stands for the end of a line in a span; no text of the notes has a carriage return left in it. */
const SOFT_BREAK = "\n";
const HARD_BREAK = "\r";

const HAN_LATIN = /(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu;
const HAN_EDGE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;

/** Returns inline Markdown as lines that are not wrapped yet: one for each line that its author broke. */
export function inlineRows(
  nodes: readonly PhrasingContent[],
  tone: Tone = "plain",
  ...faces: readonly Face[]
): readonly Row[] {
  const lines: Line[] = [{ row: [], ends: "soft" }];
  for (const piece of childSpans(nodes, { tone, faces })) {
    for (const [part] of piece.text.matchAll(/[^\n\r]+|[\n\r]/gu)) {
      const last = lines.pop() ?? { row: [], ends: "soft" };
      if (part === SOFT_BREAK || part === HARD_BREAK) {
        lines.push({ ...last, ends: part === HARD_BREAK ? "hard" : "soft" }, { row: [], ends: "soft" });
      } else {
        lines.push({ ...last, row: [...last.row, { ...piece, text: part }] });
      }
    }
  }
  return joinFullLines(lines);
}

/** A line as its author wrote it, and whether a reader of Markdown would keep its end. */
interface Line {
  readonly row: Row;
  readonly ends: "soft" | "hard";
}

/** A line that is as wide as a page was broken by an editor, unless it says otherwise: it goes on with the next one. */
function joinFullLines(lines: readonly Line[]): readonly Row[] {
  const joined: Row[] = [];
  let isOpen = false;
  for (const { row, ends } of lines) {
    const previous = joined.at(-1);
    if (isOpen && previous !== undefined)
      joined[joined.length - 1] = [...previous, ...seam(previous, row), ...row];
    else joined.push(row);
    isOpen = ends === "soft" && textWidth(row.map((piece) => piece.text).join("")) >= FULL_LINE;
  }
  return joined;
}

/** Between two Chinese characters a line break is nothing, anywhere else it is a space. */
function seam(before: Row, after: Row): Row {
  const left = before.at(-1)?.text.at(-1) ?? "";
  const right = after[0]?.text[0] ?? "";
  return HAN_EDGE.test(left) && HAN_EDGE.test(right) ? [] : [span(" ")];
}

/** What stands between `<mark>` and `</mark>` is set off, as a browser would. */
function childSpans(nodes: readonly Nodes[], look: Look): readonly Span[] {
  const spans: Span[] = [];
  let current = look;
  for (const node of nodes) {
    if (node.type === "html" && node.value === "<mark>")
      current = { tone: "accent", faces: [...look.faces, "bold"] };
    else if (node.type === "html" && node.value === "</mark>") current = look;
    else spans.push(...spansOf(node, current));
  }
  return spans;
}

function spansOf(node: Nodes, look: Look): readonly Span[] {
  switch (node.type) {
    case "text":
      return [styled(visibleText(node.value).replaceAll(HAN_LATIN, " "), look)];
    case "inlineCode":
      return [styled(visibleText(node.value), { ...look, tone: "literal" })];
    case "break":
      return [styled(HARD_BREAK, look)];
    case "html":
      return /^<br\s*\/?>$/iu.test(node.value.trim()) ? [styled(HARD_BREAK, look)] : [];
    case "image":
    case "imageReference":
      return [styled(pictureText(node), { ...look, tone: "quiet" })];
    case "footnoteReference":
      return [styled(`[${visibleText(node.label ?? node.identifier)}]`, { ...look, tone: "quiet" })];
    default:
      return "children" in node ? childSpans(node.children, lookInside(node, look)) : [];
  }
}

function styled(text: string, look: Look): Span {
  return { text, tone: look.tone, faces: look.faces };
}

function lookInside(node: Nodes, look: Look): Look {
  switch (node.type) {
    case "strong":
      return { ...look, faces: [...look.faces, "bold"] };
    case "emphasis":
      return { ...look, faces: [...look.faces, "italic"] };
    case "delete":
      return { ...look, faces: [...look.faces, "strike"] };
    case "link":
    case "linkReference":
      return { tone: "accent", faces: [...look.faces, "underline"] };
    default:
      return look;
  }
}

/** A picture in a terminal is its description and where it is to be found. */
function pictureText(node: Image | ImageReference): string {
  const words = visibleText(node.alt ?? "");
  return `[▣ ${[words, visibleText("url" in node ? node.url : "")].filter((part) => part !== "").join(" · ")}]`;
}
