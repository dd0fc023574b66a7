import type { Sink, SinkWriter, WriterInitContext } from "../../runtime/sink/sink.ts";
import type { RowKind } from "../../table/row.ts";
import type { Database } from "../../world/database/database.ts";
import type { Row } from "../../world/database/sql-value.ts";
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

/** Returns a buffer with the last change of each key (Flink's `TableBufferReducedStatementExecutor`). */
function reducingBuffer<In>({ table, primaryKey, change }: JdbcUpsertSinkOptions<In>): StatementBuffer<In> {
  const last = new Map<string, RowChange>();
  return {
    add: (element) => {
      const { kind, row } = change(element);
      // The +U that follows says the same and more.
      if (kind !== "-U") last.set(primaryKey.map((column) => String(row[column])).join("\n"), { kind, row });
    },
    statements: () => [...last.values()].map((one) => statementFor(one, table, primaryKey)),
    clear: () => last.clear(),
  };
}

function statementFor(
  { kind, row }: RowChange,
  table: string,
  primaryKey: readonly string[],
): WriteStatement {
  return kind === "-D"
    ? { type: "delete", table, where: keyCondition(primaryKey, row) }
    : { type: "upsert", table, row };
}
