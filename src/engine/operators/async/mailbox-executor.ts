/**
 * Lets answers of other threads wait for the thread of the task (Flink's `MailboxExecutor`): a mail runs when the task
 * is between two elements, timers or mails.
 */
export interface MailboxExecutor {
  readonly execute: (mail: () => void) => void;
}

/** The mails of a task, first come first served (Flink's `TaskMailbox`). */
export class TaskMailbox implements MailboxExecutor {
  readonly #mails: (() => void)[] = [];

  hasMail(): boolean {
    return this.#mails.length > 0;
  }

  execute(mail: () => void): void {
    this.#mails.push(mail);
  }

  /** Runs the mails that are there and those that they bring. */
  runMails(): void {
    for (let mail = this.#mails.shift(); mail !== undefined; mail = this.#mails.shift()) mail();
  }
}
