import type { Hidden, NoteBody, NoteText } from "./note-text.ts";

/** The sibling that asks the other way round: the answer is given, and the question is looked for. */
const WAY_BACK = "r";

/** Returns the text of a note as one of its cards asks it: on the way back, question and answer have changed places. */
export function askedText(text: NoteText, sibling: string): NoteText {
  if (sibling !== WAY_BACK) return text;
  const wording = { question: text.wording.answer, answer: text.wording.question };
  if ("answer" in text) return { ...text, wording, prompt: text.answer, answer: text.prompt };
  if ("accepted" in text) {
    const prompt = { ...text.prompt, markdown: asMarkdown(text.accepted.join(" | ")) };
    return { ...text, wording, prompt, accepted: [text.wording.question] };
  }
  return text;
}

/** Every sign that could mean something in Markdown may be escaped (CommonMark, "Backslash escapes"). */
function asMarkdown(words: string): string {
  return words.replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
}

/** Returns the Markdown of a cloze; `shown` says what stands where a piece is hidden. */
export function clozeMarkdown(
  { content, hidden }: NoteBody & { readonly kind: "cloze" },
  shown: (piece: Hidden) => string,
): string {
  let { markdown } = content;
  for (const piece of hidden.toSorted((one, other) => other.start - one.start)) {
    markdown = markdown.slice(0, piece.start) + shown(piece) + markdown.slice(piece.end);
  }
  return markdown;
}
