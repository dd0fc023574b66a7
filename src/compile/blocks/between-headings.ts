import type { Block, Part } from "./block.ts";

/** Returns what stands above the first heading, and below each. */
export function blocksBetweenHeadings(parts: readonly Part[]): readonly (readonly Block[])[] {
  const sections: Block[][] = [[]];
  for (const part of parts) {
    if (part.type === "heading") sections.push([]);
    else sections.at(-1)?.push(part.block);
  }
  return sections;
}
