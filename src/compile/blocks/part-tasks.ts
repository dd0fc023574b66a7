import type { List, ListItem } from "mdast";

/** Parts a list that begins with tasks and goes on without boxes: for the parser a blank line between two lists is none. */
export function partTasks(list: List): readonly List[] {
  const end = list.children.findIndex((item) => typeof item.checked !== "boolean");
  const mixed = list.children.slice(end).some((item) => typeof item.checked === "boolean");
  if (end <= 0 || mixed) return [list];
  return [list.children.slice(0, end), list.children.slice(end)].map((items) => withItems(list, items));
}

/** Returns a list with some of its items only. */
export function withItems(list: List, items: ListItem[]): List {
  const [start, end] = [items[0]?.position?.start, items.at(-1)?.position?.end];
  const part: List = { ...list, children: items };
  return start === undefined || end === undefined ? part : { ...part, position: { start, end } };
}
