import type { Paragraph, RootContent } from "mdast";

import type { Part } from "../blocks/block.ts";
import { roughLines } from "../blocks/rough-line.ts";
import { asks } from "../words/asks.ts";
import { isAspect, isAside } from "../words/labels.ts";

/** Fewer pieces between rules, or a smaller share of all, that begin with a line in bold type say nothing about a file. */
const FEWEST = 6;
const LEAST_SHARE = 3 / 4;

/**
 * Returns the lines in bold type that head what stands between rules, in a file that is parted in this way: its topics and
 * questions. Between two rules there may be more questions.
 */
export function boldLeads(parts: readonly Part[]): ReadonlySet<RootContent> {
  const pieces = parts.flatMap((part, index) =>
    isRule(parts[index - 1]) && part.type === "block" ? [part.block.node] : [],
  );
  const leads = pieces.filter(isLead);
  if (leads.length < FEWEST || leads.length < pieces.length * LEAST_SHARE) return NONE;
  const questions = parts.flatMap((part) =>
    part.type === "block" && asksInBold(part.block.node) ? [part.block.node] : [],
  );
  return new Set([...leads, ...questions]);
}

const NONE: ReadonlySet<RootContent> = new Set();

/** Tells whether a part ends what stands above it: a rule, or a heading. */
function isRule(part: Part | undefined): boolean {
  return part === undefined || part.type === "heading" || part.block.node.type === "thematicBreak";
}

function isLead(node: RootContent): node is Paragraph {
  const [line, ...others] = node.type === "paragraph" ? roughLines(node) : [];
  if (line === undefined || others.length > 0 || line.weight === "plain") return false;
  return !isAspect(line.text) && !isAside(line.text);
}

/** Tells whether a paragraph begins with a line in bold type that asks, whether or not a full stop ends it; the rest answers. */
function asksInBold(node: RootContent): boolean {
  const [line] = node.type === "paragraph" ? roughLines(node) : [];
  return line?.weight === "bold" && asks(line.text.replace(FULL_STOP, ""));
}

const FULL_STOP = /[.。]$/u;
