import { bitMix } from "../../java/math-utils.ts";

const DEFAULT_CAPACITY = 128;
const LOAD_FACTOR = 0.75;

interface Link<E> {
  readonly entry: E;
  readonly hash: number;
}

/**
 * The order of the entries of one key group on Flink's heap (`CopyOnWriteStateMap`): chains at positions of a hash
 * table, a new entry first in its chain, the table doubled above a load of 0.75 and never shrunk. Flink moves the
 * chains to a larger table step by step; here they move at once.
 */
export class HeapChains<E> {
  #chains = new Map<number, Link<E>[]>();
  #capacity = DEFAULT_CAPACITY;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of positions. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Adds an entry; `hash` is the Java hash of its key xor that of its namespace. */
  add(entry: E, hash: number): void {
    if (this.#size > this.#capacity * LOAD_FACTOR) this.#double();
    this.#size++;
    this.#prepend({ entry, hash: bitMix(hash) });
  }

  remove(entry: E, hash: number): void {
    const chain = this.#chains.get(bitMix(hash) & (this.#capacity - 1));
    const index = chain?.findIndex((link) => link.entry === entry) ?? -1;
    if (chain === undefined || index < 0) return;
    chain.splice(index, 1);
    this.#size--;
  }

  /** Returns the entries at a position. */
  chainAt(position: number): readonly E[] {
    return this.#chains.get(position)?.map(({ entry }) => entry) ?? [];
  }

  /** Returns all entries, position by position. */
  entries(): readonly E[] {
    const positions = [...this.#chains.keys()].sort((a, b) => a - b);
    return positions.flatMap((position) => this.chainAt(position));
  }

  #prepend(link: Link<E>): void {
    const position = link.hash & (this.#capacity - 1);
    const chain = this.#chains.get(position);
    if (chain === undefined) this.#chains.set(position, [link]);
    else chain.unshift(link);
  }

  #double(): void {
    const links = [...this.#chains.values()].flat();
    this.#chains = new Map();
    this.#capacity *= 2;
    for (const link of links) this.#prepend(link);
  }
}
