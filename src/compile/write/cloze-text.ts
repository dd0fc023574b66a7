import type { Hidden, NoteBody, Wording } from "../../card/note-text.ts";
import type { Block } from "../blocks/block.ts";
import { cutBlocks } from "../blocks/passage.ts";
import type { PlacedPiece } from "../forms/cloze-form.ts";
import { piecesHiddenIn } from "../forms/cloze-form.ts";
import type { Cloze } from "../forms/found.ts";
import { tidy } from "../plain-text.ts";
import type { Document } from "../source/document.ts";
import { extentOf } from "../source/extent.ts";
import { unframed } from "../source/frame.ts";

/** A cloze written down. */
export interface ClozeText {
  readonly body: Extract<NoteBody, { kind: "cloze" }>;
  readonly wording: Wording;
  /** One for each number, `c1`, `c2`... in the order of the numbers. */
  readonly siblings: readonly string[];
}

/** What stands in the place of a hidden piece. */
const GAP = "[...]";

/** Writes a cloze down; without siblings, nothing is hidden in it. */
export function clozeText(document: Document, { content: blocks }: Cloze): ClozeText {
  const pieces = numbered(piecesHiddenIn(document, blocks));
  const { content, words } = cutBlocks(document, blocks);
  const numbers = [...new Set(pieces.map((piece) => piece.number))].toSorted((one, other) => one - other);
  return {
    body: { kind: "cloze", content, hidden: pieces.map((piece) => hiddenOf(document, blocks[0], piece)) },
    wording: {
      question: withGaps(words, pieces),
      answer: tidy(pieces.map((piece) => piece.text).join("\n")),
    },
    siblings: numbers.map((number) => `c${number}`),
  };
}

/** Returns a piece with its place in the Markdown that begins with the first block. */
function hiddenOf(document: Document, first: Block | undefined, piece: NumberedPiece): Hidden {
  const start = first === undefined ? 0 : extentOf(first.node).start;
  const offsetOf = (end: number): number =>
    unframed(document.text, { start, end }, first?.frames ?? []).length;
  const { number, text, hint, extent } = piece;
  return { sibling: `c${number}`, text, hint, start: offsetOf(extent.start), end: offsetOf(extent.end) };
}

type NumberedPiece = PlacedPiece & { readonly number: number };

/** Gives the pieces without a number the lowest that are left, in their order. */
function numbered(pieces: readonly PlacedPiece[]): readonly NumberedPiece[] {
  const taken = new Set(pieces.map((piece) => piece.number));
  let last = 0;
  return pieces.map((piece) => {
    if (piece.number !== null) return { ...piece, number: piece.number };
    last += 1;
    while (taken.has(last)) last += 1;
    return { ...piece, number: last };
  });
}

function withGaps(words: string, pieces: readonly PlacedPiece[]): string {
  let question = "";
  let at = 0;
  for (const { marked, hint } of pieces) {
    const text = tidy(marked);
    const found = words.indexOf(text, at);
    if (found === -1) continue;
    question += words.slice(at, found) + (hint === null ? GAP : `[${hint}]`);
    at = found + text.length;
  }
  return question + words.slice(at);
}
