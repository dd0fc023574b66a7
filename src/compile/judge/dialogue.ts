import type { PhrasingContent, Strong } from "mdast";

import type { Block } from "../blocks/block.ts";
import { plainText } from "../plain-text.ts";

/** Fewer turns than these are a remark. */
const FEWEST_TURNS = 4;
const MOST_SPEAKERS = 4;

/** Tells whether blocks are a dialogue: most paragraphs begin with the name of who speaks, in bold type with a colon. */
export function isDialogue(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter(({ node }) => node.type === "paragraph");
  const speakers = paragraphs.flatMap(speakersIn);
  const names = new Set(speakers);
  if (speakers.length < FEWEST_TURNS || speakers.length * 2 < paragraphs.length) return false;
  return names.size > 1 && names.size <= MOST_SPEAKERS && speakers.length >= names.size * 2;
}

/** Returns who speaks in a paragraph: the names at the beginning of its lines. */
function speakersIn({ node }: Block): readonly string[] {
  if (node.type !== "paragraph") return [];
  return node.children.flatMap((child, index) => {
    const above = node.children[index - 1];
    // Somebody's picture may stand before the name.
    const begins =
      above === undefined || (above.type === "text" && /(?:^|\n)[^\p{L}\n]*$/u.test(above.value));
    return child.type === "strong" && begins ? speakerIn(child, node.children[index + 1]) : [];
  });
}

function speakerIn(name: Strong, behind: PhrasingContent | undefined): readonly string[] {
  const text = plainText([name]);
  const hasColon = /[:：]$/.test(text) || (behind?.type === "text" && /^\s*[:：]/.test(behind.value));
  return hasColon ? [text.replace(/\s*[:：]$/, "")] : [];
}
