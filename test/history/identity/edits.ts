import type { Random } from "../../../src/base/random.ts";
import { shuffle } from "../../../src/base/random.ts";
import type { Note, Notebook, NotesFile } from "./notebook.ts";
import { aNote } from "./notebook.ts";
import { aWord, mistyped, pick, reworded } from "./sentences.ts";

/** Something that somebody does to their notes. */
type Edit = (notebook: Notebook, random: Random) => Notebook;

/** What people do to their notes. */
export const EDITS: Readonly<Record<string, Edit>> = {
  "a slip in a question": inNote((note, _, random) => ({
    ...note,
    question: mistyped(note.question, random),
  })),
  "a slip in an answer": inNote((note, _, random) => ({ ...note, answer: mistyped(note.answer, random) })),
  "a question in other words": inNote((note, { lang }, random) => ({
    ...note,
    question: reworded(note.question, 0.5, lang, random),
  })),
  "an answer in other words": inNote((note, { lang }, random) => ({
    ...note,
    answer: reworded(note.answer, 0.4, lang, random),
  })),
  "a link on a word": inNote((note, { lang }, random) => ({
    ...note,
    answer: note.answer.replace(
      new RegExp(lang === "zh" ? "[^，。]{2}" : "[a-z]+", "iu"),
      (word) => `[${word}](https://example.org/${Math.floor(random() * 100)})`,
    ),
  })),
  "a note moved to another file": (notebook, random) => {
    const from = pick(notebook.files, random);
    const to = notebook.files.find(
      (file) => file !== from && file.form === from.form && file.lang === from.lang,
    );
    const note = from.notes.length === 0 ? undefined : pick(from.notes, random);
    if (to === undefined || note === undefined) return notebook;
    return withFiles(notebook, (file) => {
      if (file === from) return [{ ...file, notes: file.notes.filter((each) => each !== note) }];
      return [file === to ? { ...file, notes: inserted(file.notes, note, random) } : file];
    });
  },
  "a file renamed": inFile((file, random) => [{ ...file, path: newPath(file, random) }]),
  "other numbers": inFile((file, random) => [{ ...file, firstNumber: Math.floor(random() * 50) }]),
  "a file split in two": inFile((file, random) => {
    const middle = Math.ceil(file.notes.length / 2);
    return [
      { ...file, notes: file.notes.slice(0, middle) },
      { ...file, path: newPath(file, random), notes: file.notes.slice(middle) },
    ];
  }),
  "another order": inFile((file, random) => [{ ...file, notes: shuffle(file.notes, random) }]),
  "a new neighbour": (notebook, random) => {
    const place = pick(notebook.files, random);
    const note = aNote(notebook.nextKey, place.lang, random);
    const files = notebook.files.map((file) =>
      file === place ? { ...file, notes: inserted(file.notes, note, random) } : file,
    );
    return { files, nextKey: notebook.nextKey + 1 };
  },
  "a note deleted": inFile((file, random) => {
    const gone = file.notes.length === 0 ? undefined : pick(file.notes, random);
    return [{ ...file, notes: file.notes.filter((note) => note !== gone) }];
  }),
};

function withFiles(notebook: Notebook, change: (file: NotesFile) => readonly NotesFile[]): Notebook {
  return { ...notebook, files: notebook.files.flatMap(change) };
}

function inFile(change: (file: NotesFile, random: Random) => readonly NotesFile[]): Edit {
  return (notebook, random) => {
    const chosen = pick(notebook.files, random);
    return withFiles(notebook, (file) => (file === chosen ? change(file, random) : [file]));
  };
}

function inNote(change: (note: Note, file: NotesFile, random: Random) => Note): Edit {
  return inFile((file, random) => {
    const chosen = file.notes.length === 0 ? undefined : pick(file.notes, random);
    return [
      { ...file, notes: file.notes.map((note) => (note === chosen ? change(note, file, random) : note)) },
    ];
  });
}

function inserted(notes: readonly Note[], note: Note, random: Random): readonly Note[] {
  return notes.toSpliced(Math.floor(random() * (notes.length + 1)), 0, note);
}

function newPath({ lang, path }: NotesFile, random: Random): string {
  const number = Number(/-(\d+)\./u.exec(path)?.[1] ?? 0) + 100;
  return `notes/${aWord("en", random)}-${number + Math.floor(random() * 90)}.${lang}.md`;
}
