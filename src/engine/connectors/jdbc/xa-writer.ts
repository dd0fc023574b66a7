import type { FlushReason, SinkWriter, WriterInitContext } from "../../runtime/sink/sink.ts";
import type { Connection } from "../../world/database/connection.ts";
import type { Database } from "../../world/database/database.ts";
import type { WriteStatement } from "../../world/database/statement.ts";
import type { XaResource } from "../../world/database/xa-resource.ts";
import type { JdbcExecutionOptions } from "./jdbc-execution-options.ts";
import { JdbcOutputFormat } from "./jdbc-output-format.ts";
import { simpleBuffer } from "./statement-buffer.ts";
import type { XaCommittable } from "./xa-committer.ts";
import { rollBackUnknown, xaTransactionId, type XaOwner } from "./xa-transaction-ids.ts";

/** What a writer of XA transactions needs. */
export interface XaWriterOptions<In> {
  readonly database: Database;
  readonly statement: (element: In) => WriteStatement;
  readonly transactionIdPrefix: string;
  readonly execution: JdbcExecutionOptions;
  readonly context: WriterInitContext;
}

/** Writes one XA transaction for each checkpoint (Flink's `JdbcWriter` with `XaTransaction`). */
export class XaWriter<In> implements SinkWriter<In, never, XaCommittable> {
  readonly #owner: XaOwner;
  readonly #connection: Connection;
  readonly #resource: XaResource;
  readonly #output: JdbcOutputFormat<In>;
  #checkpointId: number;
  #state: "open" | "prepared" = "open";

  constructor({ database, statement, transactionIdPrefix, execution, context }: XaWriterOptions<In>) {
    const { indexOfThisSubtask: subtask, numberOfParallelSubtasks: parallelism } = context.getTaskInfo();
    const completed = context.getRestoredCheckpointId() ?? 0;
    this.#owner = { prefix: transactionIdPrefix, subtask, parallelism };
    this.#connection = database.connect();
    this.#resource = database.xaResource(this.#connection);
    this.#checkpointId = completed + 1;
    this.#beginAfter(completed);
    const surroundings = {
      connect: () => this.#connection,
      clock: database.clock,
      processingTimeService: context.getProcessingTimeService(),
    };
    this.#output = new JdbcOutputFormat(surroundings, execution, simpleBuffer(statement));
  }

  write(element: In): void {
    this.#output.writeRecord(element);
  }

  flush(_reason: FlushReason): void {
    this.#output.flush();
  }

  /** Prepares the transaction: from here on it survives everything. One without changes needs no commit. */
  prepareCommit(): readonly XaCommittable[] {
    const xid = this.#xid;
    this.#resource.end(xid);
    this.#state = "prepared";
    return this.#resource.prepare(xid) === "XA_OK" ? [{ xid }] : [];
  }

  /** Behind the end of the input snapshots come without a commit: the open transaction stays as it is, empty. */
  snapshotState(checkpointId: number): readonly never[] {
    if (this.#state === "open") return [];
    this.#checkpointId = checkpointId + 1;
    this.#resource.start(this.#xid);
    this.#state = "open";
    return [];
  }

  /** Nothing may be flushed here: the database rolls back what is not prepared. */
  close(): void {
    this.#output.cancel();
    this.#connection.close();
  }

  /** A writer that cannot begin is never closed, so it must not leave its connection behind. */
  #beginAfter(completedCheckpointId: number): void {
    try {
      rollBackUnknown(this.#resource, this.#owner, completedCheckpointId);
      this.#resource.start(this.#xid);
    } catch (failure) {
      this.#connection.close();
      throw failure;
    }
  }

  get #xid(): string {
    return xaTransactionId(this.#owner, this.#checkpointId);
  }
}
