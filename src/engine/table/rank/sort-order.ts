import { indexOfColumn, type Column } from "../column.ts";
import { compareFields } from "../compare-fields.ts";
import { fieldAt, type Row } from "../row.ts";

/** One column of an ORDER BY. NULL is the least value: first in ascending order, last in descending. */
export interface SortColumn {
  readonly column: string;
  readonly direction: "asc" | "desc";
}

interface BoundSortColumn {
  readonly index: number;
  readonly sign: 1 | -1;
}

/** An ORDER BY over a table: it takes the sort key out of a row and compares sort keys. */
export class SortOrder {
  readonly #columns: readonly BoundSortColumn[];

  constructor(columns: readonly Column[], orderBy: readonly SortColumn[]) {
    this.#columns = orderBy.map(({ column, direction }) => ({
      index: indexOfColumn(columns, column),
      sign: direction === "asc" ? 1 : -1,
    }));
  }

  /** Returns the fields by which `row` is sorted. */
  sortKeyOf(row: Row): Row {
    return this.#columns.map(({ index }) => fieldAt(row, index));
  }

  /** Compares two sort keys: below 0 if `a` comes first. */
  compare(a: Row, b: Row): number {
    for (const [index, { sign }] of this.#columns.entries()) {
      const result = sign * compareFields(fieldAt(a, index), fieldAt(b, index));
      if (result !== 0) return result;
    }
    return 0;
  }
}
