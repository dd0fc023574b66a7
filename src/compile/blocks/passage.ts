import type { Nodes } from "mdast";

import type { Content } from "../../card/note-text.ts";
import { inOneLine, plainText, tidy } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { placeAt } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";
import { unframed } from "../source/frame.ts";
import type { LinkAround } from "../source/inline-cut.ts";
import { markdownOf, trimmed } from "../source/inline-cut.ts";
import type { InlineText, Range } from "../source/inline-text.ts";
import type { Block } from "./block.ts";

/** A piece of the notes, cut out: as Markdown that can be drawn by itself, and as the words that a reader sees. */
export interface Passage {
  readonly content: Content;
  readonly words: string;
}

/** Cuts blocks out; between blocks of the same surroundings everything stays as it is. */
export function cutBlocks(document: Document, blocks: readonly Block[]): Passage {
  const nodes = blocks.map((block) => block.node);
  const markdown = runsOf(blocks).map((run) => markdownOfRun(document, run));
  const offset = nodes[0] === undefined ? 0 : extentOf(nodes[0]).start;
  return {
    content: {
      markdown: withDefinitions(document, markdown.join("\n\n"), nodes),
      place: placeAt(document, offset),
    },
    words: plainText(nodes),
  };
}

/** Cuts some of the characters of inline text out, without the white space at both ends, and without the marks around all of them. */
export function cutInline(document: Document, inline: InlineText, range: Range): Passage {
  return cutRange(document, inline, trimmed(inline, range), "falls");
}

/** Cuts an answer out of inline text, without the white space at both ends: it may be nothing but a link. */
export function cutAnswer(document: Document, inline: InlineText, range: Range): Passage {
  return cutRange(document, inline, trimmed(inline, range), "stays");
}

function cutRange(document: Document, inline: InlineText, { from, to }: Range, link: LinkAround): Passage {
  const markdown = markdownOf(document.text, inline, { from, to }, link);
  return {
    content: {
      markdown: withDefinitions(document, markdown, inline.nodes),
      place: placeAt(document, inline.starts[from] ?? 0),
    },
    words: tidy(inOneLine(inline.text.slice(from, to))),
  };
}

/** Returns passages as one that begins where the first begins. */
export function joinPassages(first: Passage, ...rest: readonly Passage[]): Passage {
  const all = [first, ...rest];
  return {
    content: { markdown: all.map((one) => one.content.markdown).join("\n\n"), place: first.content.place },
    words: all.map((one) => one.words).join("\n"),
  };
}

/** Parts blocks where their surroundings change. */
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run?.[0]?.frames === block.frames) run.push(block);
    else runs.push([block]);
  }
  return runs;
}

function markdownOfRun(document: Document, run: readonly Block[]): string {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return "";
  return unframed(
    document.text,
    { start: extentOf(first.node).start, end: extentOf(last.node).end },
    first.frames,
  );
}

/** Adds the definitions that the references within need to be understood. */
function withDefinitions(document: Document, markdown: string, nodes: readonly Nodes[]): string {
  if (document.definitions.size === 0) return markdown;
  const needed = [...namesIn(nodes)].flatMap((name) => document.definitions.get(name) ?? []);
  return [markdown, ...needed].join("\n\n");
}

/** Returns the names that nodes refer to, each once: `name` of links and pictures, `^name` of footnotes. */
function namesIn(nodes: readonly Nodes[]): ReadonlySet<string> {
  const names = new Set<string>();
  const open: Nodes[] = nodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "linkReference" || node.type === "imageReference") names.add(node.identifier);
    if (node.type === "footnoteReference") names.add(`^${node.identifier}`);
    if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return names;
}
