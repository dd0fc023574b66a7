import type { TextRef } from "../../src/card/card.ts";
import type { Source } from "../../src/card/deck.ts";
import type { NoteText } from "../../src/card/note-text.ts";
import type { AssembledDeck } from "../../src/compile/assemble-deck.ts";
import { assembleDeck } from "../../src/compile/assemble-deck.ts";
import { compileFile } from "../../src/compile/compile-file.ts";

/** A deck with the texts of its notes at hand. */
export interface CompiledDeck extends AssembledDeck {
  /** Returns the text that a face of the deck refers to; throws if it is no face of this deck. */
  readonly textOf: (ref: TextRef) => NoteText;
}

/** Compiles files of notes into one deck. */
export function compileDeck(sources: readonly Source[]): CompiledDeck {
  const files = sources.map((source) => compileFile(source));
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    ...assembleDeck(files),
    textOf: ({ file, index }) => {
      const text = byPath.get(file)?.texts[index];
      if (text === undefined) throw new Error(`no note ${index} in ${file}`);
      return text;
    },
  };
}
