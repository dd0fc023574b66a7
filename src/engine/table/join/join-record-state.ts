import type { JavaHashMap } from "../../java/java-hash-map.ts";
import { binaryRowMap } from "../binary-row.ts";
import type { SqlType } from "../column.ts";
import { keyOf, project, type Row } from "../row.ts";
import type { JoinSideOptions } from "./join-side.ts";

/** A row of one side of a join and how many rows of the other side match it. */
export interface JoinRecord {
  readonly row: Row;
  readonly associations: number;
}

interface StoredRecord {
  row: Row;
  times: number;
  associations: number;
}

/**
 * The rows of one side of a regular join, by join key (Flink's `JoinRecordStateViews` and
 * `OuterJoinRecordStateViews`). With a unique key a row replaces its old version; without one each row is kept with
 * the number of times that it is there. The rows of a join key come in the order of Flink's hash map.
 */
export class JoinRecordState {
  readonly #uniqueKey: readonly number[] | undefined;
  readonly #identityTypes: readonly SqlType[];
  readonly #records = new Map<string, JavaHashMap<string, StoredRecord>>();

  constructor({ uniqueKey, types }: JoinSideOptions) {
    this.#uniqueKey = uniqueKey;
    this.#identityTypes =
      uniqueKey === undefined ? types : uniqueKey.flatMap((index) => types.slice(index, index + 1));
  }

  add(joinKey: string, row: Row, associations: number): void {
    const records = this.#records.get(joinKey) ?? binaryRowMap<StoredRecord>(this.#identityTypes);
    this.#records.set(joinKey, records);
    const record = records.get(this.#identityOf(row));
    const isThere = record !== undefined && this.#uniqueKey === undefined;
    records.set(this.#identityOf(row), { row, times: isThere ? record.times + 1 : 1, associations });
  }

  /** Takes a row away once. One that is not there is ignored. */
  retract(joinKey: string, row: Row): void {
    const records = this.#records.get(joinKey);
    const record = records?.get(this.#identityOf(row));
    if (records === undefined || record === undefined) return;
    record.times--;
    if (record.times === 0) records.delete(this.#identityOf(row));
    if (records.size === 0) this.#records.delete(joinKey);
  }

  setAssociations(joinKey: string, row: Row, associations: number): void {
    const record = this.#records.get(joinKey)?.get(this.#identityOf(row));
    if (record !== undefined) record.associations = associations;
  }

  /** Returns the rows of a join key, each as often as it is there, as they are now. */
  recordsOf(joinKey: string): readonly JoinRecord[] {
    const records = this.#records.get(joinKey)?.values() ?? [];
    return records.flatMap(({ row, times, associations }) =>
      Array.from({ length: times }, () => ({ row, associations })),
    );
  }

  #identityOf(row: Row): string {
    return keyOf(this.#uniqueKey === undefined ? row : project(row, this.#uniqueKey));
  }
}
