import type { ProcessingTimeService } from "../../time/processing-time-service.ts";
import type { AsyncFunction } from "./async-function.ts";
import type { MailboxExecutor } from "./mailbox-executor.ts";

/** What the calls of an asynchronous operator need of it. */
export interface AsyncCallEnvironment<In, Out> {
  readonly asyncFunction: AsyncFunction<In, Out>;
  /** How long an element may take with all its retries, in ms; 0 for no limit. */
  readonly timeout: number;
  readonly processingTimeService: ProcessingTimeService;
  readonly mailboxExecutor: MailboxExecutor;
}
