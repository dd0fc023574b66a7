import type { Table, TableCell } from "mdast";

import type { Block } from "../blocks/block.ts";
import { lineOf } from "../blocks/line.ts";
import type { Passage } from "../blocks/passage.ts";
import { cutInline, joinPassages } from "../blocks/passage.ts";
import type { CardMark } from "../marks/card-mark.ts";
import { plainText } from "../plain-text.ts";
import type { Frame } from "../source/frame.ts";
import { readInline } from "../source/inline-text.ts";
import { isAnswerLabel, isQuestionLabel } from "../words/labels.ts";
import type { Context } from "./context.ts";
import type { Question, Step } from "./found.ts";
import { questionIn } from "./found.ts";
import { promptOf } from "./prompt.ts";

/** Tells whether a table is one of questions by its titles: `| Question | Answer |`. */
export function isQuestionTable({ children: [head] }: Table): boolean {
  const titles = (head?.children ?? []).map((cell) => plainText([cell]));
  const asking = titles.findIndex(isQuestionLabel);
  return asking !== -1 && titles.slice(asking + 1).some(isAnswerLabel);
}

/** Finds the notes of a table whose titles say that it is one of questions. */
export function questionTable(context: Context, blocks: readonly Block[], at: number): Step | null {
  const node = blocks[at]?.node;
  return node?.type === "table" && isQuestionTable(node) ? tableForm(context, blocks, at) : null;
}

/** Finds a note in each row of a table: the first cell asks, or that below `Question`; the others answer. */
export function tableForm(context: Context, blocks: readonly Block[], at: number): Step | null {
  const block = blocks[at];
  if (block?.node.type !== "table") return null;
  const notes = rowNotes(context, block.node, block.frames).map((note, row) => ({
    ...note,
    mark: block.mark === null ? null : markOfRow(block.mark, row + 1),
  }));
  return { findings: { notes, problems: [] }, next: at + 1, end: "closed" };
}

/** Returns the mark of a table for one of its rows: an id gets the row's number, so that both languages pair. */
function markOfRow(mark: CardMark, row: number): CardMark {
  return {
    ...mark,
    id: mark.id === null ? null : `${mark.id}-${row}`,
    traits: { ...mark.traits, kind: "basic" },
  };
}

function rowNotes(context: Context, table: Table, frames: readonly Frame[]): readonly Question[] {
  const [head, ...rows] = table.children;
  const all = (head?.children ?? []).map((cell) => cutCell(context, cell, frames).words);
  // Before the question stands its number.
  const column = Math.max(0, all.findIndex(isQuestionLabel));
  const titles = all.slice(column);
  return rows.flatMap(({ children }) => {
    const [asking, ...cells] = children.slice(column);
    if (asking === undefined) return [];
    const inline = readInline(asking.children, context.document.text, frames);
    const line = lineOf(inline, { from: 0, to: inline.text.length });
    const passages = cells.map((cell) => cutCell(context, cell, frames));
    const answer =
      cells.length > 1 ? passages.map((passage, column) => titled(passage, titles[column + 1])) : passages;
    const [first, ...rest] = answer.filter((_, column) => passages[column]?.words !== "");
    if (line.text === "" || first === undefined) return [];
    const parts = [{ type: "lines", passage: joinPassages(first, ...rest) }] as const;
    return [questionIn(context, { prompt: promptOf(context, line), answer: parts, mark: null })];
  });
}

function cutCell({ document }: Context, cell: TableCell, frames: readonly Frame[]): Passage {
  const inline = readInline(cell.children, document.text, frames);
  const { content, words } = cutInline(document, inline, { from: 0, to: inline.text.length });
  // Outside a table a stroke needs no escape.
  return { content: { ...content, markdown: content.markdown.replaceAll(String.raw`\|`, "|") }, words };
}

/** Puts the title of its column before a cell. */
function titled({ content, words }: Passage, title: string | undefined): Passage {
  if (title === undefined || title === "") return { content, words };
  return {
    content: { ...content, markdown: `**${title}**: ${content.markdown}` },
    words: `${title}: ${words}`,
  };
}
