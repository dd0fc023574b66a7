import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { equalRows, keyOf, project, type Row, type RowKind } from "../row.ts";
import type { RankOptions } from "./rank-options.ts";
import { RankOutput } from "./rank-output.ts";
import { TopNBuffer } from "./top-n-buffer.ts";

/**
 * Top-N over rows that are only added (Flink's class of the same name); it keeps the first n of each partition.
 * With the rank as a column every rank from the place of the new row on changes its row; without it the row that
 * drops out is deleted and the new one added.
 */
export class AppendOnlyTopNFunction implements ChangelogOperator {
  readonly #options: RankOptions;
  readonly #context: OperatorContext;
  readonly #output: RankOutput;
  readonly #buffers = new Map<string, TopNBuffer<Row>>();

  constructor(options: RankOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#output = new RankOutput(options, context.output);
  }

  processElement(_kind: RowKind, row: Row): void {
    const { order, n, rank, partitionIndices } = this.#options;
    const partition = keyOf(project(row, partitionIndices));
    const buffer = this.#buffers.get(partition) ?? new TopNBuffer<Row>(order);
    this.#buffers.set(partition, buffer);
    const sortKey = order.sortKeyOf(row);
    if (!buffer.accepts(sortKey, n)) return;
    buffer.put(sortKey, row);
    if (rank === "column") this.#shiftRanks(buffer, sortKey, row);
    else this.#dropLast(buffer, row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #shiftRanks(buffer: TopNBuffer<Row>, sortKey: Row, row: Row): void {
    const { order, n } = this.#options;
    let rank = 0;
    let moved: Row | undefined;
    for (const entry of buffer.entries()) {
      if (rank > n) {
        buffer.removeAll(entry.sortKey);
        continue;
      }
      if (moved === undefined) {
        rank += entry.value.length;
        if (order.compare(entry.sortKey, sortKey) === 0) moved = row;
        continue;
      }
      for (const previous of entry.value.slice(0, n - rank + 1)) {
        this.#output.replace(previous, moved, rank);
        moved = previous;
        rank++;
      }
    }
    if (moved !== undefined) this.#output.collect("+I", moved, rank);
  }

  #dropLast(buffer: TopNBuffer<Row>, row: Row): void {
    if (buffer.size > this.#options.n) {
      const last = buffer.removeLast();
      if (last === undefined || equalRows(last, row)) return;
      this.#output.collect("-D", last, this.#options.n);
    }
    this.#output.collect("+I", row, 1);
  }
}
