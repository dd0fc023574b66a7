import type { Block, Heading } from "../blocks/block.ts";
import { trimBlocks } from "../blocks/blocks.ts";
import type { Section } from "../blocks/outline.ts";
import { quotesAt } from "../blocks/quotes.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { scan } from "../forms/scan.ts";
import { tableForm } from "../forms/table-form.ts";
import { outlineNote } from "./outline-note.ts";

/**
 * Finds the note of a marked heading that is a topic with one note below it, which the mark is about: a cloze, a
 * definition. `null` if there is none, or several.
 */
export function formBelowMark(context: Context, { heading, blocks }: Section): Findings | null {
  const { mark } = heading.block;
  if (mark === null || mark.traits.kind !== null || heading.line.manner !== "tells") return null;
  const { notes, problems } = scan(context, trimBlocks(blocks));
  const [note, ...others] = notes;
  if (note === undefined || others.length > 0 || note.mark !== null) return null;
  return { notes: [{ ...note, mark }], problems };
}

/** Finds the note of a marked heading in a form that its mark calls for; `null` if any question would do. */
export function markedNote(context: Context, heading: Heading, blocks: readonly Block[]): Findings | null {
  const { mark } = heading.block;
  const body = trimBlocks(blocks);
  switch (mark?.traits.kind) {
    case "cloze":
      return {
        notes: [
          { form: "cloze", content: firstRun(body), mark, trail: [...context.trail, heading.line.title] },
        ],
        problems: [],
      };
    case "table":
      return tableBelow(context, heading, body);
    default:
      return mark !== null && heading.line.manner === "tells" ? quotesBelow(context, heading, body) : null;
  }
}

function tableBelow(context: Context, heading: Heading, body: readonly Block[]): Findings | null {
  const table = body.find((block) => block.node.type === "table");
  if (table === undefined) return null;
  const inner = { ...context, trail: [...context.trail, heading.line.title] };
  return tableForm(inner, [{ ...table, mark: heading.block.mark }], 0)?.findings ?? null;
}

function quotesBelow(context: Context, heading: Heading, body: readonly Block[]): Findings | null {
  const quotes = quotesAt(body, 0);
  return quotes.length === 0 ? null : outlineNote(context, heading, quotes);
}

/** Returns the blocks up to where their surroundings change. */
function firstRun(blocks: readonly Block[]): readonly Block[] {
  const change = blocks.findIndex((block) => block.frames !== blocks[0]?.frames);
  return change === -1 ? blocks : blocks.slice(0, change);
}
