import type { Block, Heading, Part } from "./block.ts";
import { settleRanks } from "./settle-ranks.ts";

/** Blocks, and the sections that follow them: a document with what stands before its first heading, or a section. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** A heading with what stands below it, down to the next heading of the same or a higher rank. */
export interface Section extends Outline {
  readonly heading: Heading;
}

interface Draft {
  readonly rank: number;
  readonly blocks: Block[];
  readonly sections: Section[];
}

/** Arranges the parts of a document by the ranks of their headings. */
export function outlineOf(parts: readonly Part[]): Outline {
  const root: Draft = { rank: 0, blocks: [], sections: [] };
  const open: Draft[] = [root];
  for (const part of settleRanks(parts)) {
    if (part.type === "block") {
      open.at(-1)?.blocks.push(part.block);
      continue;
    }
    const { heading } = part;
    while ((open.at(-1)?.rank ?? 0) >= heading.rank) open.pop();
    const section = { heading, rank: heading.rank, blocks: [], sections: [] };
    open.at(-1)?.sections.push(section);
    open.push(section);
  }
  return root;
}

/** Returns everything below a section's heading in its order, the headings of its sections among it. */
export function blocksBelow({ blocks, sections }: Outline): readonly Block[] {
  return [...blocks, ...sections.flatMap((section) => [section.heading.block, ...blocksBelow(section)])];
}
