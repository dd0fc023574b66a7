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

/** Returns what stands below each heading that asks nothing, down to the next heading. */
export function blocksBelowTopics(parts: readonly Part[]): readonly (readonly Block[])[] {
  const sections: Block[][] = [];
  let open: Block[] | null = null;
  for (const part of parts) {
    if (part.type === "block") open?.push(part.block);
    else if (part.heading.line.manner === "tells") sections.push((open = []));
    else open = null;
  }
  return sections;
}
