import type { Sink, SinkWriter, WriterInitContext } from "../../runtime/sink/sink.ts";
import { isAccumulate, type RowKind } from "../../table/row.ts";
import type { Database } from "../../world/database/database.ts";
import { indexText, type Row } from "../../world/database/sql-value.ts";
import { keyCondition, type WriteStatement } from "../../world/database/statement.ts";
import { jdbcExecutionOptions, type JdbcExecutionOptions } from "./jdbc-execution-options.ts";
import { jdbcWriter } from "./jdbc-sink.ts";
import type { StatementBuffer } from "./statement-buffer.ts";

/** A change of a row, as a table of the database knows it. */
export interface RowChange {
  readonly kind: RowKind;
  readonly row: Row;
}

/** What an upsert sink is set to. */
export interface JdbcUpsertSinkOptions<In> {
  readonly database: Database;
  readonly table: string;
  /** The columns of the key by which rows are replaced and deleted. */
  readonly primaryKey: readonly string[];
  readonly change: (element: In) => RowChange;
  readonly execution?: Partial<JdbcExecutionOptions>;
}

/**
 * Keeps a table of a database equal to a changelog (Flink's JDBC table sink). Of all changes of a key in a batch only the
 * last is written, so their order within a key counts: what shuffles a changelog by anything else breaks it.
 */
export class JdbcUpsertSink<In> implements Sink<In> {
  readonly options: JdbcUpsertSinkOptions<In>;

  constructor(options: JdbcUpsertSinkOptions<In>) {
    this.options = options;
  }

  createWriter(context: WriterInitContext): SinkWriter<In> {
    const { database, execution } = this.options;
    return jdbcWriter(database, jdbcExecutionOptions(execution), reducingBuffer(this.options), context);
  }
}

/**
 * Returns a buffer with the last change of each key (Flink's `TableBufferReducedStatementExecutor`). What is there then is
 * written first, and then what is not is deleted; a -U that nothing follows is a deletion too.
 */
function reducingBuffer<In>({ table, primaryKey, change }: JdbcUpsertSinkOptions<In>): StatementBuffer<In> {
  const last = new Map<string, RowChange>();
  return {
    add: (element) => {
      const { kind, row } = change(element);
      last.set(primaryKey.map((column) => indexText(row[column] ?? null, "binary")).join(), { kind, row });
    },
    statements: () => {
      const changes = [...last.values()];
      const present = changes.filter(({ kind }) => isAccumulate(kind));
      const gone = changes.filter(({ kind }) => !isAccumulate(kind));
      return [
        ...present.map(({ row }): WriteStatement => ({ type: "upsert", table, row })),
        ...gone.map(
          ({ row }): WriteStatement => ({ type: "delete", table, where: keyCondition(primaryKey, row) }),
        ),
      ];
    },
    clear: () => last.clear(),
  };
}
