import type { Source } from "../card/deck.ts";
import type { NoteText } from "../card/note-text.ts";
import type { CompiledFile, NoteEntry } from "./compiled-file.ts";

/** A card that is to be written into a file of notes. */
export type NewCard =
  | { readonly kind: "question"; readonly question: string; readonly answer: string }
  /** Markdown that makes cards by itself. */
  | { readonly kind: "markdown"; readonly markdown: string };

/** A file of notes that is to get a card: its path, its text, and how its lines end; `compile` reads it as the deck does. */
export interface CardHome {
  readonly path: string;
  readonly compile: (source: Source) => CompiledFile;
  readonly text: string;
  readonly lineEnd: string;
  /** The words of a heading that sets what comes apart from the card above it, where it would be taken for its answer. */
  readonly heading: string;
}

/** What came of it: the text that goes behind all that the file has, and the notes that this makes; or why there is none. */
export type Addition =
  | { readonly kind: "added"; readonly text: string; readonly notes: readonly NoteEntry[] }
  /** The words make no card, or nothing at the end of the file does: it is kept out, or something is left open there. */
  | { readonly kind: "refused"; readonly why: "no-card" | "no-room" };

/**
 * Works out how a card is written down behind what a file has, so that the compiler reads it there, whole, and
 * everything else as before: as a heading of the file's own level, with a mark where it needs one, else as a quote.
 */
export function addCard(home: CardHome, card: NewCard): Addition {
  const before = compiled(home, home.text);
  for (const form of formsOf(home, before, card)) {
    const text = inLines(home, form);
    const after = compiled(home, home.text + text);
    if (isUntouched(before, after) && isThere(home, after, before.notes.length, card))
      return { kind: "added", text, notes: after.notes.slice(before.notes.length) };
  }
  return { kind: "refused", why: hasRoom(home, before) ? "no-card" : "no-room" };
}

function compiled({ path, compile }: CardHome, text: string): CompiledFile {
  return compile({ path, text, role: "notes" });
}

const MARK = "<!-- card: kind=basic -->";

function formsOf(home: CardHome, before: CompiledFile, card: NewCard): readonly string[] {
  const level = "#".repeat(levelIn(home, before));
  if (card.kind === "markdown") {
    const markdown = card.markdown.trim();
    return [markdown, `${level} ${home.heading}\n\n${markdown}`];
  }
  const question = card.question.trim().replaceAll(/\s*[\r\n]+\s*/gu, " ");
  const answer = card.answer.trim();
  const heading = `${level} ${question}\n\n${answer}`;
  const quote = answer.replaceAll(/^/gmu, "> ").replaceAll(/^> $/gmu, ">");
  return [heading, `${MARK}\n\n${heading}`, `${MARK}\n\n**${question}**\n\n${quote}`];
}

/** The level of the last heading of the file that is a card; 2 where none is. */
function levelIn({ text }: CardHome, { notes }: CompiledFile): number {
  const lines = text.split(/\r\n|[\r\n]/u);
  const levels = notes.flatMap(
    ({ place }) => /^#{1,6}(?=\s)/u.exec(lines[place.line - 1] ?? "")?.[0].length ?? [],
  );
  return levels.at(-1) ?? 2;
}

/** An empty line stands between the old and the new; the end of the file stays as it is, with a line ending or without. */
function inLines({ text, lineEnd }: CardHome, form: string): string {
  const endings = /(?:\r\n|\r|\n){0,2}$/u.exec(text)?.[0].replaceAll("\r\n", "\n").length ?? 0;
  const gap = text === "" ? "" : lineEnd.repeat(2 - endings);
  const end = text !== "" && endings === 0 ? "" : lineEnd;
  return gap + form.replaceAll(/\r\n|[\r\n]/gu, lineEnd) + end;
}

function isUntouched(before: CompiledFile, after: CompiledFile): boolean {
  return before.notes.every((note, index) => after.notes[index]?.fingerprint === note.fingerprint);
}

/** Tells whether behind the first `count` notes of a file there is the card, and nothing else. */
function isThere(home: CardHome, { notes, texts }: CompiledFile, count: number, card: NewCard): boolean {
  if (card.kind === "markdown") {
    const own = compiled(home, card.markdown).notes.length;
    return own > 0 && notes.length - count === own;
  }
  const text = texts[count];
  return notes.length === count + 1 && text !== undefined && isWhole(text, card);
}

/** Tells whether a note asks what a card asks, and nothing of the answer was left out. */
function isWhole(text: NoteText, card: NewCard & { readonly kind: "question" }): boolean {
  if (!("prompt" in text) || !inOne(text.prompt.markdown).includes(inOne(card.question))) return false;
  if (!("answer" in text)) return text.wording.answer !== "";
  return inOne(text.answer.markdown) === inOne(card.answer);
}

/** Returns a text in one piece, without the marks of a quote, which may be seen as a part of the answer or not. */
function inOne(text: string): string {
  return text.replaceAll(/^(?:> ?)+/gmu, "").replaceAll(/\s+/gu, "");
}

/** Tells whether anything at the end of a file would be a card. */
function hasRoom(home: CardHome, before: CompiledFile): boolean {
  const text = inLines(home, `${MARK}\n\n## What is this?\n\nA card.`);
  return compiled(home, home.text + text).notes.length > before.notes.length;
}
