import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { isAccumulate, project, type Change, type Row, type RowKind } from "../row.ts";
import { Bundle } from "./bundle.ts";
import type { GroupAggOptions } from "./group-agg-function.ts";
import { GroupResults } from "./group-results.ts";

/**
 * GROUP BY in bundles of `bundleSize` rows, one result for each key and bundle (Flink's class of
 * the same name). Rows taken back from a group that is not known yet are dropped from the head of
 * its part; what cancels out within a bundle sends nothing.
 */
export class MiniBatchGroupAggFunction implements ChangelogOperator {
  readonly #options: GroupAggOptions;
  readonly #context: OperatorContext;
  readonly #groups: GroupResults;
  readonly #bundle: Bundle<Change, Change[]>;

  constructor(options: GroupAggOptions, bundleSize: number, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#groups = new GroupResults(options, context);
    this.#bundle = new Bundle(
      { size: bundleSize, keyTypes: options.keyTypes },
      {
        addInput: (changes = [], change) => {
          changes.push(change);
          return changes;
        },
        finishBundle: (entries) => {
          for (const { keyFields, value } of entries) this.#update(keyFields, value);
        },
      },
    );
  }

  processElement(kind: RowKind, row: Row): void {
    this.#bundle.add(project(row, this.#options.keyIndices), { kind, row });
  }

  processWatermark(timestamp: number): void {
    this.#bundle.finish();
    this.#context.output.emitWatermark(timestamp);
  }

  #update(keyFields: Row, changes: readonly Change[]): void {
    const firstAdded = changes.findIndex((change) => isAccumulate(change.kind));
    const isKnown = this.#groups.has(keyFields);
    if (!isKnown && firstAdded < 0) return;
    const group = this.#groups.open(keyFields);
    for (const { kind, row } of isKnown ? changes : changes.slice(firstAdded)) {
      this.#options.handler.apply(group.accumulators, kind, row);
    }
    this.#groups.close(group);
  }
}
