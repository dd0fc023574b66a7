import type { ListItem, Nodes, Paragraph } from "mdast";

import { isQuestion } from "../words/asks.ts";
import type { Numbering } from "../words/numbering.ts";
import { numberingOf } from "../words/numbering.ts";
import { STARRED, STARS } from "./line.ts";

/** A line of a paragraph as far as it can be told without laying the text open. */
export interface RoughLine {
  /** Its plain text. */
  readonly title: string;
  /** Its plain text without number. */
  readonly text: string;
  readonly numbering: Numbering | null;
  /** The style of its number, `bold` if all of it is bold; `null` if neither. */
  readonly style: string | null;
  /** Whether all of it is bold, its number too. */
  readonly weight: "bold" | "plain";
  /** The question in bold type that it begins with, if it goes on behind that; `null` if there is none. */
  readonly lead: string | null;
}

// They mark where bold type begins and ends, and stand in no text.
const [BOLD, PLAIN] = ["\uFDD0", "\uFDD1"];
const ALL_BOLD = new RegExp(`^${BOLD}[^${BOLD}${PLAIN}]*${PLAIN}$`, "u");
const BOLD_LEAD = new RegExp(
  `^([^${BOLD}]{0,8})${BOLD}([^${BOLD}${PLAIN}]+)${PLAIN}(?=.*[\\p{L}\\p{N}])`,
  "u",
);

/** Habits and forms ask for the same lines: a paragraph is read once. */
const READ = new WeakMap<Paragraph, readonly RoughLine[]>();

/** Returns the lines of a paragraph, read roughly. */
export function roughLines(paragraph: Paragraph): readonly RoughLine[] {
  const lines = READ.get(paragraph) ?? readLines(paragraph);
  READ.set(paragraph, lines);
  return lines;
}

function readLines({ children }: Paragraph): readonly RoughLine[] {
  const parts: string[] = [];
  for (const child of children) write(child, parts);
  return parts.join("").split("\n").map(readLine);
}

/** Returns the line that an item begins with; `null` if it begins with something else. */
export function headOfItem(item: ListItem): RoughLine | null {
  const [first] = item.children;
  return first?.type === "paragraph" ? (roughLines(first)[0] ?? null) : null;
}

function readLine(line: string): RoughLine {
  const trimmed = line.trim();
  const title = withoutStars(trimmed.replaceAll(BOLD, "").replaceAll(PLAIN, "").trim());
  const numbering = numberingOf(title);
  const weight = ALL_BOLD.test(trimmed) || STARRED.test(trimmed) ? "bold" : "plain";
  const style = numbering?.style ?? (weight === "bold" ? "bold" : null);
  return {
    title,
    text: title.slice(numbering?.length ?? 0),
    numbering,
    style,
    weight,
    lead: leadOf(trimmed, numbering),
  };
}

function withoutStars(title: string): string {
  return STARRED.test(title) ? title.slice(STARS, -STARS).trim() : title;
}

function leadOf(line: string, numbering: Numbering | null): string | null {
  if (!line.includes(BOLD)) return null;
  const [, before = "", lead = ""] = BOLD_LEAD.exec(line) ?? [];
  return isQuestion(lead) && before.length <= (numbering?.length ?? 0) ? lead : null;
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
