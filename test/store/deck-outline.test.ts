import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Face } from "../../src/card/card.ts";
import { cardUnder } from "../../src/card/card.ts";
import type { Deck } from "../../src/card/deck.ts";
import { assembleDeck } from "../../src/compile/assemble-deck.ts";
import type { NoteEntry } from "../../src/compile/compiled-file.ts";
import { deckIn, outlineOf } from "../../src/store/deck-outline.ts";

/** A note in one of two languages, with or without an id, with one card or several. */
const notes: fc.Arbitrary<Varied> = fc.record({
  id: fc.option(fc.constantFrom("a", "b", "c", "d")),
  fingerprint: fc.constantFrom("aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc", "dddddddddddd"),
  lang: fc.constantFrom("zh" as const, "en" as const),
  siblings: fc.constantFrom([""], ["", "r"], ["c1", "c2"]),
  level: fc.constantFrom(null, "senior" as const),
});

const files = fc.array(fc.array(notes, { maxLength: 6 }), { maxLength: 5 });

type Varied = Pick<NoteEntry, "id" | "fingerprint" | "lang" | "siblings" | "level">;

function entryOf(note: Varied, file: string, index: number): NoteEntry {
  const common = {
    kind: "basic",
    chapter: "",
    tags: [],
    since: null,
    until: null,
    trail: [],
    options: 0,
  } as const;
  return { ...common, prompt: `${file} ${index}`, place: { file, line: index + 1, column: 1 }, ...note };
}

/** A deck without what is looked up late: as a person would see it. */
function plain({ title, chapters, cards }: Deck): unknown {
  const say = ({ place, prompt, trail, fingerprint, text }: Face) => ({
    place,
    prompt,
    trail,
    fingerprint,
    text,
  });
  return {
    title,
    chapters,
    cards: cards
      .map((card) => cardUnder(card.note, card))
      .map((card) => ({
        ...card,
        faces: Object.fromEntries(Object.entries(card.faces).map(([lang, face]) => [lang, say(face)])),
      })),
  };
}

describe("the outline of a deck", () => {
  test("comes to the same deck, whatever its files hold", () => {
    fc.assert(
      fc.property(files, (contents) => {
        const listed = contents.map((each, number) => ({
          path: `${number}.md`,
          facts: null,
          notes: each.map((note, index) => entryOf(note, `${number}.md`, index)),
          problems: [],
        }));
        const { deck } = assembleDeck(listed);
        const stamp = { size: 1, mtimeMs: 1, ctimeMs: 1 };
        const sources = listed.map(({ path }) => ({
          source: { path, role: "notes", stamp } as const,
          hash: path,
        }));
        const outline = outlineOf(deck, sources, { error: 0, warning: 0, info: 0 });
        const entries = new Map(listed.map(({ path, notes: each }) => [path, each]));
        const back = deckIn(JSON.parse(JSON.stringify(outline)), ({ file, index }) => {
          const entry = entries.get(file)?.[index];
          if (entry === undefined) throw new Error(`there is no note ${index} in ${file}`);
          return entry;
        });
        expect(plain(back)).toEqual(plain(deck));
      }),
    );
  });
});
