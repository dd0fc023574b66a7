import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, type Row, type RowKind } from "../row.ts";
import type { RankOptions } from "./rank-options.ts";
import { RankOutput } from "./rank-output.ts";
import { UpdatablePartition } from "./updatable-partition.ts";

/** What a Top-N over updates needs to know beyond another one. */
export interface UpdatableTopNOptions extends RankOptions {
  /** The places of the columns by which a row's next version is known. */
  readonly rowKeyIndices: readonly number[];
}

/**
 * Top-N over rows with a key whose updates (`+U` without `-U`) only move up, as counts do (Flink's class of
 * the same name). It keeps the first n of each partition.
 */
export class UpdatableTopNFunction implements ChangelogOperator {
  readonly #options: UpdatableTopNOptions;
  readonly #context: OperatorContext;
  readonly #output: RankOutput;
  readonly #partitions = new Map<string, UpdatablePartition>();

  constructor(options: UpdatableTopNOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#output = new RankOutput(options, context.output);
  }

  processElement(_kind: RowKind, row: Row): void {
    const key = keyOf(project(row, this.#options.partitionIndices));
    const partition = this.#partitions.get(key) ?? new UpdatablePartition(this.#options, this.#output);
    this.#partitions.set(key, partition);
    const rowKey = keyOf(project(row, this.#options.rowKeyIndices));
    if (this.#options.rank === "column") partition.putWithRank(rowKey, row);
    else partition.putWithoutRank(rowKey, row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
