import type { Wording } from "../../card/note-text.ts";
import { linesFromHtml, wordsFromHtml } from "./html-to-markdown.ts";

/** The text of a cloze as Markdown with Anki's own marks, which are ours too, and what it says in words. */
export interface ForeignCloze {
  readonly markdown: string;
  readonly wording: Wording;
}

/** Returns HTML that hides something as a cloze; `null` if it hides nothing. Of a cloze within another the inner one stays. */
export function foreignCloze(html: string): ForeignCloze | null {
  const hidden: string[] = [];
  const question = html.replaceAll(CLOZE, (_, __, inside: string) => {
    const { text, hint } = partsOf(inside);
    hidden.push(wordsFromHtml(text));
    return `[${hint ?? "..."}]`;
  });
  if (hidden.length === 0) return null;
  return {
    markdown: withMarks(linesFromHtml(withSentinels(html)).join("\\\n")),
    wording: { question: wordsFromHtml(question), answer: hidden.join("\n") },
  };
}

const CLOZE = /\{\{c(\d+)::((?:(?!\{\{c\d+::)[\s\S])*?)\}\}/gu;

/** A piece that is hidden stands in one line. */
function partsOf(inside: string): { readonly text: string; readonly hint: string | undefined } {
  const [text = "", hint] = inside.replaceAll(/<(?:br|\/?div|\/?p)\b[^>]*>|\n/giu, " ").split("::");
  return { text, hint };
}

// A cloze passes through HTML and Markdown as noncharacters, which neither takes for anything.
const [OPEN, OPENED, HINT, CLOSE] = ["\uFDD0", "\uFDD1", "\uFDD2", "\uFDD3"] as const;
const MARKS: Readonly<Record<string, string>> = {
  [OPEN]: "{{c",
  [OPENED]: "::",
  [HINT]: "::",
  [CLOSE]: "}}",
};

function withSentinels(html: string): string {
  return html.replaceAll(/[\uFDD0-\uFDEF]/gu, "").replaceAll(CLOZE, (_, number: string, inside: string) => {
    const { text, hint } = partsOf(inside);
    return OPEN + number + OPENED + text + (hint === undefined ? "" : HINT + hint) + CLOSE;
  });
}

function withMarks(markdown: string): string {
  return markdown.replaceAll(/[\uFDD0-\uFDD3]/gu, (sentinel) => MARKS[sentinel] ?? "");
}
