import type { Paragraph } from "mdast";

import type { Block } from "../blocks/block.ts";
import { lineOf, linesOf } from "../blocks/line.ts";
import { cutAnswer } from "../blocks/passage.ts";
import type { Frame } from "../source/frame.ts";
import { frameOf } from "../source/frame.ts";
import type { InlineText, Range } from "../source/inline-text.ts";
import { maskCode, readInline } from "../source/inline-text.ts";
import type { Context } from "./context.ts";
import type { Question, Step } from "./found.ts";
import { questionIn } from "./found.ts";
import { promptOf } from "./prompt.ts";

// A word by itself: `std::vector` and `::before` are something else.
const BETWEEN = /(?<=\S[ \t]+)(:{2,3})(?=[ \t]+\S)/g;

/** Finds definitions, `term :: definition`: lines of a paragraph, or items of a list. `:::` asks both ways. */
export function definitionForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block === undefined) return null;
  const notes = definitionsIn(context, block);
  const [first, ...rest] = notes;
  if (first === undefined) return null;
  return {
    findings: { notes: [{ ...first, mark: block.mark }, ...rest], problems: [] },
    next: at + 1,
    end: "closed",
  };
}

function definitionsIn(context: Context, { node, frames }: Block): readonly Question[] {
  if (node.type === "paragraph") return definitionsOf(context, node, frames);
  if (node.type !== "list") return [];
  return node.children.flatMap((item) => {
    const [first] = item.children;
    if (first?.type !== "paragraph" || item.children.length > 1) return [];
    return definitionsOf(context, first, [...frames, frameOf(item, frames)]);
  });
}

/** A definition as it stands in inline text. */
interface Entry {
  readonly term: Range;
  readonly sign: string;
  readonly definition: Range;
}

function definitionsOf(
  context: Context,
  paragraph: Paragraph,
  frames: readonly Frame[],
): readonly Question[] {
  if (!paragraph.children.some((child) => child.type === "text" && child.value.includes("::"))) return [];
  const inline = readInline(paragraph.children, context.document.text, frames);
  return entriesIn(inline).map(({ term, sign, definition }) => ({
    ...questionIn(context, {
      prompt: promptOf(context, lineOf(inline, term)),
      answer: [{ type: "lines", passage: cutAnswer(context.document, inline, definition) }],
      mark: null,
    }),
    ways: sign === ":::" ? "both" : "one",
  }));
}

/** Returns the definitions of a paragraph that begins with one: each takes its line, and those into which it is wrapped. */
function entriesIn(inline: InlineText): readonly Entry[] {
  const masked = maskCode(inline);
  const entries: Entry[] = [];
  for (const { from, to } of linesOf(inline)) {
    const [sign, another] = [...masked.slice(from, to).matchAll(BETWEEN)];
    if (sign === undefined || another !== undefined) {
      const last = entries.pop();
      if (last === undefined) return [];
      const wrapped = last.definition.to === from - 1 && /^\s*\p{Ll}/u.test(inline.text.slice(from, to));
      entries.push(wrapped ? { ...last, definition: { from: last.definition.from, to } } : last);
      continue;
    }
    const at = from + sign.index;
    entries.push({ term: { from, to: at }, sign: sign[0], definition: { from: at + sign[0].length, to } });
  }
  return entries;
}
