import { escapeText } from "./escape.ts";

/** A piece of code in one colour; `tone` names what it is, `""` = nothing special. */
export interface CodeSpan {
  readonly text: string;
  readonly tone: string;
}

/** Colours code: returns its pieces, which together are the code, or `null` for a language that it doesn't know. */
export type CodePainter = (code: string, language: string) => readonly CodeSpan[] | null;

/** Returns a block of code as HTML. It is coloured by classes here and now, so that cards need no script to show it. */
export function codeHtml(code: string, language: string, paint: CodePainter): string {
  const spans = paint(code, language) ?? [{ text: code, tone: "" }];
  const inside = spans.map(({ text, tone }) => {
    const shown = escapeText(text);
    return tone === "" ? shown : `<span class="hl-${tone}">${shown}</span>`;
  });
  // The first line feed after <pre> is not shown: a code that begins with one needs another.
  const first = code.startsWith("\n") ? "\n" : "";
  return `<pre><code>${first}${inside.join("")}</code></pre>`;
}
