import type { Wording } from "../../card/note-text.ts";
import { foreignKey } from "../notes/guid.ts";
import { foreignCloze } from "./foreign-cloze.ts";
import { blocksFromHtml, linesFromHtml, wordsFromHtml } from "./html-to-markdown.ts";
import type { PackageCard, PackageNote } from "./package-contents.ts";
import { renderTemplate } from "./render-template.ts";

/** A note of a stranger's as Markdown of the learner's own. */
export interface ForeignNote {
  /** Its uid here. */
  readonly key: string;
  readonly markdown: string;
  /** What it says, in words. */
  readonly wording: Wording;
}

/**
 * Returns a card of a note that isn't ours as a note here. Of a cloze note all cards are one note; any other card is one
 * of its own, for what it asks is made by its template. `null` if it has no question or no answer in words.
 */
export function foreignNote(card: PackageCard): ForeignNote | null {
  const key = foreignNoteKey(card);
  return card.note.noteType.kind === "cloze" ? clozeNote(card, key) : plainNote(card, key);
}

/** Returns the uid of the note that a stranger's card belongs to here. */
export function foreignNoteKey({ note, ord }: PackageCard): string {
  const key = foreignKey(note.guid);
  return note.noteType.kind === "cloze" || ord === 0 ? key : `${key}-${ord + 1}`;
}

function plainNote({ note, ord }: PackageCard, key: string): ForeignNote | null {
  const template = note.noteType.templates[ord];
  if (template === undefined) return null;
  const asked = renderTemplate(template.question, fieldsOf(note), "question");
  const answered = answerPart(renderTemplate(template.answer, fieldsOf(note), "answer"));
  const [lines, blocks] = [linesFromHtml(asked), blocksFromHtml(answered)];
  if (lines.length === 0 || blocks.length === 0) return null;
  const heading = `## ${lines.join(" <br>")}`;
  return {
    key,
    markdown: [markOf(note, key, "basic"), heading, "", quoted(blocks)].join("\n"),
    wording: { question: wordsFromHtml(asked), answer: wordsFromHtml(answered) },
  };
}

/** Within a quote nothing of an answer is taken for another note. */
function quoted(blocks: readonly string[]): string {
  const lines = blocks.join("\n\n").split("\n");
  return lines.map((line) => `> ${line}`.trimEnd()).join("\n");
}

/** What stands above the line that parts the two sides is the question once more. */
function answerPart(html: string): string {
  return html.split(/<hr[^>]*\bid\s*=\s*["']?answer\b[^>]*>/iu).at(-1) ?? html;
}

function clozeNote({ note }: PackageCard, key: string): ForeignNote | null {
  const template = note.noteType.templates[0];
  if (template === undefined) return null;
  const cloze = foreignCloze(renderTemplate(template.answer, fieldsOf(note), "answer"));
  if (cloze === null) return null;
  return { key, markdown: `${markOf(note, key, "cloze")}\n${cloze.markdown}`, wording: cloze.wording };
}

function fieldsOf({ fields, noteType, tags }: PackageNote): ReadonlyMap<string, string> {
  const values = noteType.fields.map((name, index) => [name, fields[index] ?? ""] as const);
  return new Map([...values, ["Tags", tags.join(" ")]]);
}

/** Tags by which Anki itself marks notes. */
const OWN_TAGS: ReadonlySet<string> = new Set(["marked", "leech"]);

function markOf({ tags }: PackageNote, key: string, kind: "basic" | "cloze"): string {
  const cleaned = tags
    .filter((tag) => !OWN_TAGS.has(tag))
    .map((tag) => tag.replaceAll(/[\s,，<>]|-{2,}/gu, "-"));
  return `<!-- card: ${key} kind=${kind}${cleaned.length === 0 ? "" : ` tags=${cleaned.join(",")}`} -->`;
}
