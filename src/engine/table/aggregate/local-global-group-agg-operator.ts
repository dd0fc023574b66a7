import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { project, type Row, type RowKind } from "../row.ts";
import type { Accumulators, AggregateHandler } from "./aggregate-handler.ts";
import { Bundle, type BundleOptions } from "./bundle.ts";
import type { GroupAggOptions } from "./group-agg-function.ts";
import { GroupResults } from "./group-results.ts";
import { localBundle, type LocalBundle } from "./local-bundle.ts";

/**
 * GROUP BY in two phases (Flink's `MiniBatchLocalGroupAggFunction` before the shuffle and
 * `MiniBatchGlobalGroupAggFunction` behind it). Each phase has a bundle of its own: the global one counts the
 * accumulators that the local one sends, not rows.
 */
export class LocalGlobalGroupAggOperator implements ChangelogOperator {
  readonly #keyIndices: readonly number[];
  readonly #context: OperatorContext;
  readonly #local: LocalBundle;
  readonly #global: Bundle<Accumulators, Accumulators>;

  constructor(options: GroupAggOptions, bundleSize: number, context: OperatorContext) {
    this.#keyIndices = options.keyIndices;
    this.#context = context;
    const bundle = { size: bundleSize, keyTypes: options.keyTypes };
    this.#global = globalBundle(options.handler, bundle, new GroupResults(options, context));
    this.#local = localBundle(options.handler, bundle, (keyFields, accumulators) =>
      this.#global.add(keyFields, accumulators),
    );
  }

  processElement(kind: RowKind, row: Row): void {
    this.#local.add(project(row, this.#keyIndices), { kind, row });
  }

  processWatermark(timestamp: number): void {
    this.#local.finish();
    this.#global.finish();
    this.#context.output.emitWatermark(timestamp);
  }
}

/** Makes the global phase: accumulators of one key are merged, and at the end of a bundle into the group's. */
export function globalBundle(
  handler: AggregateHandler,
  options: BundleOptions,
  groups: GroupResults,
): Bundle<Accumulators, Accumulators> {
  return new Bundle<Accumulators, Accumulators>(options, {
    addInput: (value, input) => {
      const accumulators = value ?? handler.createAccumulators();
      handler.merge(accumulators, input);
      return accumulators;
    },
    finishBundle: (entries) => {
      for (const { keyFields, value } of entries) {
        const group = groups.open(keyFields);
        handler.merge(group.accumulators, value);
        groups.close(group);
      }
    },
  });
}
