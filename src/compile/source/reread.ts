import type { Nodes, RootContent } from "mdast";

import { parseMarkdown } from "../parse-markdown.ts";

/** A line of the source: where it begins, and how many characters of indentation are left out of it. */
interface Line {
  readonly start: number;
  readonly left: number;
}

type Point = NonNullable<Nodes["position"]>["start"];

/**
 * Parses the lines that a node stands on once more, by themselves and without their first `width` columns of
 * indentation, each as `rewrite` has it, which keeps its length. The new nodes have their places in `source`.
 */
export function reread(
  source: string,
  node: Nodes,
  width: number,
  rewrite: (line: string) => string = String,
): readonly RootContent[] {
  if (node.position === undefined) return [];
  const { start, end } = node.position;
  const begin = (start.offset ?? 0) - (start.column - 1);
  const lines: Line[] = [];
  const texts: string[] = [];
  for (const [index, text] of linesIn(source.slice(begin, end.offset))) {
    const left = indentationOf(text, width);
    lines.push({ start: begin + index, left });
    texts.push(rewrite(text.slice(left)));
  }
  const { children } = parseMarkdown(texts.join("\n"));
  for (const child of children) move(child, lines, start.line);
  return children;
}

function linesIn(text: string): readonly (readonly [index: number, text: string])[] {
  return [...text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)]
    .filter((found) => found[0] !== "" || found.index === 0)
    .map((found) => [found.index, found[1] ?? ""]);
}

function indentationOf(line: string, width: number): number {
  let column = 0;
  let index = 0;
  for (; column < width && /[ \t]/.test(line[index] ?? ""); index += 1) {
    column += line[index] === "\t" ? TAB - (column % TAB) : 1;
  }
  return index;
}

const TAB = 4;

/** Gives a node and all within it the places of the lines that they were read from; `first` is the first one's number. */
function move(node: Nodes, lines: readonly Line[], first: number): void {
  if (node.position !== undefined) {
    const { start, end } = node.position;
    node.position = { start: moved(start, lines, first), end: moved(end, lines, first) };
  }
  if ("children" in node) for (const child of node.children) move(child, lines, first);
}

function moved({ line, column }: Point, lines: readonly Line[], first: number): Point {
  const { start, left } = lines[line - 1] ?? { start: 0, left: 0 };
  return { line: first + line - 1, column: column + left, offset: start + left + column - 1 };
}
