import type { RootContent } from "mdast";

import { hashOfText, seededRandom, shuffle } from "../base/random.ts";
import { clozeMarkdown } from "../card/asked-text.ts";
import type { Content, Hidden, NoteText, Option } from "../card/note-text.ts";
import { parseMarkdown } from "../compile/parse-markdown.ts";
import { tameNesting } from "../compile/source/tame-nesting.ts";
import type { ReviewWords } from "../locale/messages.ts";
import { markdownRows } from "./markdown/markdown-rows.ts";
import { narrowed, type MarkdownStyle } from "./markdown/markdown-style.ts";
import { withReadableMath } from "./markdown/math/math-markdown.ts";
import { optionLetter } from "./option-letter.ts";
import type { Picked } from "./picked.ts";
import { EMPTY_ROW, gap, row, span, type Row, type Tone } from "./row.ts";
import { signs } from "./signs.ts";
import { visibleLine } from "./visible-text.ts";
import { wrapRow } from "./wrap.ts";

/** What a card is drawn with. */
export interface CardStyle extends MarkdownStyle {
  readonly words: ReviewWords;
}

/** Which card of a note is seen, from which side, and what is picked of its options. */
export interface CardSight {
  readonly sibling: string;
  /** The front asks; the back shows the answer too. */
  readonly side: "front" | "back";
  readonly picked: Picked;
}

/**
 * Returns what stands as the question: of a cloze its text, on the front without what the card hides; of a choice on
 * the front also the options, which the back judges below.
 */
export function questionRows(text: NoteText, sight: CardSight, style: CardStyle): readonly Row[] {
  switch (text.kind) {
    case "cloze":
      return contentRows(
        clozeMarkdown(text, (piece) => shownOf(piece, sight, style.words)),
        style,
      );
    case "choice":
      return sight.side === "back"
        ? contentRows(text.prompt.markdown, style)
        : [
            ...contentRows(text.prompt.markdown, style),
            EMPTY_ROW,
            ...text.options.flatMap((option, index) => askedOption(option, index, sight.picked, style)),
          ];
    case "order":
      return [
        ...contentRows(text.prompt.markdown, style),
        EMPTY_ROW,
        ...shuffled(text.items).flatMap((item) => signedRows(signs("· "), "quiet", item, style)),
      ];
    default:
      return contentRows(text.prompt.markdown, style);
  }
}

/** The items of an ordering in an order that is the same each time and never the right one. */
function shuffled(items: readonly Content[]): readonly Content[] {
  const random = seededRandom(hashOfText(items.map(({ markdown }) => markdown).join("\n")));
  const mixed = shuffle(items, random);
  const isRight = mixed.every((item, index) => item === items[index]);
  return isRight ? mixed.toReversed() : mixed;
}

/** Returns the answer of a card, as it stands below its question; of a cloze nothing, for its question tells it by then. */
export function answerRows(text: NoteText, picked: Picked, style: CardStyle): readonly Row[] {
  switch (text.kind) {
    case "cloze":
      return [];
    case "choice":
      return [
        ...text.options.flatMap((option, index) => judgedOption(option, index, picked, style)),
        ...explanationRows(text.explanation, style),
      ];
    case "order":
      return [
        ...text.items.flatMap((item, index) => signedRows(`${index + 1}. `, "quiet", item, style)),
        ...explanationRows(text.explanation, style),
      ];
    case "typed":
    case "number":
      return [...acceptedRows(text.accepted, style), ...explanationRows(text.explanation, style)];
    default:
      return contentRows(text.answer.markdown, style);
  }
}

function contentRows(markdown: string, style: CardStyle): readonly Row[] {
  return markdownRows(blocksOf(markdown), style);
}

function blocksOf(markdown: string): readonly RootContent[] {
  return parseMarkdown(withReadableMath(tameNesting(markdown))).children;
}

function acceptedRows(accepted: readonly string[], { width }: CardStyle): readonly Row[] {
  return wrapRow(row(visibleLine(accepted.join(" | ")), "good", "bold"), width);
}

function explanationRows(explanation: Content | null, style: CardStyle): readonly Row[] {
  return explanation === null ? [] : [EMPTY_ROW, ...contentRows(explanation.markdown, style)];
}

/** What this card hides is set off, on the front as a blank; what its siblings hide is in plain sight. */
function shownOf(hidden: Hidden, { sibling, side }: CardSight, words: ReviewWords): string {
  if (hidden.sibling !== sibling) return hidden.text;
  return `<mark>${side === "back" ? hidden.text : `\\[${hidden.hint ?? words.hidden}\\]`}</mark>`;
}

function askedOption(option: Option, index: number, picked: Picked, style: CardStyle): readonly Row[] {
  const pointer = picked.cursor === index ? signs("❯ ") : "  ";
  const box = picked.options.includes(index) ? "[x] " : "[ ] ";
  return signedRows(
    `${pointer}${box}${optionLetter(index)}  `,
    picked.cursor === index ? "accent" : "plain",
    option.content,
    style,
  );
}

function judgedOption(option: Option, index: number, picked: Picked, style: CardStyle): readonly Row[] {
  const { words } = style;
  const wasPicked = picked.options.includes(index);
  const isRight = option.verdict === "right";
  const note = wasPicked ? signs("  ← ") + (isRight ? words.right : words.wrong) : "";
  const tone: Tone = isRight ? "good" : wasPicked ? "bad" : "quiet";
  const rows = signedRows(
    `${signs(isRight ? "✓" : "✗")} ${optionLetter(index)}  `,
    tone,
    option.content,
    style,
  );
  return rows.map((line, at) => (at === rows.length - 1 && note !== "" ? [...line, span(note, tone)] : line));
}

function signedRows(sign: string, tone: Tone, content: Content, style: CardStyle): readonly Row[] {
  const inner = markdownRows(blocksOf(content.markdown), narrowed(style, sign.length + 4));
  return inner.map((line, index) => [index === 0 ? span(sign, tone) : gap(sign.length), ...line]);
}
