import type { ContentPart } from "../blocks/content-parts.ts";
import { cutParts } from "../blocks/content-parts.ts";
import { firstWordIn } from "../blocks/inline-contents.ts";
import type { Line } from "../blocks/line.ts";
import type { Passage } from "../blocks/passage.ts";
import { cutInline, joinPassages } from "../blocks/passage.ts";
import { asListed } from "../plain-text.ts";
import { placeAt } from "../source/document.ts";
import type { Context } from "./context.ts";

/** A prompt as it is drawn, and in one line for lists. The words of its passage go without number. */
export interface Prompt {
  readonly passage: Passage;
  readonly line: string;
}

/** Returns a line as the prompt of a note. */
export function promptOf({ document, habits }: Context, line: Line): Prompt {
  const bare = cutInline(document, line.inline, line.bare);
  const shown = habits.numbers === "shown" ? cutInline(document, line.inline, line.whole) : bare;
  return { passage: { content: shown.content, words: bare.words }, line: asListed(shown.words) };
}

/** Returns a passage as a prompt. */
export function promptOfPassage(passage: Passage): Prompt {
  return { passage, line: asListed(passage.words) };
}

/** Returns parts as a prompt, whose place is that of its first word. */
export function promptOfParts({ document }: Context, parts: readonly ContentPart[]): Prompt {
  const { content, words } = cutParts(document, parts);
  const [first] = parts;
  const place =
    first?.type === "block" ? placeAt(document, firstWordIn(document, [first.block])) : content.place;
  return promptOfPassage({ content: { ...content, place }, words });
}

/** Returns a prompt that shows something more below its line: the code that it asks about. */
export function promptShowing(prompt: Prompt, below: Passage): Prompt {
  return { ...prompt, passage: joinPassages(prompt.passage, below) };
}
