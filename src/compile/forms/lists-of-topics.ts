import type { ListItem } from "mdast";

import { blocksBelowTopics } from "../blocks/between-headings.ts";
import type { Block, Part } from "../blocks/block.ts";
import { isFooter } from "../blocks/blocks.ts";
import { headOfItem } from "../blocks/rough-line.ts";
import { isAspect } from "../words/labels.ts";
import { isAnswered } from "./prompt-lines.ts";

/** Fewer topics, in fewer sections or with fewer to each, are the points of a text. */
const FEWEST_SECTIONS = 2;
const FEWEST_TOPICS = 12;
const FEWEST_TO_EACH = 5;

/** Returns the numbered items of the sections that are nothing but such: each begins with a topic in bold type, and tells of it below. */
export function topicsInLists(parts: readonly Part[]): readonly ListItem[] {
  const sections = blocksBelowTopics(parts).flatMap((blocks) => topicsIn(blocks) ?? []);
  const items = sections.flat();
  const titles = new Set(items.map((item) => headOfItem(item)?.text));
  const enough = sections.length >= FEWEST_SECTIONS && items.length >= FEWEST_TOPICS;
  return enough && titles.size === items.length ? items : [];
}

/** Returns the items of a section that is one list of topics; `null` if it is anything else. */
function topicsIn(blocks: readonly Block[]): readonly (readonly ListItem[])[] | null {
  const [list, ...others] = blocks.filter((block) => !isFooter(block));
  if (list?.node.type !== "list" || list.node.ordered !== true || others.length > 0) return null;
  const { children } = list.node;
  return children.length >= FEWEST_TO_EACH && children.every(isTopic) ? [children] : null;
}

function isTopic(item: ListItem): boolean {
  const head = headOfItem(item);
  return head?.weight === "bold" && isAnswered(item) && !isAspect(head.text) && !/[:：]$/u.test(head.text);
}
