import type { RootContent } from "mdast";

import type { CardMark } from "../marks/card-mark.ts";
import type { Frame } from "../source/frame.ts";
import type { Line } from "./line.ts";

/** A block of the notes, taken out of the lists that it may stand in. */
export interface Block {
  readonly node: RootContent;
  /** What stands in front of its lines. Blocks of the same surroundings share one array. */
  readonly frames: readonly Frame[];
  /** The card mark on the line before it; `null` if there is none. */
  readonly mark: CardMark | null;
}

/** A heading, with how high it ranks: 1 is the highest, a half stands between two levels. */
export interface Heading {
  readonly block: Block;
  readonly rank: number;
  readonly line: Line;
}

/** What a document consists of, in its order. */
export type Part =
  | { readonly type: "heading"; readonly heading: Heading }
  | { readonly type: "block"; readonly block: Block };
