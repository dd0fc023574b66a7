import { trimBlocks } from "../blocks/blocks.ts";
import { holdOnlyLinks } from "../blocks/links.ts";
import type { Section } from "../blocks/outline.ts";
import { blocksBelow } from "../blocks/outline.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { leftOut } from "../forms/found.ts";
import { isDialogue } from "./dialogue.ts";
import { headingNote } from "./heading-note.ts";

/** Finds the note of a topic below which nothing else is a card: its heading asks, everything below answers. */
export function topicNote(context: Context, section: Section): Findings {
  const { document } = context;
  const blocks = blocksBelow(section);
  const body = trimBlocks(blocks.filter(({ node }) => node.type !== "heading"));
  if (body.length === 0) return leftOut(document, section.heading, "no-body");
  if (holdOnlyLinks(body)) return leftOut(document, section.heading, "links-only");
  if (isDialogue(body)) return leftOut(document, section.heading, "dialogue");
  return headingNote(context, section.heading, blocks);
}
