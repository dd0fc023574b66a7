import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import type { SqlType } from "../column.ts";
import { isAccumulate, project, type Row, type RowKind } from "../row.ts";
import type { AggregateHandler } from "./aggregate-handler.ts";
import { GroupResults, type GroupResultsOptions } from "./group-results.ts";

/** What a group aggregate needs to know beyond its results. */
export interface GroupAggOptions extends GroupResultsOptions {
  /** The places of the key's columns. */
  readonly keyIndices: readonly number[];
  readonly keyTypes: readonly SqlType[];
}

/**
 * GROUP BY, one result for each row (Flink's class of the same name). A row taken back from a group that is not known
 * is ignored.
 */
export class GroupAggFunction implements ChangelogOperator {
  readonly #handler: AggregateHandler;
  readonly #keyIndices: readonly number[];
  readonly #context: OperatorContext;
  readonly #groups: GroupResults;

  constructor(options: GroupAggOptions, context: OperatorContext) {
    this.#handler = options.handler;
    this.#keyIndices = options.keyIndices;
    this.#context = context;
    this.#groups = new GroupResults(options, context);
  }

  processElement(kind: RowKind, row: Row): void {
    const group = this.#groups.open(project(row, this.#keyIndices));
    if (group.before === undefined && !isAccumulate(kind)) return;
    this.#handler.apply(group.accumulators, kind, row);
    this.#groups.close(group);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }
}
