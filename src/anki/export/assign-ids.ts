import type { Instant } from "../../base/day.ts";
import type { Ledger } from "./ledger.ts";

/** A note and its cards: what needs ids. */
export interface Identified {
  readonly key: string;
  readonly siblings: readonly string[];
}

/** The id of a note, and those of its cards by sibling. */
export interface AssignedIds {
  readonly id: number;
  readonly cards: Readonly<Record<string, number>>;
}

/**
 * Returns the ids of notes by their uids. Those that went out before keep theirs; new ones get milliseconds up to `now`,
 * none of them in the future, in the order of their uids.
 */
export function assignIds(
  notes: readonly Identified[],
  ledger: Ledger,
  now: Instant,
): ReadonlyMap<string, AssignedIds> {
  const inKeyOrder = notes.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const wanted = inKeyOrder.map((note) => ({ note, known: knownIds(note, ledger) }));
  const needed = wanted.reduce((sum, { known }) => sum + known.filter((id) => id === null).length, 0);
  const ids = new FreeIds(
    now - needed + 1,
    [...ledger.notes.values()].flatMap((note) => [note.id, ...Object.values(note.cards)]),
  );
  return new Map(
    wanted.map(({ note: { key, siblings }, known: [id, ...cards] }) => [
      key,
      {
        id: ids.take(id ?? null),
        cards: Object.fromEntries(siblings.map((sibling, at) => [sibling, ids.take(cards[at] ?? null)])),
      },
    ]),
  );
}

/** The ids that a note and its cards have already, in their order; `null` = none yet. */
function knownIds({ key, siblings }: Identified, { notes }: Ledger): readonly (number | null)[] {
  const note = notes.get(key);
  return [note?.id ?? null, ...siblings.map((sibling) => note?.cards[sibling] ?? null)];
}

/** Gives out ids, none of them twice. */
class FreeIds {
  readonly #reserved: ReadonlySet<number>;
  readonly #given = new Set<number>();
  #next: number;

  constructor(first: number, reserved: readonly number[]) {
    this.#next = first;
    this.#reserved = new Set(reserved);
  }

  /** Returns the id wanted, or another if two devices have given out the same; `null` = any that nobody has. */
  take(wanted: number | null): number {
    const id = wanted !== null && !this.#given.has(wanted) ? wanted : this.#free();
    this.#given.add(id);
    return id;
  }

  #free(): number {
    while (this.#reserved.has(this.#next) || this.#given.has(this.#next)) this.#next += 1;
    return this.#next;
  }
}
