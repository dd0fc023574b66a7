import type { ListItem } from "mdast";

import type { Block, Part } from "../blocks/block.ts";
import { headOfItem } from "../blocks/rough-line.ts";
import { asks } from "../words/asks.ts";
import { isAnswered } from "./prompt-lines.ts";

/** How many bullets have to ask and to be answered, inside or by the code below them, so that all are questions and topics. */
interface Shares {
  readonly fewest: number;
  readonly asking: number;
  readonly answered: number;
}

/** Below headings bullets are for points, unless most of them ask; a file that is nothing but answered bullets asks them. */
const BELOW_HEADINGS: Shares = { fewest: 5, asking: 2 / 3, answered: 1 / 3 };
const ALONE: Shares = { fewest: 3, asking: 1 / 6, answered: 3 / 5 };

/** Tells whether the bullets that stand in nothing else are questions. */
export function bulletsAsk(parts: readonly Part[]): boolean {
  const shares = parts.some((part) => part.type === "heading") ? BELOW_HEADINGS : ALONE;
  const items = parts.flatMap((part) => (part.type === "block" ? bulletsIn(part.block) : []));
  if (!enoughAsk(items, shares)) return false;
  const above = parts.filter((part, at) => isBullets(part) && isCode(parts[at + 1]));
  return items.filter(isAnswered).length + above.length >= items.length * shares.answered;
}

/** Most lists are for points: one stops looking as soon as too many have been found. */
function enoughAsk(items: readonly ListItem[], { fewest, asking }: Shares): boolean {
  const most = items.length - Math.max(fewest, items.length * asking);
  let points = 0;
  return (
    most >= 0 &&
    items.every((item) => {
      if (!asks(headOfItem(item)?.text ?? "")) points += 1;
      return points <= most;
    })
  );
}

function isBullets(part: Part): boolean {
  return part.type === "block" && bulletsIn(part.block).length > 0;
}

function isCode(part: Part | undefined): boolean {
  return part?.type === "block" && part.block.node.type === "code";
}

function bulletsIn({ node, frames }: Block): readonly ListItem[] {
  return node.type === "list" && node.ordered !== true && frames.length === 0 ? node.children : [];
}
