/** When a JDBC sink writes what it has gathered (Flink's class of the same name). */
export interface JdbcExecutionOptions {
  /** After so many elements; 5,000. */
  readonly batchSize: number;
  /** Every so many ms, however few there are; 0 for never, and then a quiet stream keeps its last elements back. */
  readonly batchIntervalMs: number;
  /** How often a failed batch is tried again; 3. Each time it waits a second longer, beginning with none. */
  readonly maxRetries: number;
}

/** Returns the options: Flink's defaults where nothing is given. */
export function jdbcExecutionOptions(given: Partial<JdbcExecutionOptions> = {}): JdbcExecutionOptions {
  return { batchSize: 5000, batchIntervalMs: 0, maxRetries: 3, ...given };
}
