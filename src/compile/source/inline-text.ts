import type { InlineCode, Parents, PhrasingContent } from "mdast";

import type { Extent } from "./extent.ts";
import { extentOf } from "./extent.ts";
import type { Frame } from "./frame.ts";
import { mapCharacters } from "./map-characters.ts";
import { withoutScripts } from "./without-scripts.ts";

/** Some of the plain characters of inline text: from the first up to `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A piece of inline text with marks around it: what it spans of the plain text, and of the source with its marks and without. */
export interface Span extends Range {
  readonly type: PhrasingContent["type"];
  readonly outer: Extent;
  readonly inner: Extent;
}

/** The inline text of a heading or a paragraph laid open: its plain characters, each with its place in the source. */
export interface InlineText {
  readonly nodes: readonly PhrasingContent[];
  readonly frames: readonly Frame[];
  /** Plain text; its lines end with `\n`. */
  readonly text: string;
  /** Where in the source each character begins, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly spans: readonly Span[];
}

interface Draft {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly spans: Span[];
}

/** Lays inline content of `source`, which stands inside `frames`, open. */
export function readInline(
  nodes: readonly PhrasingContent[],
  source: string,
  frames: readonly Frame[],
): InlineText {
  const draft: Draft = { text: "", starts: [], ends: [], spans: [] };
  for (const node of withoutScripts(nodes)) read(node, source, draft);
  return { ...draft, nodes, frames };
}

function read(node: PhrasingContent, source: string, draft: Draft): void {
  switch (node.type) {
    case "text":
      mapCharacters(node.value, source, extentOf(node), (start, end) => addUnit(draft, start, end));
      draft.text += node.value;
      return;
    case "inlineCode":
      return readCode(node, source, draft);
    case "break":
      return readWhole(node, "\n", draft);
    case "image":
    case "imageReference":
      return readWhole(node, node.alt ?? "", draft);
    default:
      if ("children" in node) readSpan(node, source, draft);
  }
}

function readSpan(node: PhrasingContent & Parents, source: string, draft: Draft): void {
  const from = draft.text.length;
  for (const child of withoutScripts(node.children)) read(child, source, draft);
  const start = extentOf(node.children[0] ?? node).start;
  const end = extentOf(node.children.at(-1) ?? node).end;
  addSpan(node, from, { start, end }, draft);
}

function readCode(node: InlineCode, source: string, draft: Draft): void {
  const from = draft.text.length;
  const { start, end } = extentOf(node);
  const found = source.indexOf(node.value, start);
  // Within code a line ending reads as a space: then the text isn't found as it stands.
  const inner = found === -1 || found + node.value.length > end ? start : found;
  for (let unit = inner; unit < inner + node.value.length; unit += 1) addUnit(draft, unit, unit + 1);
  draft.text += node.value;
  addSpan(node, from, { start: inner, end: inner + node.value.length }, draft);
}

/** Reads what can't be cut: each of its characters stands for all of it. */
function readWhole(node: PhrasingContent, text: string, draft: Draft): void {
  const { start, end } = extentOf(node);
  for (let unit = 0; unit < text.length; unit += 1) addUnit(draft, start, end);
  draft.text += text;
}

function addUnit(draft: Draft, start: number, end: number): void {
  draft.starts.push(start);
  draft.ends.push(end);
}

function addSpan(node: PhrasingContent, from: number, inner: Extent, draft: Draft): void {
  draft.spans.push({ type: node.type, from, to: draft.text.length, outer: extentOf(node), inner });
}

/** Returns the plain text with each character of its code replaced by one that means nothing. */
export function maskCode({ text, spans }: InlineText): string {
  let masked = text;
  for (const { type, from, to } of spans) {
    if (type === "inlineCode") masked = masked.slice(0, from) + "\uFFFC".repeat(to - from) + masked.slice(to);
  }
  return masked;
}
