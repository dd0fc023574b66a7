import { RuntimeException } from "../../java/exceptions.ts";
import type { ProcessingTimeService, ScheduledTimer } from "../../time/processing-time-service.ts";
import { ConnectionException } from "../../world/connection-exception.ts";
import type { Connection } from "../../world/database/connection.ts";
import { BatchUpdateException, SQLException } from "../../world/database/sql-exception.ts";
import type { WorldClock } from "../../world/world-clock.ts";
import type { JdbcExecutionOptions } from "./jdbc-execution-options.ts";
import type { StatementBuffer } from "./statement-buffer.ts";

const SECOND = 1000;

/** Where the statements go, and what time it is there. */
export interface JdbcOutputSurroundings {
  readonly connect: () => Connection;
  /** The clock of the world, which is spent while the sink waits for another attempt. */
  readonly clock: WorldClock;
  readonly processingTimeService: ProcessingTimeService;
}

/**
 * Gathers statements and writes them in batches: when there are enough, when it is time, and when it is told to (Flink's
 * class of the same name). What is gathered exists nowhere else, so a sink that does not flush for a checkpoint loses it.
 */
export class JdbcOutputFormat<In> {
  readonly #surroundings: JdbcOutputSurroundings;
  readonly #options: JdbcExecutionOptions;
  readonly #buffer: StatementBuffer<In>;
  #connection: Connection;
  #count = 0;
  #timer: ScheduledTimer | null = null;
  #failure: unknown = null;

  /** Connects at once. */
  constructor(
    surroundings: JdbcOutputSurroundings,
    options: JdbcExecutionOptions,
    buffer: StatementBuffer<In>,
  ) {
    this.#surroundings = surroundings;
    this.#options = options;
    this.#buffer = buffer;
    this.#connection = surroundings.connect();
    if (options.batchIntervalMs > 0 && options.batchSize !== 1) this.#scheduleFlush();
  }

  /** Adds an element, and writes the batch if it is full. Throws what a flush by the clock has met. */
  writeRecord(element: In): void {
    this.checkFlushException();
    this.#buffer.add(element);
    this.#count += 1;
    if (this.#options.batchSize > 0 && this.#count >= this.#options.batchSize) this.flush();
  }

  /** Writes the batch. Throws what the last of the attempts has met. */
  flush(): void {
    this.checkFlushException();
    for (let attempt = 0; ; attempt += 1) {
      try {
        return this.#attemptFlush();
      } catch (failure) {
        if (!isOfDatabase(failure) || attempt >= this.#options.maxRetries) throw failure;
        if (!this.#connection.isValid()) this.#connection = this.#surroundings.connect();
        this.#surroundings.clock.spend(SECOND * attempt);
      }
    }
  }

  /** Throws a `RuntimeException` if a flush by the clock has failed. */
  checkFlushException(): void {
    if (this.#failure === null) return;
    throw new RuntimeException("Writing records to JDBC failed.", { cause: this.#failure });
  }

  /** Writes nothing more by the clock. */
  cancel(): void {
    this.#timer?.cancel();
  }

  /** Writes what is left and gives the connection back. */
  close(): void {
    this.cancel();
    try {
      if (this.#count > 0) this.flush();
    } finally {
      this.#connection.close();
    }
  }

  #attemptFlush(): void {
    const statements = this.#buffer.statements();
    if (statements.length > 0) this.#connection.executeBatch(statements);
    this.#buffer.clear();
    this.#count = 0;
  }

  #scheduleFlush(): void {
    const { processingTimeService } = this.#surroundings;
    const next = processingTimeService.getCurrentProcessingTime() + this.#options.batchIntervalMs;
    this.#timer = processingTimeService.registerTimer(next, () => this.#flushByTheClock());
  }

  #flushByTheClock(): void {
    try {
      this.flush();
    } catch (failure) {
      if (!isOfDatabase(failure)) throw failure;
      this.#failure = failure;
    }
    this.#scheduleFlush();
  }
}

function isOfDatabase(failure: unknown): boolean {
  return (
    failure instanceof SQLException ||
    failure instanceof BatchUpdateException ||
    failure instanceof ConnectionException
  );
}
