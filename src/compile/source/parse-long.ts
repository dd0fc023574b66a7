import type { Nodes, Root, RootContent } from "mdast";

import { parseMarkdown } from "../parse-markdown.ts";
import { extentOf } from "./extent.ts";

/** The parser's time grows with the square of a text's length, its memory too: longer texts are parsed in parts. */
const LONGEST = 30_000;
/** A part as long as this is cut through, if no block begins at the margin until then. */
const FARTHEST = 60_000;

/** What links, pictures and footnotes refer to may stand in another part; this finds it at a glance. */
const DEFINITION = /^[ \t>*+\d.)-]*\[[^\]\n]+\]:/m;
const MOST_DEFINITIONS = 50_000;

/** A line that begins a block of its own, if a blank one stands before it. */
const AT_MARGIN = /^[#\p{L}]/u;
const FENCE = /^[ \t]*(?:[-+*>\d.)]+[ \t]+)*(`{3,}|~{3,})/;
/** HTML that a blank line doesn't end. */
const OPENING = /^[ \t]*<(?:!--|!\[CDATA\[|![a-z]|\?|script\b|pre\b|style\b|textarea\b)/i;

/** Parses a Markdown text of any length; a long one in parts of about `longest` UTF-16 units, as if it were in one. */
export function parseLong(text: string, longest: number = LONGEST): Root {
  if (text.length <= longest) return parseMarkdown(text);
  const starts = startsIn(text, longest);
  if (starts.length === 1) return parseMarkdown(text);
  const definitions = definitionsIn(starts.map((start, index) => text.slice(start, starts[index + 1])));
  const root: Root = { type: "root", children: [] };
  let lines = 0;
  for (const [index, start] of starts.entries()) {
    const part = text.slice(start, starts[index + 1]);
    // Front matter stands first or not at all.
    const before = index === 0 ? "" : definitions;
    const nodes = nodesIn(part, before, index === 0 ? definitions : "");
    for (const node of nodes) move(node, start - before.length, lines - linesIn(before));
    root.children.push(...nodes);
    lines += linesIn(part);
  }
  return root;
}

/** Returns the nodes of a part, without what is put before it and behind it. */
function nodesIn(part: string, before: string, behind: string): readonly RootContent[] {
  return parseMarkdown(before + part + behind).children.filter((node) => {
    const at = extentOf(node).start - before.length;
    return at >= 0 && at < part.length;
  });
}

function linesIn(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** Returns where the parts of a text begin: at lines at the margin, outside of code and comments. */
function startsIn(text: string, longest: number): readonly number[] {
  const starts = [0];
  let [above, fence] = ["", ""];
  for (const { 0: ended, index } of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const line = withoutEnd(ended);
    const length = index - (starts.at(-1) ?? 0);
    if (fence === "" && length >= longest && mayBegin(line, above, length)) starts.push(index);
    fence = fenceAfter(line, fence);
    above = line;
  }
  return starts;
}

/** Returns what is defined in the parts of a text, with blank lines behind each; `""` if that is nothing. Only the parser can tell what is a definition. */
function definitionsIn(parts: readonly string[]): string {
  // Of those with the same name the first one counts.
  const found = new Map<string, string>();
  for (const part of parts) {
    if (!DEFINITION.test(part)) continue;
    for (const [name, markdown] of definedBy(parseMarkdown(part), part))
      if (!found.has(name)) found.set(name, markdown);
  }
  const known = [...found.values()].join("\n\n").slice(0, MOST_DEFINITIONS);
  return known === "" ? "" : `${known}\n\n`;
}

/** Returns the names that are defined below a node, each with its Markdown; of a footnote the name is enough. */
function definedBy(node: Nodes, source: string): readonly (readonly [name: string, markdown: string])[] {
  if (node.type === "definition") {
    const { start, end } = extentOf(node);
    return [[node.identifier, source.slice(start, end)]];
  }
  const below = "children" in node ? node.children.flatMap((child) => definedBy(child, source)) : [];
  if (node.type !== "footnoteDefinition") return below;
  return [[`^${node.identifier}`, `[^${node.label ?? node.identifier}]: -`], ...below];
}

/** Returns a line without the white space at its end. Looked for from there it would be tried at each run of spaces. */
function withoutEnd(line: string): string {
  return /^.*[^ \t\r\n]/s.exec(line)?.[0] ?? "";
}

/** Tells whether a part may begin at a line, behind one of `length` UTF-16 units. */
function mayBegin(line: string, above: string, length: number): boolean {
  return (above === "" && AT_MARGIN.test(line)) || (length >= FARTHEST && /^\S/.test(line));
}

/** Returns what closes the code or comment that a line is in, or leaves open; `""` if it leaves none open. */
function fenceAfter(line: string, fence: string): string {
  if (fence === "<") return line.includes(">") ? "" : fence;
  const [, mark = ""] = FENCE.exec(line) ?? [];
  if (fence !== "") return mark.startsWith(fence) && line.endsWith(mark) ? "" : fence;
  return mark === "" && leavesHtmlOpen(line) ? "<" : mark;
}

function leavesHtmlOpen(line: string): boolean {
  return OPENING.test(line) && !line.includes(">");
}

function move(node: Nodes, offset: number, lines: number): void {
  if (node.position !== undefined) {
    const { start, end } = node.position;
    const moved = (point: typeof start): typeof start => ({
      line: point.line + lines,
      column: point.column,
      offset: (point.offset ?? 0) + offset,
    });
    node.position = { start: moved(start), end: moved(end) };
  }
  if ("children" in node) for (const child of node.children) move(child, offset, lines);
}
