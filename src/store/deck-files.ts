import type { Dirent, Stats } from "node:fs";
import { readdirSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";

import type { Place, Problem } from "../base/problem.ts";
import type { Source } from "../card/deck.ts";
import { EXERCISES, exerciseTexts } from "./exercise-folders.ts";
import type { FileStamp } from "./file-stamp.ts";
import { stampOf } from "./file-stamp.ts";
import { inNaturalOrder } from "./natural-order.ts";
import { codeOf, reasonOf } from "./system-error.ts";

/** A file of notes, named as its deck was, with `/` between the parts. */
export interface NotesFile extends Pick<Source, "path" | "role"> {
  readonly stamp: FileStamp;
}

/** The files of some decks, in the order of the decks and, within a folder, of their names. */
export interface FoundNotes {
  readonly files: readonly NotesFile[];
  readonly problems: readonly Problem[];
}

/** Finds the notes in folders and files, each once. Never throws: a path that can't be followed is a problem. */
export function findNotes(decks: readonly string[]): FoundNotes {
  const walk = new DeckWalk();
  for (const deck of decks) walk.enterDeck(withSlashes(deck));
  return walk;
}

/** Returns the place that stands for a whole file or folder. */
export function placeOfFile(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** Folders of tools, and of exercises, whose files are no notes. */
const LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", EXERCISES]);
const NOTES = /\.(?:md|markdown)$/i;
const README = /^readme(?:\.[a-z-]+)?\.md$/i;

/** What a path leads to. */
interface Target {
  readonly path: string;
  /** Where it really is, links followed. */
  readonly real: string;
  readonly stats: Stats;
}

class DeckWalk implements FoundNotes {
  readonly files: NotesFile[] = [];
  readonly problems: Problem[] = [];
  /** The real paths of what was found: links may lead to the same file or folder from several sides. */
  readonly #found = new Set<string>();

  enterDeck(path: string): void {
    const target = this.#try(
      () => targetOf(path, realpathSync.native(path)),
      (error) => (codeOf(error) === "ENOENT" ? deckMissing(path) : problemAt(path, error)),
    );
    if (target?.stats.isDirectory()) this.#enterFolder(target, []);
    else if (target !== null) this.#addFile(target, "notes");
  }

  /** `above` = the real paths of the folders on the way. */
  #enterFolder(folder: Target, above: readonly string[]): void {
    if (above.includes(folder.real)) this.problems.push(loopAt(folder.path));
    if (!this.#isNew(folder.real)) return;
    const entries = this.#try(
      () => entriesOf(folder.path),
      (error) => problemAt(folder.path, error),
    );
    for (const entry of entries ?? []) this.#enter(folder, entry, above);
    if (above.length === 0) this.#enterExercises(folder);
  }

  /** The texts of exercises, each of which yields one card. */
  #enterExercises(deck: Target): void {
    const texts = this.#try(
      () => exerciseTexts(deck.path),
      (error) => problemAt(below(deck.path, EXERCISES), error),
    );
    for (const path of texts ?? []) {
      const target = this.#try(
        () => targetOf(path, deck.real + path.slice(deck.path.length)),
        (error) => problemAt(path, error),
      );
      if (target !== null) this.#addFile(target, "exercise");
    }
  }

  #enter(folder: Target, entry: Dirent, above: readonly string[]): void {
    const path = below(folder.path, entry.name);
    const isNotes = NOTES.test(entry.name);
    const target = this.#try(
      () =>
        targetOf(path, entry.isSymbolicLink() ? realpathSync.native(path) : below(folder.real, entry.name)),
      // A link to nowhere is nobody's loss unless it is called like notes.
      (error) => (codeOf(error) === "ENOENT" && !isNotes ? null : problemAt(path, error)),
    );
    if (target?.stats.isDirectory()) this.#enterFolder(target, [...above, folder.real]);
    else if (target !== null && isNotes) this.#addFile(target, roleOf(entry.name, above));
  }

  #addFile({ path, real, stats }: Target, role: Source["role"]): void {
    if (!stats.isFile()) this.problems.push(unreadable(path, "not a file"));
    else if (this.#isNew(real)) this.files.push({ path, role, stamp: stampOf(stats) });
  }

  #isNew(real: string): boolean {
    const isNew = !this.#found.has(real);
    this.#found.add(real);
    return isNew;
  }

  #try<T>(look: () => T, problemOf: (error: unknown) => Problem | null): T | null {
    try {
      return look();
    } catch (error) {
      const problem = problemOf(error);
      if (problem !== null) this.problems.push(problem);
      return null;
    }
  }
}

/** Returns what in a folder may be notes or lead to some, in the order of names. */
function entriesOf(folder: string): readonly Dirent[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !LEFT_OUT.has(name))
    .filter((entry) => NOTES.test(entry.name) || entry.isDirectory() || entry.isSymbolicLink());
  return inNaturalOrder(entries);
}

function targetOf(path: string, real: string): Target {
  return { path, real, stats: statSync(path) };
}

/** Returns the path of an entry. Every path here has its slashes already, and joining thousands again takes time. */
function below(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

function roleOf(name: string, above: readonly string[]): Source["role"] {
  return above.length === 0 && README.test(name) ? "readme" : "notes";
}

function withSlashes(path: string): string {
  return path.replaceAll(sep, "/");
}

function problemAt(path: string, error: unknown): Problem {
  return codeOf(error) === "ELOOP" ? loopAt(path) : unreadable(path, reasonOf(error));
}

function loopAt(path: string): Problem {
  return { code: "link-loop", place: placeOfFile(path), data: {} };
}

function unreadable(path: string, reason: string): Problem {
  return { code: "file-unreadable", place: placeOfFile(path), data: { reason } };
}

function deckMissing(path: string): Problem {
  return { code: "deck-missing", place: placeOfFile(path), data: {} };
}
