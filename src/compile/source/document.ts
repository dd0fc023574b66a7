import type { Root } from "mdast";

import type { Place } from "../../base/problem.ts";
import type { Source } from "../../card/deck.ts";
import { withoutFalseMatter } from "./false-matter.ts";
import { parseLong } from "./parse-long.ts";
import { tameNesting } from "./tame-nesting.ts";
import { withoutContainers } from "./without-containers.ts";

/** A file of notes, parsed. Offsets count UTF-16 units of `text`. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly root: Root;
  /** Where each line begins. */
  readonly lineStarts: readonly number[];
  /** The Markdown of what links, pictures and footnotes refer to, by `[name]` or `[^name]`. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Parses a file of notes. */
export function readDocument(source: Source): Document {
  // The parser counts offsets without a byte order mark.
  const text = withoutContainers(source.text.startsWith("\uFEFF") ? source.text.slice(1) : source.text);
  const root = parseLong(tameNesting(withoutFalseMatter(text)));
  return {
    path: source.path,
    text,
    root,
    lineStarts: lineStartsOf(text),
    definitions: definitionsOf(root, text),
  };
}

/** Returns the place of an offset, as problems and cards name it. */
export function placeAt({ path, lineStarts }: Pick<Document, "path" | "lineStarts">, offset: number): Place {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: path, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** Returns where each line of a text begins. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  const ending = /\r\n?|\n/g;
  while (ending.test(text)) starts.push(ending.lastIndex);
  return starts;
}

function definitionsOf(root: Root, text: string): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const node of root.children) {
    if (node.type !== "definition" && node.type !== "footnoteDefinition") continue;
    const name = node.type === "definition" ? node.identifier : `^${node.identifier}`;
    const markdown = text.slice(node.position?.start.offset, node.position?.end.offset);
    // The first definition of a name counts, as in CommonMark.
    if (!definitions.has(name)) definitions.set(name, markdown);
  }
  return definitions;
}
