import type { Problem } from "../base/problem.ts";
import type { Deck } from "../card/deck.ts";
import type { DeckFacts, ListedFile } from "./compiled-file.ts";
import type { PairedNote } from "./pair-languages.ts";
import { addNote, cardsOf } from "./pair-languages.ts";

/** A deck, and what is wrong with the notes it was made of. */
export interface AssembledDeck {
  readonly deck: Deck;
  /** File by file: first what is wrong within it, then what is wrong with it beside the files before. */
  readonly problems: readonly Problem[];
}

/** Joins files into one deck: pairs the languages of a card by its explicit id, and keeps the order of files and notes. */
export function assembleDeck(files: readonly ListedFile[]): AssembledDeck {
  const notes = new Map<string, PairedNote>();
  const problems: Problem[] = [];
  for (const file of files) {
    for (const problem of file.problems) problems.push(problem);
    for (const [index, entry] of file.notes.entries()) {
      const { place, prompt, trail, fingerprint } = entry;
      const text = { file: file.path, index };
      const problem = addNote(notes, entry, { place, prompt, trail, fingerprint, text });
      if (problem !== null) problems.push(problem);
    }
  }
  const cards = [...notes].flatMap(([uid, note]) => cardsOf(uid, note));
  return { deck: { ...headOf(files.flatMap((file) => file.facts ?? [])), cards }, problems };
}

/** Returns the title that the first README gives, and the chapters that all of them name. */
function headOf(facts: readonly DeckFacts[]): Pick<Deck, "title" | "chapters"> {
  const title = facts.find((each) => each.title !== null)?.title ?? { zh: "", en: "" };
  const chapters = new Map(facts.flatMap((each) => each.chapters).map((chapter) => [chapter.key, chapter]));
  return { title, chapters: [...chapters.values()] };
}
