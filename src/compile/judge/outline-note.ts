import type { Block, Heading } from "../blocks/block.ts";
import { leadsNowhere, partsOf, trimParts } from "../blocks/content-parts.ts";
import { unquoted } from "../blocks/quotes.ts";
import type { Context } from "../forms/context.ts";
import type { Findings } from "../forms/found.ts";
import { NOTHING, questionIn } from "../forms/found.ts";
import { promptOf } from "../forms/prompt.ts";

/** Finds the note of a chapter's heading and the quotes below it, which sum the chapter up. */
export function outlineNote(context: Context, heading: Heading, quotes: readonly Block[]): Findings {
  const answer = trimParts(partsOf(unquoted(quotes)));
  if (leadsNowhere(answer)) return NOTHING;
  const note = questionIn(context, {
    prompt: promptOf(context, heading.line),
    answer,
    mark: heading.block.mark,
  });
  return { notes: [{ ...note, manner: "outline" }], problems: [] };
}
