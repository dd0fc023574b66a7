import type { Hidden, NoteBody } from "../../card/note-text.ts";
import { CLOZE_END, CLOZE_START, escapeText } from "./escape.ts";
import type { HtmlStyle } from "./html-page.ts";
import { htmlOf } from "./html.ts";

type ClozeBody = NoteBody & { readonly kind: "cloze" };

/** Returns a cloze as a field: HTML in which Anki's own marks, `{{c1::...::hint}}`, hide what our notes hide. */
export function clozeField({ content, hidden }: ClozeBody, style: HtmlStyle): string {
  const pieces = hidden.toSorted((one, other) => one.start - other.start);
  const html = htmlOf(markedMarkdown(content.markdown, pieces), style);
  if ([...html.matchAll(EDGES)].length === pieces.length * 2) return withMarks(html, pieces);
  // The edges of a piece were lost, in the address of a link perhaps: then the words alone must do.
  return plainField(content.markdown, pieces);
}

const EDGES = new RegExp(`[${CLOZE_START}${CLOZE_END}]`, "gu");

function markedMarkdown(markdown: string, pieces: readonly Hidden[]): string {
  return spliced(
    markdown,
    pieces,
    (plain) => plain.replaceAll(EDGES, ""),
    (piece) => {
      const inside = insideOf(markdown.slice(piece.start, piece.end)).replaceAll(EDGES, "");
      return CLOZE_START + inside + CLOZE_END;
    },
  );
}

function plainField(markdown: string, pieces: readonly Hidden[]): string {
  return spliced(
    markdown,
    pieces,
    escapeText,
    (piece) => openMark(piece) + escapeText(piece.text) + closeMark(piece),
  );
}

/** Puts a text together again from what stands between hidden pieces and from the pieces. */
function spliced(
  markdown: string,
  pieces: readonly Hidden[],
  between: (plain: string) => string,
  within: (piece: Hidden) => string,
): string {
  let at = 0;
  const parts = pieces.flatMap((piece) => {
    const before = between(markdown.slice(at, piece.start));
    at = piece.end;
    return [before, within(piece)];
  });
  return parts.join("") + between(markdown.slice(at));
}

/** `{{c1::x::hint}}`, without its braces. */
const NUMBERED = /^c\d+::(.+?)(?:::.*)?$/su;

/** Returns what stands between the marks of `==x==`, `{{x}}` or `{{c1::x::hint}}`. */
function insideOf(marked: string): string {
  const inside = marked.slice(2, -2);
  return NUMBERED.exec(inside)?.[1] ?? inside;
}

function withMarks(html: string, pieces: readonly Hidden[]): string {
  let opened = 0;
  let closed = 0;
  return html.replaceAll(EDGES, (edge) => {
    const piece = edge === CLOZE_START ? pieces[opened++] : pieces[closed++];
    if (piece === undefined) throw new Error("more clozes than pieces");
    return edge === CLOZE_START ? openMark(piece) : closeMark(piece);
  });
}

function openMark({ sibling }: Hidden): string {
  return `{{${sibling}::`;
}

function closeMark({ hint }: Hidden): string {
  return hint === null ? "}}" : `::${escapeText(hint)}}}`;
}
