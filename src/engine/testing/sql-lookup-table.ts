import type { Column } from "../table/column.ts";
import type { LookupTable } from "../table/join/lookup-table.ts";
import { equalRows, isAccumulate, project, type Row, type RowKind } from "../table/row.ts";

/** A lookup table whose rows a script changes, without a word to those who asked. */
export class ScriptedLookupTable implements LookupTable {
  readonly columns: readonly Column[];
  /** How many keys a cache in front of it holds; none without a cache. */
  readonly cacheSize: number | undefined;
  readonly #rows: Row[] = [];

  constructor(columns: readonly Column[], cacheSize: number | undefined) {
    this.columns = columns;
    this.cacheSize = cacheSize;
  }

  lookup(keyIndices: readonly number[], key: Row): readonly Row[] {
    return this.#rows.filter((row) => equalRows(project(row, keyIndices), key));
  }

  /** Adds a row behind the others, or removes the first that is equal, as the kind of the change says. */
  change(kind: RowKind, row: Row): void {
    if (isAccumulate(kind)) {
      this.#rows.push(row);
      return;
    }
    const index = this.#rows.findIndex((other) => equalRows(other, row));
    if (index >= 0) this.#rows.splice(index, 1);
  }
}
