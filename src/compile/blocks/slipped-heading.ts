import type { List, ListItem, RootContent } from "mdast";

import { plainText } from "../plain-text.ts";
import { asks } from "../words/asks.ts";
import { numberingOf } from "../words/numbering.ts";
import { withItems } from "./part-tasks.ts";

/** A list, and what was meant to stand behind it, but has slipped into its last item. */
export interface Slip {
  readonly list: List;
  readonly item: ListItem;
  readonly behind: readonly RootContent[];
}

/**
 * Finds the heading of the next question in the last item of a list: an indentation has put it there, with all that
 * follows. `null` if there is none; a heading that neither asks nor is numbered belongs to its item.
 */
export function slippedHeading(list: List): Slip | null {
  const item = list.children.at(-1);
  const at = item?.children.findIndex((node, index) => index > 0 && isQuestion(node)) ?? -1;
  const last = item?.children[at - 1];
  if (item?.position === undefined || last?.position === undefined) return null;
  const position = { ...item.position, end: last.position.end };
  const kept: ListItem = { ...item, children: item.children.slice(0, at), position };
  return {
    list: withItems(list, [...list.children.slice(0, -1), kept]),
    item,
    behind: item.children.slice(at),
  };
}

function isQuestion(node: RootContent): boolean {
  if (node.type !== "heading") return false;
  const title = plainText([node]);
  const numbering = numberingOf(title);
  return numbering !== null || asks(title);
}
