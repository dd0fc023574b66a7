import type { ListItem, Nodes, Paragraph } from "mdast";

import { numberingOf } from "../words/numbering.ts";

/** A line of a paragraph as far as it can be told without laying the text open. */
export interface RoughLine {
  /** Its plain text. */
  readonly title: string;
  /** Its plain text without number. */
  readonly text: string;
  /** The style of its number, `bold` if all of it is bold; `null` if neither. */
  readonly style: string | null;
}

// They mark where bold type begins and ends, and stand in no text.
const [BOLD, PLAIN] = ["\uFDD0", "\uFDD1"];
const ALL_BOLD = new RegExp(`^${BOLD}[^${BOLD}${PLAIN}]*${PLAIN}$`, "u");

/** Returns the lines of a paragraph, read roughly. */
export function roughLines(paragraph: Paragraph): readonly RoughLine[] {
  const parts: string[] = [];
  for (const child of paragraph.children) write(child, parts);
  return parts.join("").split("\n").map(readLine);
}

/** Returns the line that an item begins with; `null` if it begins with something else. */
export function headOfItem(item: ListItem): RoughLine | null {
  const [first] = item.children;
  return first?.type === "paragraph" ? (roughLines(first)[0] ?? null) : null;
}

function readLine(line: string): RoughLine {
  const trimmed = line.trim();
  const title = trimmed.replaceAll(BOLD, "").replaceAll(PLAIN, "").trim();
  const numbering = numberingOf(title);
  const style = numbering?.style ?? (ALL_BOLD.test(trimmed) ? "bold" : null);
  return { title, text: title.slice(numbering?.length ?? 0), style };
}

function write(node: Nodes, parts: string[]): void {
  if (node.type === "text" || node.type === "inlineCode") {
    parts.push(node.value);
  } else if (node.type === "break") {
    parts.push("\n");
  } else if ("children" in node) {
    if (node.type === "strong") parts.push(BOLD);
    for (const child of node.children) write(child, parts);
    if (node.type === "strong") parts.push(PLAIN);
  }
}
