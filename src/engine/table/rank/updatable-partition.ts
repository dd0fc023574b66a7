import type { Row } from "../row.ts";
import type { RankOptions } from "./rank-options.ts";
import type { RankOutput } from "./rank-output.ts";
import { TopNBuffer } from "./top-n-buffer.ts";

/** A version of a row that is about to be replaced. */
interface OldRow {
  readonly row: Row;
  readonly sortKey: Row;
  readonly rank: number;
}

/** One partition of a Top-N over updates: the rows by their key, and the order of the keys. */
export class UpdatablePartition {
  readonly #options: RankOptions;
  readonly #output: RankOutput;
  readonly #buffer: TopNBuffer<string>;
  readonly #rows = new Map<string, Row>();

  constructor(options: RankOptions, output: RankOutput) {
    this.#options = options;
    this.#output = output;
    this.#buffer = new TopNBuffer(options.order);
  }

  /** Takes the next version of a row where the rank is not a column. */
  putWithoutRank(rowKey: string, row: Row): void {
    const sortKey = this.#options.order.sortKeyOf(row);
    const old = this.#rows.get(rowKey);
    if (old !== undefined) {
      this.#move(rowKey, old, row);
      this.#output.replace(old, row, 1);
    } else if (this.#buffer.accepts(sortKey, this.#options.n)) {
      this.#add(rowKey, row);
      if (this.#buffer.size > this.#options.n) this.#dropLast();
      this.#output.collect("+I", row, 1);
    }
  }

  /** Takes the next version of a row where the rank is a column. */
  putWithRank(rowKey: string, row: Row): void {
    const { order, n } = this.#options;
    const sortKey = order.sortKeyOf(row);
    const before = this.#rows.get(rowKey);
    if (before === undefined) {
      if (!this.#buffer.accepts(sortKey, n)) return;
      this.#add(rowKey, row);
      this.#shiftRanks(rowKey, row, undefined);
      return;
    }
    const old = { row: before, sortKey: order.sortKeyOf(before), rank: this.#rankOf(rowKey) };
    this.#move(rowKey, before, row);
    const direction = order.compare(sortKey, old.sortKey);
    if (direction === 0) this.#output.replace(before, row, old.rank);
    else if (direction < 0) this.#shiftRanks(rowKey, row, old);
    else this.#moveDown(rowKey, row, old);
  }

  #add(rowKey: string, row: Row): void {
    this.#buffer.put(this.#options.order.sortKeyOf(row), rowKey);
    this.#rows.set(rowKey, row);
  }

  /** Gives a row its new place; among those of its new sort key it is the last. */
  #move(rowKey: string, before: Row, row: Row): void {
    const { order } = this.#options;
    const oldSortKey = order.sortKeyOf(before);
    if (order.compare(oldSortKey, order.sortKeyOf(row)) === 0) {
      this.#rows.set(rowKey, row);
      return;
    }
    this.#buffer.remove(oldSortKey, rowKey);
    this.#add(rowKey, row);
  }

  #dropLast(): void {
    const rowKey = this.#buffer.removeLast();
    if (rowKey === undefined) return;
    this.#output.collect("-D", this.#rowOf(rowKey), this.#options.n);
    this.#rows.delete(rowKey);
  }

  /** Sends the ranks that change when a row enters at its place (no `old`) or moves up to it. */
  #shiftRanks(rowKey: string, row: Row, old: OldRow | undefined): void {
    const ordered = this.#rowKeysInOrder();
    const lastShifted = old === undefined ? this.#options.n : old.rank - 1;
    let rank = ordered.indexOf(rowKey) + 1;
    let moved = row;
    for (const next of ordered.slice(rank, lastShifted + 1)) {
      const previous = this.#rowOf(next);
      this.#output.collect("-U", previous, rank);
      if (moved === row && old !== undefined) this.#output.collect("-U", old.row, old.rank);
      this.#output.collect("+U", moved, rank);
      moved = previous;
      rank++;
    }
    if (rank > this.#options.n) this.#dropBehindLastRank();
    else if (old === undefined) this.#output.collect("+I", moved, rank);
    else if (moved === row) this.#output.replace(old.row, row, rank);
    else this.#output.collect("+U", moved, rank);
  }

  /** Sends the ranks that change when a row moves down, which its query's monotony forbids. */
  #moveDown(rowKey: string, row: Row, old: OldRow): void {
    const rank = this.#rankOf(rowKey);
    this.#output.collect("-U", old.row, old.rank);
    for (const [index, next] of this.#rowKeysInOrder()
      .slice(0, rank - 1)
      .entries()) {
      if (index + 1 < old.rank) continue;
      this.#output.collect("-U", this.#rowOf(next), index + 2);
      this.#output.collect("+U", this.#rowOf(next), index + 1);
    }
    this.#output.collect("+U", row, rank);
  }

  /** Forgets the sort keys that have been pushed behind the last rank altogether. */
  #dropBehindLastRank(): void {
    let rank = 1;
    for (const { sortKey, value } of this.#buffer.entries()) {
      const size = value.length;
      if (rank > this.#options.n + 1) {
        for (const rowKey of this.#buffer.removeAll(sortKey)) this.#rows.delete(rowKey);
      }
      rank += size;
    }
  }

  #rankOf(rowKey: string): number {
    return this.#rowKeysInOrder().indexOf(rowKey) + 1;
  }

  #rowKeysInOrder(): readonly string[] {
    return this.#buffer.entries().flatMap(({ value }) => value);
  }

  #rowOf(rowKey: string): Row {
    const row = this.#rows.get(rowKey);
    if (row === undefined) throw new Error(`no row of the key ${rowKey}`);
    return row;
  }
}
