import type { Problem } from "../base/problem.ts";
import type { Source } from "../card/deck.ts";
import { joinAnswers } from "./blocks/join-answers.ts";
import { outlineOf } from "./blocks/outline.ts";
import { readParts } from "./blocks/read-parts.ts";
import type { CompiledFile } from "./compiled-file.ts";
import { exerciseNote } from "./exercise/exercise-note.ts";
import { habitsOf } from "./forms/habits.ts";
import { judge } from "./judge/judge.ts";
import { questionsLeftOut } from "./judge/questions-left-out.ts";
import type { FrontMatter } from "./marks/front-matter.ts";
import { NO_FRONT_MATTER, readFrontMatter } from "./marks/front-matter.ts";
import { marksAlone } from "./marks/marks-alone.ts";
import type { Document } from "./source/document.ts";
import { placeAt, readDocument } from "./source/document.ts";
import { extentOf } from "./source/extent.ts";
import { langOf } from "./words/language.ts";
import { writeNote } from "./write/write-note.ts";

/** Compiles one file of notes; whatever is wrong with it comes back as problems, nothing is thrown. */
export function compileFile(source: Source): CompiledFile {
  try {
    return compile(source);
  } catch (error) {
    // The parser calls itself for what is nested: a document can be made on which its stack runs over.
    if (!(error instanceof RangeError)) throw error;
    const place = { file: source.path, line: 1, column: 1 };
    const problem: Problem = { code: "file-unreadable", place, data: { reason: error.message } };
    return { path: source.path, facts: null, notes: [], texts: [], problems: [problem] };
  }
}

function compile(source: Source): CompiledFile {
  const document = readDocument(source);
  if (source.role === "exercise") return { path: source.path, facts: null, ...exerciseNote(document) };
  const matter = frontMatterOf(document);
  const facts = source.role === "readme" ? { title: matter.title, chapters: matter.chapters } : null;
  const { path } = source;
  if (source.role === "readme" || matter.cards === "unwanted") {
    return { path, facts, notes: [], texts: [], problems: matter.problems };
  }
  const { notes, texts, problems } = notesIn(document, matter);
  return { path, facts, notes, texts, problems: [...matter.problems, ...problems].toSorted(byPlace) };
}

function notesIn(
  document: Document,
  matter: FrontMatter,
): Pick<CompiledFile, "notes" | "texts" | "problems"> {
  const { parts, questions, problems } = readParts(document);
  const outline = joinAnswers(outlineOf(parts));
  const context = { document, habits: habitsOf(parts, questions), kind: matter.defaults.kind, trail: [] };
  const found = judge(context, outline);
  const setting = {
    document,
    lang: langOf(document.path, matter.lang, document.text),
    defaults: matter.defaults,
  };
  const written = found.notes.map((note) => writeNote(setting, note));
  const notes = written.flatMap(({ note }) => note ?? []);
  return {
    notes: notes.map((note) => note.entry),
    texts: notes.map((note) => note.text),
    problems: [
      ...problems,
      ...found.problems,
      ...written.flatMap((each) => each.problems),
      ...marksAlone(parts, found),
      ...questionsLeftOut(context, parts, found),
    ],
  };
}

function frontMatterOf(document: Document): FrontMatter {
  const [first] = document.root.children;
  if (first?.type !== "yaml") return NO_FRONT_MATTER;
  const begin = document.text.indexOf(first.value, extentOf(first).start + FENCE.length);
  return readFrontMatter(first, (index) => placeAt(document, begin + index));
}

const FENCE = "---";

function byPlace(one: Problem, other: Problem): number {
  return one.place.line - other.place.line || one.place.column - other.place.column;
}
