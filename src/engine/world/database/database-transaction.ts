import type { Row } from "./sql-value.ts";
import type { RowChanges } from "./table.ts";

const NO_CHANGES: RowChanges = new Map();

/** What a transaction has written and nobody else sees yet. */
export class DatabaseTransaction {
  readonly #changes = new Map<string, Map<string, Row | null>>();

  /** Whether there is nothing to commit. */
  get isReadOnly(): boolean {
    return this.#changes.size === 0;
  }

  changesOf(table: string): RowChanges {
    return this.#changes.get(table) ?? NO_CHANGES;
  }

  /** Writes a row; `null` deletes it. */
  write(table: string, key: string, row: Row | null): void {
    const changes = this.#changes.get(table) ?? new Map<string, Row | null>();
    changes.set(key, row);
    this.#changes.set(table, changes);
  }

  /** Returns what it has written, table by table. */
  changes(): ReadonlyMap<string, RowChanges> {
    return this.#changes;
  }
}
