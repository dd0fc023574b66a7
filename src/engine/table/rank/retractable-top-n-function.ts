import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { isAccumulate, keyOf, project, type Row, type RowKind } from "../row.ts";
import type { RankOptions } from "./rank-options.ts";
import { RankOutput } from "./rank-output.ts";
import { RetractablePartition } from "./retractable-partition.ts";

/**
 * Top-N over any changes (Flink's class of the same name): it keeps all rows of each partition, so that the next
 * one can move up when one goes. The deletion of a row that is not known is ignored.
 */
export class RetractableTopNFunction implements ChangelogOperator {
  readonly #options: RankOptions;
  readonly #context: OperatorContext;
  readonly #output: RankOutput;
  readonly #partitions = new Map<string, RetractablePartition>();

  constructor(options: RankOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#output = new RankOutput(options, context.output);
  }

  processElement(kind: RowKind, row: Row): void {
    const key = keyOf(project(row, this.#options.partitionIndices));
    const partition = this.#partitions.get(key) ?? new RetractablePartition(this.#options, this.#output);
    this.#partitions.set(key, partition);
    if (isAccumulate(kind)) partition.add(row);
    else partition.retract(row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
