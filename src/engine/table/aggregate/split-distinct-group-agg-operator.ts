import { UnsupportedOperationException } from "../../java/exceptions.ts";
import { hashCode } from "../../java/hash-code.ts";
import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { indexOfColumn, type Column } from "../column.ts";
import { fieldAt, project, type Field, type Row, type RowKind } from "../row.ts";
import type { AggregateCall, Extremes } from "./aggregate-call.ts";
import { type Accumulators, AggregateHandler } from "./aggregate-handler.ts";
import type { Bundle, BundleOptions } from "./bundle.ts";
import type { GroupAggOptions } from "./group-agg-function.ts";
import { GroupResults } from "./group-results.ts";
import { incrementalBundle } from "./incremental-bundle.ts";
import { localBundle, type LocalBundle } from "./local-bundle.ts";
import { globalBundle } from "./local-global-group-agg-operator.ts";

const BUCKETS = 1024;

/**
 * GROUP BY with DISTINCT aggregates over one column, split against skew: the rows of a key are dealt out to 1024
 * buckets by the distinct value, each bucket counts its own values, and the last phase adds up the buckets (a local
 * phase, `MiniBatchIncrementalGroupAggFunction`, `MiniBatchGlobalGroupAggFunction`). Each phase has its own bundle.
 */
export class SplitDistinctGroupAggOperator implements ChangelogOperator {
  readonly #keyIndices: readonly number[];
  readonly #distinctIndex: number;
  readonly #context: OperatorContext;
  readonly #local: LocalBundle;
  readonly #incremental: Bundle<Accumulators, Accumulators>;
  readonly #global: Bundle<Accumulators, Accumulators>;

  constructor(options: SplitDistinctOptions, bundleSize: number, context: OperatorContext) {
    this.#keyIndices = options.keyIndices;
    this.#distinctIndex = distinctIndexOf(options.columns, options.calls);
    this.#context = context;
    const finalHandler = new AggregateHandler(
      options.columns,
      options.calls.map(withoutDistinct),
      options.extremes,
    );
    const final: BundleOptions = { size: bundleSize, keyTypes: options.keyTypes };
    const partial: BundleOptions = { size: bundleSize, keyTypes: [...options.keyTypes, "INT"] };
    const groups = new GroupResults({ ...options, handler: finalHandler }, context);
    this.#global = globalBundle(finalHandler, final, groups);
    const handlers = { partial: options.handler, final: finalHandler };
    this.#incremental = incrementalBundle(handlers, partial, (keyFields, increment) =>
      this.#global.add(keyFields, increment),
    );
    this.#local = localBundle(options.handler, partial, (partialKey, accumulators) =>
      this.#incremental.add(partialKey, accumulators),
    );
  }

  processElement(kind: RowKind, row: Row): void {
    const bucket = bucketOf(fieldAt(row, this.#distinctIndex));
    this.#local.add([...project(row, this.#keyIndices), bucket], { kind, row });
  }

  processWatermark(timestamp: number): void {
    this.#local.finish();
    this.#incremental.finish();
    this.#global.finish();
    this.#context.output.emitWatermark(timestamp);
  }
}

/** What a split aggregate needs to know beyond another group aggregate: its calls, to take DISTINCT off them. */
export interface SplitDistinctOptions extends GroupAggOptions {
  readonly columns: readonly Column[];
  readonly calls: readonly AggregateCall[];
  readonly extremes: (call: AggregateCall) => Extremes;
}

function bucketOf(value: Field): Field {
  return value === null ? null : hashCode(value) % BUCKETS;
}

function withoutDistinct(call: AggregateCall): AggregateCall {
  return { ...call, quantifier: "all" };
}

function distinctIndexOf(columns: readonly Column[], calls: readonly AggregateCall[]): number {
  const columnNames = new Set(
    calls.filter((call) => call.quantifier === "distinct").map((call) => call.argument),
  );
  const [columnName] = columnNames;
  if (columnNames.size !== 1 || columnName === undefined) {
    throw new UnsupportedOperationException("A split aggregate needs DISTINCT over exactly one column.");
  }
  return indexOfColumn(columns, columnName);
}
