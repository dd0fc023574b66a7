import { equalRows, keyOf, type Row } from "../row.ts";
import type { RankOptions } from "./rank-options.ts";
import type { RankOutput } from "./rank-output.ts";
import { SortKeyMap } from "./sort-key-map.ts";

/**
 * One partition of a Top-N over any changes. As Flink it keeps apart how many rows a sort key should have and the
 * rows themselves: the deletion of an unknown row under a known sort key lowers the number all the same.
 */
export class RetractablePartition {
  readonly #options: RankOptions;
  readonly #output: RankOutput;
  readonly #counts: SortKeyMap<number>;
  readonly #rows = new Map<string, Row[]>();

  constructor(options: RankOptions, output: RankOutput) {
    this.#options = options;
    this.#output = output;
    this.#counts = new SortKeyMap(options.order);
  }

  add(row: Row): void {
    const sortKey = this.#options.order.sortKeyOf(row);
    this.#counts.set(sortKey, (this.#counts.get(sortKey) ?? 0) + 1);
    const rank = this.#countBefore(sortKey) + (this.#counts.get(sortKey) ?? 0);
    this.#emitArrival(row, rank, this.#rowsBehind(sortKey));
    const peers = this.#rowsOf(sortKey);
    peers.push(row);
    this.#rows.set(keyOf(sortKey), peers);
  }

  retract(row: Row): void {
    const sortKey = this.#options.order.sortKeyOf(row);
    const peers = this.#rowsOf(sortKey);
    const index = peers.findIndex((peer) => equalRows(peer, row));
    if (index >= 0) {
      peers.splice(index, 1);
      const behind = [...peers.slice(index), ...this.#rowsBehind(sortKey)];
      this.#emitDeparture(row, this.#countBefore(sortKey) + index + 1, behind);
    }
    this.#lowerCount(sortKey);
  }

  #emitArrival(row: Row, rank: number, behind: readonly Row[]): void {
    const { n, rank: rankColumn } = this.#options;
    if (rank > n) return;
    if (rankColumn === "hidden") {
      const dropped = behind[n - rank];
      if (dropped !== undefined) this.#output.collect("-D", dropped, n);
      this.#output.collect("+I", row, rank);
      return;
    }
    let moved = row;
    for (const [index, previous] of behind.slice(0, n - rank + 1).entries()) {
      this.#output.replace(previous, moved, rank + index);
      moved = previous;
    }
    this.#output.collect("+I", moved, rank + behind.length);
  }

  #emitDeparture(row: Row, rank: number, behind: readonly Row[]): void {
    const { n, rank: rankColumn } = this.#options;
    if (rank > n) return;
    if (rankColumn === "hidden") {
      this.#output.collect("-D", row, rank);
      const entering = behind[n - rank];
      if (entering !== undefined) this.#output.collect("+I", entering, n);
      return;
    }
    let previous = row;
    for (const [index, next] of behind.slice(0, n - rank + 1).entries()) {
      this.#output.replace(previous, next, rank + index);
      previous = next;
    }
    this.#output.collect("-D", previous, rank + behind.length);
  }

  #lowerCount(sortKey: Row): void {
    const count = this.#counts.get(sortKey);
    if (count === undefined) return;
    if (count === 1) this.#counts.delete(sortKey);
    else this.#counts.set(sortKey, count - 1);
  }

  #countBefore(sortKey: Row): number {
    const before = this.#counts.entries().filter((entry) => this.#compare(entry.sortKey, sortKey) < 0);
    return before.reduce((sum, entry) => sum + entry.value, 0);
  }

  #rowsBehind(sortKey: Row): readonly Row[] {
    const behind = this.#counts.entries().filter((entry) => this.#compare(entry.sortKey, sortKey) > 0);
    return behind.flatMap((entry) => this.#rowsOf(entry.sortKey));
  }

  #rowsOf(sortKey: Row): Row[] {
    return this.#rows.get(keyOf(sortKey)) ?? [];
  }

  #compare(a: Row, b: Row): number {
    return this.#options.order.compare(a, b);
  }
}
