import type { ContentPart } from "../blocks/content-parts.ts";
import { lineOf } from "../blocks/line.ts";
import { cutAnswer } from "../blocks/passage.ts";
import type { CardMark } from "../marks/card-mark.ts";
import type { Document } from "../source/document.ts";
import type { InlineText, Range } from "../source/inline-text.ts";
import type { Context } from "./context.ts";
import type { Question } from "./found.ts";
import { questionIn } from "./found.ts";
import { promptOf } from "./prompt.ts";

/** Returns the note of some lines of a paragraph: the first one asks, the others begin the answer; `null` if there are none. */
export function noteOfLines(
  context: Context,
  inline: InlineText,
  [head, ...rest]: readonly Range[],
  mark: CardMark | null,
): Question | null {
  if (head === undefined) return null;
  const prompt = promptOf(context, lineOf(inline, head));
  return questionIn(context, { prompt, answer: answerIn(context.document, inline, rest), mark });
}

function answerIn(document: Document, inline: InlineText, lines: readonly Range[]): readonly ContentPart[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ type: "lines", passage: cutAnswer(document, inline, { from: first.from, to: last.to }) }];
}
