import type { AggregateCall } from "./aggregate/aggregate-call.ts";
import { AggregateHandler } from "./aggregate/aggregate-handler.ts";
import { aggregateMonotonicity } from "./aggregate/aggregate-monotonicity.ts";
import { GroupAggFunction } from "./aggregate/group-agg-function.ts";
import { LocalGlobalGroupAggOperator } from "./aggregate/local-global-group-agg-operator.ts";
import { MiniBatchGroupAggFunction } from "./aggregate/mini-batch-group-agg-function.ts";
import {
  SplitDistinctGroupAggOperator,
  type SplitDistinctOptions,
} from "./aggregate/split-distinct-group-agg-operator.ts";
import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { columnsNamed, indicesOfColumns, typesOf } from "./column.ts";
import type { TableMonotonicity } from "./monotonicity.ts";
import { needsUpdateBefore, type Table } from "./table.ts";

/** How an aggregate gathers rows before it changes its groups. */
export interface MiniBatch {
  /** How many elements a bundle holds, in each phase (`table.exec.mini-batch.size`). */
  readonly size: number;
  /**
   * `one-phase`: rows go to their group. `local-global`: they are added up before the shuffle too.
   * `split-distinct`: and the groups are split by the distinct value first.
   */
  readonly phases: "one-phase" | "local-global" | "split-distinct";
}

/** A GROUP BY. */
export interface GroupAggregateSpec {
  readonly keys: readonly string[];
  readonly aggregates: readonly AggregateCall[];
  /** Rows are gathered by a `miniBatchAssigner` below and these bundles. */
  readonly miniBatch?: MiniBatch;
  /** ms of processing time after which an unchanged group is forgotten (`table.exec.state.ttl`; 0 = never). */
  readonly stateTtl?: number;
}

/**
 * GROUP BY without a window: a result that each row may change (Flink's `GroupAggFunction`; with mini-batch
 * `MiniBatchGroupAggFunction`, its local, incremental and global companions). The columns are the keys, then the
 * aggregates.
 */
export function groupAggregate(input: Table, spec: GroupAggregateSpec): Table {
  const monotonicity = aggregateMonotonicity(input, spec.keys, spec.aggregates);
  const extremes = (call: AggregateCall) =>
    input.changes === "insert-only" || movesOutwards(call, spec, monotonicity) ? "final" : "retractable";
  const handler = new AggregateHandler(input.columns, spec.aggregates, extremes);
  const keyColumns = columnsNamed(input.columns, spec.keys);
  return {
    name: "GroupAggregate",
    columns: [...keyColumns, ...handler.columns],
    upsertKeys: [spec.keys],
    changes: "updating",
    monotonicity,
    inputs: [input],
    source: undefined,
    inputUpdateKinds: needsUpdateBefore([input]),
    createOperator: (context, updateKind) => {
      const keyIndices = indicesOfColumns(input.columns, spec.keys);
      const stateTtl = spec.stateTtl ?? 0;
      const options = { handler, keyIndices, keyTypes: typesOf(keyColumns), stateTtl, updateKind };
      return operatorOf(
        spec,
        { ...options, columns: input.columns, calls: spec.aggregates, extremes },
        context,
      );
    },
  };
}

/** Says whether the argument of MAX only grows, or that of MIN only shrinks: then nothing need be kept of it. */
function movesOutwards(
  call: AggregateCall,
  spec: GroupAggregateSpec,
  monotonicity: TableMonotonicity,
): boolean {
  const movement = monotonicity?.[spec.keys.length + spec.aggregates.indexOf(call)];
  return (
    (call.function === "max" && movement === "increasing") ||
    (call.function === "min" && movement === "decreasing")
  );
}

function operatorOf(
  spec: GroupAggregateSpec,
  options: SplitDistinctOptions,
  context: OperatorContext,
): ChangelogOperator {
  if (spec.miniBatch === undefined) return new GroupAggFunction(options, context);
  const { phases, size } = spec.miniBatch;
  switch (phases) {
    case "one-phase":
      return new MiniBatchGroupAggFunction(options, size, context);
    case "local-global":
      return new LocalGlobalGroupAggOperator(options, size, context);
    case "split-distinct":
      return new SplitDistinctGroupAggOperator(options, size, context);
  }
}
