import type { Block } from "../blocks/block.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import type { Context } from "./context.ts";
import type { Findings } from "./found.ts";
import { allOf, answerMissing } from "./found.ts";
import { noteAt } from "./note-at.ts";

/** Finds the notes among blocks that no heading above has taken as its answer. */
export function scan(context: Context, blocks: readonly Block[]): Findings {
  const found: Findings[] = [];
  for (let at = 0; at < blocks.length;) {
    const step = noteAt(context, blocks, at);
    if (step === null) {
      at += 1;
      continue;
    }
    const end = step.end === "open" ? endOfText(context, blocks, step.next) : step.next;
    found.push(goneOn(step.findings, blocks.slice(step.next, end)));
    at = end;
  }
  return allOf(found);
}

/** Returns where the text that begins at an index ends: at a rule, or where the next note begins. */
function endOfText(context: Context, blocks: readonly Block[], from: number): number {
  let at = from;
  while (
    at < blocks.length &&
    blocks[at]?.node.type !== "thematicBreak" &&
    noteAt(context, blocks, at) === null
  )
    at += 1;
  return at;
}

/** Adds blocks to the answer of the last question; without any answer it is a stub. */
function goneOn(findings: Findings, blocks: readonly Block[]): Findings {
  const last = findings.notes.at(-1);
  if (last?.form !== "question") return findings;
  const answer = trimParts([...last.answer, ...partsOf(blocks)]);
  const notes = findings.notes.slice(0, -1);
  if (!leadsNowhere(answer)) return { ...findings, notes: [...notes, { ...last, answer }] };
  return allOf([{ ...findings, notes }, answerMissing(last.prompt)]);
}
