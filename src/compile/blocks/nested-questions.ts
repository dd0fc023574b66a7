import type { List, ListItem } from "mdast";

import { asks } from "../words/asks.ts";
import { headOfItem } from "./rough-line.ts";

/** Fewer questions that are answered, or smaller shares of what stands below the topics, are points of an answer. */
const FEWEST = 3;
const ASKING = 2 / 3;
const ANSWERED = 1 / 3;

/** Tells whether bullets only name topics, below each of which questions stand with their answers: `* Gears`, `  * What turns?`, `    * The axle.` */
export function nestsQuestions(list: List): boolean {
  if (list.ordered === true || list.children.some(({ checked }) => typeof checked === "boolean"))
    return false;
  const topics = list.children.filter((item) => !asksAt(item));
  const items = topics.flatMap(nestedItems);
  const asking = items.filter(asksAt);
  const answered = asking.filter(({ children }) => children.length > 1).length;
  if (topics.length < list.children.length || answered < Math.max(FEWEST, items.length * ANSWERED))
    return false;
  return asking.length >= items.length * ASKING;
}

/** Returns the items of the lists in an item. */
export function nestedItems({ children }: ListItem): readonly ListItem[] {
  return children.flatMap((node) => (node.type === "list" && node.ordered !== true ? node.children : []));
}

function asksAt(item: ListItem): boolean {
  return asks(headOfItem(item)?.text ?? "");
}
