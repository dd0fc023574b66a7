import type { Lang } from "../../../src/base/lang.ts";
import { unreachable } from "../../../src/base/never.ts";
import type { Random } from "../../../src/base/random.ts";
import type { Source } from "../../../src/card/deck.ts";
import { aQuestion, aWord, anAnswer } from "./sentences.ts";

/** How the notes of a file are written down. */
type Form = "headings" | "numbered-headings" | "labels" | "quotes" | "definitions" | "clozes";

/** A note as its writer thinks of it: `key` stays, whatever becomes of its words. */
export interface Note {
  readonly key: number;
  readonly question: string;
  readonly answer: string;
  /** The id of its mark; `null` = no mark. */
  readonly id: string | null;
}

/** A file of notes. */
export interface NotesFile {
  readonly path: string;
  readonly lang: Lang;
  readonly form: Form;
  /** The number of its first note, where they are numbered. */
  readonly firstNumber: number;
  readonly notes: readonly Note[];
}

/** Files of notes, and the key that the next note gets. */
export interface Notebook {
  readonly files: readonly NotesFile[];
  readonly nextKey: number;
}

const FORMS: readonly Form[] = [
  "headings",
  "headings",
  "numbered-headings",
  "numbered-headings",
  "labels",
  "quotes",
  "definitions",
  "clozes",
];

/** Returns a notebook of eight files, half of them in Chinese. */
export function aNotebook(random: Random): Notebook {
  const files = FORMS.map((form, index): NotesFile => {
    const lang = index % 2 === 0 ? "en" : "zh";
    const path = `notes/${aWord("en", random)}-${index}.${lang}.md`;
    const notes = Array.from({ length: 4 }, (_, at) => aNote(index * 4 + at, lang, random));
    return { path, lang, form, firstNumber: 1, notes };
  });
  return { files, nextKey: FORMS.length * 4 };
}

/** Returns a note. */
export function aNote(key: number, lang: Lang, random: Random): Note {
  const id = random() < 0.1 ? `note-${key}` : null;
  return { key, question: aQuestion(lang, random), answer: anAnswer(lang, random), id };
}

/** A notebook written down, and on which line of which file each note asks. */
export interface Written {
  readonly sources: readonly Source[];
  /** By `path:line`: the key of the note. */
  readonly keys: ReadonlyMap<string, number>;
}

/** Writes a notebook down as Markdown. */
export function written({ files }: Notebook): Written {
  const keys = new Map<string, number>();
  const sources = files.map((file): Source => {
    const lines = [`# ${file.path}`, ""];
    for (const [index, note] of file.notes.entries()) {
      if (note.id !== null) lines.push(`<!-- card: ${note.id} -->`);
      keys.set(`${file.path}:${lines.length + 1}`, note.key);
      lines.push(...linesOf(note, file, file.firstNumber + index), "");
    }
    return { path: file.path, role: "notes", text: lines.join("\n") };
  });
  return { sources, keys };
}

function linesOf({ question, answer }: Note, { form }: NotesFile, number: number): readonly string[] {
  switch (form) {
    case "headings":
      return [`## ${question}`, "", answer];
    case "numbered-headings":
      return [`### ${number}. ${question}`, "", answer];
    case "labels":
      return [`Q: ${question}`, `A: ${answer}`];
    case "quotes":
      return [question, "", `> ${answer}`];
    case "definitions":
      return [`${bare(question)} :: ${answer}`];
    case "clozes":
      return [`${withHidden(bare(question))}: ${answer}`];
    default:
      return unreachable(form);
  }
}

function bare(question: string): string {
  return question.replace(/[?？]$/u, "");
}

/** Hides the last word. */
function withHidden(text: string): string {
  const last = /(?:[a-z]+|.{2})$/iu.exec(text)?.[0] ?? text;
  return `${text.slice(0, -last.length)}{{${last}}}`;
}
