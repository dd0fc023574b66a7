/** What a database refuses, with the codes of MySQL. */
const SQL_ERRORS = {
  UNKNOWN_COLUMN: { code: 1054, state: "42S22" },
  DUPLICATE_ENTRY: { code: 1062, state: "23000" },
  NOT_NULL: { code: 1048, state: "23000" },
  UNKNOWN_TABLE: { code: 1146, state: "42S02" },
  LOCK_WAIT_TIMEOUT: { code: 1205, state: "40001" },
  WRONG_VALUE: { code: 1366, state: "HY000" },
  TOO_MANY_CONNECTIONS: { code: 1040, state: "08004" },
  CONNECTION_CLOSED: { code: 0, state: "08003" },
} as const;

/** The name of what went wrong in a statement. */
export type SqlError = keyof typeof SQL_ERRORS;

/** A statement or a connection that a database refused (`java.sql.SQLException`). */
export class SQLException extends Error {
  override readonly name = "SQLException";
  readonly error: SqlError;
  /** MySQL's number of the error; 0 if the driver raised it. */
  readonly errorCode: number;
  /** The five characters of the SQL standard; the first two are the class: 08 is the connection, 23 a constraint. */
  readonly sqlState: string;

  constructor(error: SqlError, message: string) {
    super(message);
    this.error = error;
    this.errorCode = SQL_ERRORS[error].code;
    this.sqlState = SQL_ERRORS[error].state;
  }
}

/**
 * A batch in which a statement failed (`java.sql.BatchUpdateException`). Without a transaction the statements before it
 * have been carried out for good.
 */
export class BatchUpdateException extends Error {
  override readonly name = "BatchUpdateException";
  /** How many rows each of the statements before the failed one has changed. */
  readonly updateCounts: readonly number[];
  override readonly cause: SQLException;

  constructor(cause: SQLException, updateCounts: readonly number[]) {
    super(cause.message);
    this.cause = cause;
    this.updateCounts = updateCounts;
  }
}
