import type { Block } from "../blocks/block.ts";
import { plainText } from "../plain-text.ts";

/** Fewer turns than these are a remark. */
const FEWEST_TURNS = 4;
const MOST_SPEAKERS = 4;

/** Tells whether blocks are a dialogue: most paragraphs begin with the name of who speaks, in bold type with a colon. */
export function isDialogue(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter(({ node }) => node.type === "paragraph");
  const speakers = paragraphs.flatMap((block) => speakerOf(block) ?? []);
  const names = new Set(speakers);
  if (speakers.length < FEWEST_TURNS || speakers.length * 2 < paragraphs.length) return false;
  return names.size > 1 && names.size <= MOST_SPEAKERS && speakers.length >= names.size * 2;
}

function speakerOf({ node }: Block): string | null {
  if (node.type !== "paragraph") return null;
  const [first, second] = node.children;
  if (first?.type !== "strong") return null;
  const name = plainText([first]);
  const colonInside = /[:：]$/.test(name);
  const colonBehind = second?.type === "text" && /^\s*[:：]/.test(second.value);
  return colonInside || colonBehind ? name.replace(/\s*[:：]$/, "") : null;
}
