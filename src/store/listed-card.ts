import type { Card, CardId } from "../card/card.ts";
import { cardIdOf } from "../card/card.ts";

/** What all cards of a note have in common, and which ones there are. */
export interface Traits extends Pick<Card, "kind" | "chapter" | "level" | "tags" | "since" | "until"> {
  readonly siblings: readonly string[];
}

/** Returns the faces of the note with a number. */
export type FaceLookup = (note: number) => Card["faces"];

/**
 * A card of a deck that comes from the cache. It is small, for there are thousands: what it shares with others stays
 * there, and its faces are made when they are asked for, for of most cards nothing but the id is ever wanted.
 */
export class ListedCard implements Card {
  readonly id: CardId;
  readonly note: string;
  readonly sibling: string;
  readonly #number: number;
  readonly #traits: Traits;
  readonly #facesOf: FaceLookup;

  /** `number` is that of its note among those of the deck. */
  constructor(note: string, sibling: string, number: number, shared: readonly [Traits, FaceLookup]) {
    this.id = cardIdOf(note, sibling);
    this.note = note;
    this.sibling = sibling;
    this.#number = number;
    [this.#traits, this.#facesOf] = shared;
  }

  get kind(): Card["kind"] {
    return this.#traits.kind;
  }

  get chapter(): string {
    return this.#traits.chapter;
  }

  get level(): Card["level"] {
    return this.#traits.level;
  }

  get tags(): readonly string[] {
    return this.#traits.tags;
  }

  get since(): string | null {
    return this.#traits.since;
  }

  get until(): string | null {
    return this.#traits.until;
  }

  get faces(): Card["faces"] {
    return this.#facesOf(this.#number);
  }
}
