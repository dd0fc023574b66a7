import type { Place } from "../base/problem.ts";
import type { Face, TextRef } from "../card/card.ts";
import type { NoteEntry } from "../compile/compiled-file.ts";

/** Returns the entry of a note in the index of its deck. */
export type EntryLookup = (ref: TextRef) => NoteEntry;

/**
 * A face of a deck that comes from the cache: what it says is looked up when it is first asked for, for of most cards
 * nothing but the id is ever wanted.
 */
export class ListedFace implements Face {
  readonly #file: string;
  readonly #index: number;
  readonly #entryOf: EntryLookup;

  constructor(file: string, index: number, entryOf: EntryLookup) {
    this.#file = file;
    this.#index = index;
    this.#entryOf = entryOf;
  }

  get text(): TextRef {
    return { file: this.#file, index: this.#index };
  }

  get place(): Place {
    return this.#entryOf(this.text).place;
  }

  get prompt(): string {
    return this.#entryOf(this.text).prompt;
  }

  get trail(): readonly string[] {
    return this.#entryOf(this.text).trail;
  }

  get fingerprint(): string {
    return this.#entryOf(this.text).fingerprint;
  }
}
