import type { ScheduledTimer } from "../../time/processing-time-service.ts";
import { AsyncCallException } from "./async-exceptions.ts";
import type { MailboxExecutor } from "./mailbox-executor.ts";
import type { ResultFuture } from "./result-future.ts";

/**
 * Takes the one answer to an element back to the thread of the task (Flink's `AsyncWaitOperator.ResultHandler`).
 * Further answers, and those that come after the timeout, are ignored.
 */
export class ResultHandler<In, Out> implements ResultFuture<Out> {
  readonly #input: In;
  readonly #mailboxExecutor: MailboxExecutor;
  readonly #onResults: (results: readonly Out[]) => void;
  #timeoutTimer: ScheduledTimer | undefined;
  #isCompleted = false;

  /** `onResults` is called in a mail. */
  constructor(input: In, mailboxExecutor: MailboxExecutor, onResults: (results: readonly Out[]) => void) {
    this.#input = input;
    this.#mailboxExecutor = mailboxExecutor;
    this.#onResults = onResults;
  }

  get isCompleted(): boolean {
    return this.#isCompleted;
  }

  /** Gives it the timer of its timeout, which it calls off when there is an answer. */
  setTimeoutTimer(timer: ScheduledTimer): void {
    this.#timeoutTimer = timer;
  }

  complete(results: readonly Out[]): void {
    if (this.#isCompleted) return;
    this.#isCompleted = true;
    this.#mailboxExecutor.execute(() => {
      this.#timeoutTimer?.cancel();
      this.#onResults(results);
    });
  }

  /** Fails the job with an exception. */
  completeExceptionally(error: Error): void {
    if (this.#isCompleted) return;
    this.#isCompleted = true;
    this.#mailboxExecutor.execute(() => {
      throw new AsyncCallException(this.#input, error);
    });
  }
}
