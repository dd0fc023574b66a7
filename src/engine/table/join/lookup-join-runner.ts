import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { nullRow, project, type Row, type RowKind } from "../row.ts";
import { LookupCache, type LookupCacheOptions, type LookupTable } from "./lookup-table.ts";

/** What a lookup join needs to know. */
export interface LookupJoinOptions {
  readonly type: "inner" | "left";
  readonly table: LookupTable;
  readonly leftKeyIndices: readonly number[];
  readonly rightKeyIndices: readonly number[];
  readonly cache: LookupCacheOptions | undefined;
}

/**
 * Asks a table for each row, at once (Flink's class of the same name). It sends what the table holds at that moment and
 * never corrects it; a key with a NULL asks nothing.
 */
export class LookupJoinRunner implements ChangelogOperator {
  readonly #options: LookupJoinOptions;
  readonly #context: OperatorContext;
  readonly #cache: LookupCache | undefined;
  readonly #ask: (key: Row) => readonly Row[];

  constructor(options: LookupJoinOptions, context: OperatorContext) {
    const { table, cache, rightKeyIndices } = options;
    this.#options = options;
    this.#context = context;
    this.#cache = cache === undefined ? undefined : new LookupCache(cache, context.clock);
    this.#ask = (key) => table.lookup(rightKeyIndices, key);
  }

  processElement(kind: RowKind, row: Row): void {
    const { type, table } = this.#options;
    const matches = this.#lookUp(project(row, this.#options.leftKeyIndices));
    for (const match of matches) this.#context.output.collect(kind, [...row, ...match]);
    if (matches.length > 0 || type === "inner") return;
    this.#context.output.collect(kind, [...row, ...nullRow(table.columns.length)]);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #lookUp(key: Row): readonly Row[] {
    if (key.includes(null)) return [];
    return this.#cache === undefined ? this.#ask(key) : this.#cache.get(key, this.#ask);
  }
}
