import type { InputStatus, ReaderOutput, SourceReader } from "../../runtime/source/source.ts";
import type { Connection } from "../../world/database/connection.ts";
import type { Row } from "../../world/database/sql-value.ts";
import type { JdbcSourceOptions, JdbcSplit } from "./jdbc-source-options.ts";

/** Reads pieces of a table, one query for each. */
export class JdbcSourceReader<T> implements SourceReader<T, JdbcSplit> {
  readonly #options: JdbcSourceOptions<T>;
  readonly #splits: JdbcSplit[] = [];
  #connection: Connection | null = null;
  /** The rows of the first split that are not sent yet; `null` before its query. */
  #rows: readonly Row[] | null = null;

  constructor(options: JdbcSourceOptions<T>) {
    this.#options = options;
  }

  addSplits(splits: readonly JdbcSplit[]): void {
    this.#splits.push(...splits);
  }

  pollNext(output: ReaderOutput<T>): InputStatus {
    const [split] = this.#splits;
    if (split === undefined) return "END_OF_INPUT";
    this.#rows ??= this.#query(split);
    const row = this.#rows[split.rowsRead];
    if (row === undefined) {
      this.#splits.shift();
      this.#rows = null;
    } else {
      this.#splits[0] = { ...split, rowsRead: split.rowsRead + 1 };
      output.collect(this.#options.extractor(row));
    }
    return "MORE_AVAILABLE";
  }

  nextAvailableAt(): number {
    return Number.NEGATIVE_INFINITY;
  }

  snapshotState(): readonly JdbcSplit[] {
    return [...this.#splits];
  }

  close(): void {
    this.#connection?.close();
  }

  #query({ where }: JdbcSplit): readonly Row[] {
    const { database, table, columns } = this.#options;
    this.#connection ??= database.connect();
    return this.#connection.executeQuery({
      type: "select",
      table,
      ...(where === null ? {} : { where }),
      ...(columns === undefined ? {} : { columns }),
    });
  }
}
