/** Says that something did not happen in time; the class of `java.util.concurrent` of the same name. */
export class TimeoutException extends Error {
  override readonly name = "TimeoutException";
}

/** Fails the job because an asynchronous call failed; its cause is the error that the call gave. */
export class AsyncCallException extends Error {
  override readonly name = "Exception";

  constructor(input: unknown, cause: Error) {
    super(`Could not complete the stream element: ${JSON.stringify(input)}.`, { cause });
  }
}
