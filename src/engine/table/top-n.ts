import { IllegalArgumentException } from "../java/exceptions.ts";
import type { ChangelogOperator, OperatorContext } from "./changelog-operator.ts";
import { indicesOfColumns } from "./column.ts";
import { AppendOnlyTopNFunction } from "./rank/append-only-top-n-function.ts";
import { FastTop1Function } from "./rank/fast-top-1-function.ts";
import type { RankOptions } from "./rank/rank-options.ts";
import { RetractableTopNFunction } from "./rank/retractable-top-n-function.ts";
import { SortOrder, type SortColumn } from "./rank/sort-order.ts";
import { topNMonotonicity } from "./rank/top-n-monotonicity.ts";
import { UpdatableTopNFunction } from "./rank/updatable-top-n-function.ts";
import type { Table } from "./table.ts";
import type { UpdateKind } from "./update-kind.ts";

/** A Top-N: `ROW_NUMBER() OVER (PARTITION BY keys ORDER BY orderBy) <= n`. */
export interface TopNSpec {
  readonly keys: readonly string[];
  readonly orderBy: readonly SortColumn[];
  readonly n: number;
  /** The name of the rank's column; without it the rank is not sent, which saves many changes. */
  readonly rank?: string;
  /**
   * What the input is like (the planner's `RankProcessStrategy`): `append`, rows are only added; `update`, rows with
   * a key whose updates only move up; `retract`, anything.
   */
  readonly strategy: "append" | "update" | "retract";
}

/**
 * The first n rows of each partition, kept up to date (the planner's `Rank`; Flink's `AppendOnlyTopNFunction`,
 * `UpdatableTopNFunction`, `RetractableTopNFunction` and, for n = 1 over the first two kinds of input,
 * `FastTop1Function`). Of equal rows the earlier arrival comes first.
 */
export function topN(input: Table, spec: TopNSpec): Table {
  const rankColumns = spec.rank === undefined ? [] : [{ name: spec.rank, type: "BIGINT" as const }];
  return {
    name: "Rank",
    columns: [...input.columns, ...rankColumns],
    upsertKeys: upsertKeysOf(input, spec),
    changes: "updating",
    monotonicity: topNMonotonicity(input, spec),
    inputs: [input],
    source: undefined,
    inputUpdateKinds: () =>
      spec.strategy === "update" ? [["only-after"], ["before-and-after"]] : [["before-and-after"]],
    createOperator: (context, updateKind) =>
      hasConstantRank(spec)
        ? operatorOf(input, spec, updateKind, withConstantRank(context))
        : operatorOf(input, spec, updateKind, context),
  };
}

function upsertKeysOf(input: Table, spec: TopNSpec): readonly (readonly string[])[] {
  const inputKeys = input.upsertKeys.filter((key) => spec.keys.every((column) => key.includes(column)));
  return spec.rank === undefined ? inputKeys : [[...spec.keys, spec.rank], ...inputKeys];
}

function operatorOf(
  input: Table,
  spec: TopNSpec,
  updateKind: UpdateKind,
  context: OperatorContext,
): ChangelogOperator {
  const options: RankOptions = {
    partitionIndices: indicesOfColumns(input.columns, spec.keys),
    order: new SortOrder(input.columns, spec.orderBy),
    n: spec.n,
    rank: spec.rank === undefined || hasConstantRank(spec) ? "hidden" : "column",
    updateKind,
  };
  if (spec.strategy === "retract") return new RetractableTopNFunction(options, context);
  if (spec.n === 1) return new FastTop1Function(options, context);
  if (spec.strategy === "append") return new AppendOnlyTopNFunction(options, context);
  const rowKeyIndices = indicesOfColumns(input.columns, rowKeyOf(input));
  return new UpdatableTopNFunction({ ...options, rowKeyIndices }, context);
}

/** The rank of a Top-1 is always 1: the planner takes it out of the operator and adds it behind (`ConstantRankNumberColumnRemoveRule`). */
function hasConstantRank(spec: TopNSpec): boolean {
  return spec.rank !== undefined && spec.n === 1;
}

function withConstantRank(context: OperatorContext): OperatorContext {
  const { output } = context;
  return { ...context, output: { ...output, collect: (kind, row) => output.collect(kind, [...row, 1]) } };
}

function rowKeyOf(input: Table): readonly string[] {
  const [key] = input.upsertKeys;
  if (key !== undefined) return key;
  throw new IllegalArgumentException("A Top-N over updates needs an input with a key.");
}
