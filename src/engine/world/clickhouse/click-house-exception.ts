/** What a ClickHouse server refuses, with its codes. */
const ERRORS = { UNKNOWN_TABLE: 60, TOO_MANY_PARTS: 252 } as const;

/** The name of an error of ClickHouse. */
export type ClickHouseError = keyof typeof ERRORS;

/** A statement that a ClickHouse server refused. */
export class ClickHouseException extends Error {
  override readonly name = "ClickHouseException";
  readonly error: ClickHouseError;
  readonly code: number;

  constructor(error: ClickHouseError, message: string) {
    super(`Code: ${ERRORS[error]}. ${message} (${error})`);
    this.error = error;
    this.code = ERRORS[error];
  }
}
