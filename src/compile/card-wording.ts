import { askedText, clozeMarkdown } from "../card/asked-text.ts";
import type { NoteText, Wording } from "../card/note-text.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { plainText, tidy } from "./plain-text.ts";
import { tameNesting } from "./source/tame-nesting.ts";

/** Returns what one card of a note asks and answers, as plain text: of a cloze only what this card hides is missing. */
export function cardWording(text: NoteText, sibling: string): Wording {
  if (text.kind !== "cloze") return askedText(text, sibling).wording;
  const markdown = clozeMarkdown(text, (piece) =>
    piece.sibling === sibling ? String.raw`\[${piece.hint ?? "..."}\]` : piece.text,
  );
  const own = text.hidden.filter((piece) => piece.sibling === sibling);
  return {
    question: plainText(parseMarkdown(tameNesting(markdown)).children),
    answer: tidy(own.map((piece) => piece.text).join("\n")),
  };
}
