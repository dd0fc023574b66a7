import type { Nodes } from "mdast";

/** What a node takes of the source: from `start` up to `end`, in UTF-16 units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Returns what `node` takes of the source. */
export function extentOf(node: Nodes): Extent {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
