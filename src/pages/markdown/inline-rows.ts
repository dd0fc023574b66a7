import type { Nodes, PhrasingContent } from "mdast";

import { span, type Face, type Row, type Span, type Tone } from "../row.ts";
import { textWidth } from "../text-width.ts";
import { visibleText } from "../visible-text.ts";
import { imageText } from "./html-text.ts";
import { raisedText, type Script } from "./math/raised-text.ts";
import { pictureText } from "./picture-text.ts";

/** The look that a piece of text has from what surrounds it. */
interface Look {
  readonly tone: Tone;
  readonly faces: readonly Face[];
  /** Whether it is raised or lowered, as `<sup>` and `<sub>` say. */
  readonly script: Script;
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
  const lines: Line[] = [];
  let line: Span[] = [];
  for (const piece of childSpans(nodes, { tone, faces, script: "line" })) {
    for (const [part] of piece.text.matchAll(/[^\n\r]+|[\n\r]/gu)) {
      if (part === SOFT_BREAK || part === HARD_BREAK) {
        lines.push({ row: line, ends: part === HARD_BREAK ? "hard" : "soft" });
        line = [];
      } else line.push({ ...piece, text: part });
    }
  }
  return joinFullLines([...lines, { row: line, ends: "soft" }]);
}

/** A line as its author wrote it, and whether a reader of Markdown would keep its end. */
interface Line {
  readonly row: Row;
  readonly ends: "soft" | "hard";
}

/** A line that is as wide as a page was broken by an editor, unless it says otherwise: it goes on with the next one. */
function joinFullLines(lines: readonly Line[]): readonly Row[] {
  const joined: Span[][] = [];
  let isOpen = false;
  for (const { row, ends } of lines) {
    const previous = joined.at(-1);
    if (isOpen && previous !== undefined)
      for (const piece of [...seam(previous, row), ...row]) previous.push(piece);
    else joined.push([...row]);
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

/** What stands between `<mark>` and `</mark>` is set off, as a browser would, and so are raised and lowered texts. */
function childSpans(nodes: readonly Nodes[], look: Look): readonly Span[] {
  const spans: Span[] = [];
  let current = look;
  for (const node of nodes) {
    const next = node.type === "html" ? lookBehind(node.value, look) : null;
    if (next === null) spans.push(...spansOf(node, current));
    else current = next;
  }
  return spans;
}

/** Returns the look behind a tag that changes it; `null` if it doesn't. */
function lookBehind(tag: string, look: Look): Look | null {
  switch (tag) {
    case "<mark>":
      return { ...look, tone: "accent", faces: [...look.faces, "bold"] };
    case "<sup>":
      return { ...look, script: "raised" };
    case "<sub>":
      return { ...look, script: "lowered" };
    case "</mark>":
    case "</sup>":
    case "</sub>":
      return look;
    default:
      return null;
  }
}

function spansOf(node: Nodes, look: Look): readonly Span[] {
  switch (node.type) {
    case "text":
      return [styled(raisedText(visibleText(node.value).replaceAll(HAN_LATIN, " "), look.script), look)];
    case "inlineCode":
      return [styled(visibleText(node.value), { ...look, tone: "literal" })];
    case "break":
      return [styled(HARD_BREAK, look)];
    case "html":
      return htmlSpans(node.value.trim(), look);
    case "image":
    case "imageReference":
      return [styled(pictureText(node.alt ?? "", "url" in node ? node.url : ""), { ...look, tone: "quiet" })];
    case "footnoteReference":
      return [styled(`[${visibleText(node.label ?? node.identifier)}]`, { ...look, tone: "quiet" })];
    default:
      return "children" in node ? childSpans(node.children, lookInside(node, look)) : [];
  }
}

/** Of a tag within a line only a picture and a line break are seen. */
function htmlSpans(tag: string, look: Look): readonly Span[] {
  if (/^<br\b/iu.test(tag)) return [styled(HARD_BREAK, look)];
  return /^<img\b/iu.test(tag) ? [styled(imageText(tag), { ...look, tone: "quiet" })] : [];
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
      return { ...look, tone: "accent", faces: [...look.faces, "underline"] };
    default:
      return look;
  }
}
