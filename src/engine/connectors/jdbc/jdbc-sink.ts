import type { FlushReason, Sink, SinkWriter, WriterInitContext } from "../../runtime/sink/sink.ts";
import type { Database } from "../../world/database/database.ts";
import type { WriteStatement } from "../../world/database/statement.ts";
import { jdbcExecutionOptions, type JdbcExecutionOptions } from "./jdbc-execution-options.ts";
import { JdbcOutputFormat } from "./jdbc-output-format.ts";
import { simpleBuffer, type StatementBuffer } from "./statement-buffer.ts";

/** What a JDBC sink is set to. */
export interface JdbcSinkOptions<In> {
  readonly database: Database;
  /** What is written for an element. With upserts by a key of the data, writing it twice does no harm. */
  readonly statement: (element: In) => WriteStatement;
  readonly execution?: Partial<JdbcExecutionOptions>;
}

/**
 * Writes elements to a database in batches (Flink's class of the same name, at least once): everything gathered is
 * written before a checkpoint, and after a failure what came since the last one is written again.
 */
export class JdbcSink<In> implements Sink<In> {
  readonly options: JdbcSinkOptions<In>;

  constructor(options: JdbcSinkOptions<In>) {
    this.options = options;
  }

  createWriter(context: WriterInitContext): SinkWriter<In> {
    const { database, statement, execution } = this.options;
    return jdbcWriter(database, jdbcExecutionOptions(execution), simpleBuffer(statement), context);
  }
}

/** Returns a writer that flushes for every checkpoint. */
export function jdbcWriter<In>(
  database: Database,
  execution: JdbcExecutionOptions,
  buffer: StatementBuffer<In>,
  context: WriterInitContext,
): SinkWriter<In> {
  const surroundings = {
    connect: () => database.connect(),
    clock: database.clock,
    processingTimeService: context.getProcessingTimeService(),
  };
  const output = new JdbcOutputFormat(surroundings, execution, buffer);
  return {
    write: (element) => output.writeRecord(element),
    flush: (_reason: FlushReason) => output.flush(),
    close: () => output.close(),
  };
}
