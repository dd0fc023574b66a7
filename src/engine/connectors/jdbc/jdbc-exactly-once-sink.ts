import { IllegalArgumentException } from "../../java/exceptions.ts";
import type { Committer, Sink, SinkWriter, WriterInitContext } from "../../runtime/sink/sink.ts";
import type { Database } from "../../world/database/database.ts";
import type { WriteStatement } from "../../world/database/statement.ts";
import { jdbcExecutionOptions, type JdbcExecutionOptions } from "./jdbc-execution-options.ts";
import { XaCommitter, type XaCommittable } from "./xa-committer.ts";
import { XaWriter } from "./xa-writer.ts";

/** What an exactly-once JDBC sink is set to. */
export interface JdbcExactlyOnceSinkOptions<In> {
  readonly database: Database;
  readonly statement: (element: In) => WriteStatement;
  /** Begins the names of all transactions; no other sink of the database may have it. */
  readonly transactionIdPrefix: string;
  readonly execution?: Partial<JdbcExecutionOptions>;
}

/**
 * Writes elements to a database so that each is seen once (Flink's `JdbcSink.exactlyOnceSink`): one XA transaction for
 * each checkpoint, prepared before its barrier, committed when it is complete.
 */
export class JdbcExactlyOnceSink<In> implements Sink<In, never, XaCommittable> {
  readonly options: JdbcExactlyOnceSinkOptions<In>;

  /** Throws an `IllegalArgumentException` if a failed batch should be tried again: part of it may have been written. */
  constructor(options: JdbcExactlyOnceSinkOptions<In>) {
    if ((options.execution?.maxRetries ?? 0) !== 0) {
      throw new IllegalArgumentException(
        "JDBC XA sink requires maxRetries equal to 0, otherwise it could cause duplicates. See issue FLINK-22311 for details.",
      );
    }
    this.options = options;
  }

  createWriter(context: WriterInitContext): SinkWriter<In, never, XaCommittable> {
    const { database, statement, transactionIdPrefix, execution } = this.options;
    return new XaWriter({
      database,
      statement,
      transactionIdPrefix,
      execution: jdbcExecutionOptions({ ...execution, maxRetries: 0 }),
      context,
    });
  }

  createCommitter(): Committer<XaCommittable> {
    return new XaCommitter(this.options.database);
  }
}
