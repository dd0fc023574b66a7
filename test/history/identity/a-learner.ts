import type { Moment } from "../../../src/base/day.ts";
import type { Card, CardId } from "../../../src/card/card.ts";
import type { Deck, Source } from "../../../src/card/deck.ts";
import type { Wording } from "../../../src/card/note-text.ts";
import { assembleDeck } from "../../../src/compile/assemble-deck.ts";
import { compileFile } from "../../../src/compile/compile-file.ts";
import type { CompiledFile } from "../../../src/compile/compiled-file.ts";
import { eventIdOf } from "../../../src/history/event-id.ts";
import type { EventBody, EventDraft, HistoryEvent } from "../../../src/history/event.ts";
import { eventOf } from "../../../src/history/event.ts";
import { compareLedger } from "../../../src/history/identity/compare-ledger.ts";
import { identify } from "../../../src/history/identity/identify.ts";
import type { Identified } from "../../../src/history/identity/identify.ts";
import { matchNotes } from "../../../src/history/identity/match-notes.ts";
import { facesOf } from "../../../src/history/identity/notes.ts";
import type { Doubt } from "../../../src/history/identity/settle.ts";
import { unseenCards } from "../../../src/history/identity/unseen-cards.ts";
import type { Progress } from "../../../src/history/progress.ts";
import { replay } from "../../../src/history/replay.ts";
import { withSightings } from "../../../src/history/sighting.ts";
import type { SeenText } from "../../../src/history/sighting.ts";
import { later } from "../builders.ts";

/** What a learner finds when the notes are read. */
export interface Reading extends Identified {
  /** The deck with the uids that the notes by themselves have. */
  readonly written: Deck;
  readonly doubts: readonly Doubt[];
  readonly see: (card: CardId) => SeenText | null;
}

const compiled = new Map<string, CompiledFile>();

/** Somebody with notes and a journal; every sitting is an hour after the one before. */
export class Learner {
  events: readonly HistoryEvent[] = [];
  readonly #device: string;
  #hours = 0;

  constructor(device = "d3f2") {
    this.#device = device;
  }

  get progress(): Progress {
    return replay(this.events);
  }

  /** Reads the notes, as every command does. */
  read(sources: readonly Source[]): Reading {
    const { deck: written, wordingOf } = deckOf(sources);
    const { progress } = this;
    const comparison = compareLedger(written, progress);
    const byId = new Map(this.events.map((event) => [event.id, event]));
    const match = matchNotes(comparison, {
      ofPast: ({ rows }) =>
        rows.flatMap(({ event }) => {
          const seen = byId.get(event);
          return seen !== undefined && "question" in seen ? [seen] : [];
        }),
      ofPresent: ({ faces }) => faces.map(wordingOf),
    });
    const identified = identify(written, comparison, match);
    const cards = new Map(identified.deck.cards.map((card) => [card.id, card]));
    const see = (id: CardId): SeenText | null => {
      const card = cards.get(id);
      const [face] = card === undefined ? [] : facesOf(card);
      return face === undefined ? null : { ...wordingOf(face), file: face.place.file, line: face.place.line };
    };
    return { ...identified, written, doubts: match.doubts, see };
  }

  /** Reads the notes, has what has become of them noted, and answers some of the cards. */
  sit(sources: readonly Source[], answered: (card: Card) => boolean): Reading {
    const reading = this.read(sources);
    this.#hours += 1;
    this.add(...reading.renamings);
    for (const card of unseenCards(reading.deck, this.progress)) {
      const text = reading.see(card);
      if (text !== null) this.add({ type: "card-seen", card, ...text });
    }
    const ratings = reading.deck.cards.filter(answered).map(
      ({ id }): EventDraft => ({
        ...this.#moment(),
        type: "card-rated",
        card: id,
        lang: "en",
        rating: "good",
        ms: 1000,
        source: "review",
      }),
    );
    this.#append(withSightings(ratings, this.progress, reading.see));
    return reading;
  }

  /** Notes what happened. */
  add(...bodies: readonly EventBody[]): void {
    this.#append(bodies.map((body): EventDraft => ({ ...this.#moment(), ...body })));
  }

  #moment(): Moment {
    return later(this.#hours * 60);
  }

  #append(drafts: readonly EventDraft[]): void {
    const first = this.events.length + 1;
    const added = drafts.map((draft, index) => eventOf(draft, eventIdOf(this.#device, first + index)));
    this.events = [...this.events, ...added];
  }
}

/** Returns a file of notes. */
export function aFile(path: string, text: string): Source {
  return { path, role: "notes", text };
}

/** Returns the uids of a deck's notes by their prompts. */
export function uidsByPrompt({ cards }: Deck): Readonly<Record<string, string>> {
  return Object.fromEntries(cards.map((card) => [facesOf(card)[0]?.prompt ?? "", card.note]));
}

interface ReadDeck {
  readonly deck: Deck;
  readonly wordingOf: (face: { readonly text: { readonly file: string; readonly index: number } }) => Wording;
}

function deckOf(sources: readonly Source[]): ReadDeck {
  const files = sources.map(fileOf);
  const byPath = new Map(files.map((file) => [file.path, file]));
  return {
    deck: assembleDeck(files).deck,
    wordingOf: ({ text: { file, index } }) => {
      const text = byPath.get(file)?.texts[index];
      if (text === undefined) throw new Error(`no note ${index} in ${file}`);
      return text.wording;
    },
  };
}

/** Files that somebody else's notes have too needn't be compiled twice. */
function fileOf(source: Source): CompiledFile {
  const key = `${source.path}\0${source.text}`;
  const file = compiled.get(key) ?? compileFile(source);
  compiled.set(key, file);
  return file;
}
