import type { Html } from "mdast";

import type { Place } from "../../base/problem.ts";
import type { Document } from "./document.ts";
import { lineStartsOf, placeAt } from "./document.ts";
import { extentOf } from "./extent.ts";

/** One piece of HTML is asked for many places. */
const STARTS = new WeakMap<Html, readonly number[]>();

/**
 * Returns the place of a character of a piece of HTML. Inside quotes and items its lines have lost what stands in front
 * of them, so that characters are counted from the end of their line.
 */
export function placeInHtml(document: Document, node: Html, index: number): Place {
  const { start, end } = extentOf(node);
  if (end - start === node.value.length) return placeAt(document, start + index);
  const starts = STARTS.get(node) ?? lineStartsOf(node.value);
  STARTS.set(node, starts);
  const { line } = placeAt({ path: document.path, lineStarts: starts }, index);
  const below = (node.position?.start.line ?? 1) - 1 + line;
  const next = starts[line];
  const [lineEnd, ownEnd] =
    next === undefined ? [end, node.value.length] : [document.lineStarts[below] ?? end, next];
  return placeAt(document, lineEnd - (ownEnd - index));
}
