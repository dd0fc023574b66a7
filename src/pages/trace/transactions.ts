import type { TracedEvent } from "../../engine/trace/trace-event.ts";

type TransactionTraceEvent = Extract<TracedEvent, { readonly type: "transaction" }>;

/** A transaction of a sink, and what has become of it. */
export interface SinkTransaction {
  /** Counted from 1 in the order in which the transactions of the run were seen first. */
  readonly number: number;
  readonly operator: string;
  readonly subtask: number;
  readonly phase: TransactionTraceEvent["state"];
  /** The checkpoint that it waits for, if that is known. */
  readonly checkpointId: number | null;
  /** How often it was committed: after a failure Flink does it once more, so a commit that isn't idempotent shows here. */
  readonly commits: number;
}

/**
 * Follows the transactions of all sinks. A transaction is known by its text; where the text has changed, because what
 * was written is part of it, it is the one that its sink had open.
 */
export class Transactions {
  readonly #all: SinkTransaction[] = [];
  readonly #numbers = new Map<string, number>();

  /** Takes in what happened, and returns the transaction as it is then. */
  take(event: TransactionTraceEvent): SinkTransaction {
    const number = this.#numberOf(event);
    const before = this.#all[number - 1];
    const after: SinkTransaction = {
      number,
      operator: event.operator,
      subtask: event.subtask,
      phase: event.state,
      checkpointId: event.checkpointId ?? before?.checkpointId ?? null,
      commits: (before?.commits ?? 0) + (event.state === "committed" ? 1 : 0),
    };
    this.#all[number - 1] = after;
    return after;
  }

  /** All of them, the oldest first. */
  get all(): readonly SinkTransaction[] {
    return this.#all;
  }

  #numberOf(event: TransactionTraceEvent): number {
    const text = `${event.operator} ${event.transaction}`;
    const known = this.#numbers.get(text) ?? this.#openOf(event) ?? this.#all.length + 1;
    this.#numbers.set(text, known);
    return known;
  }

  #openOf({ operator, subtask, state }: TransactionTraceEvent): number | undefined {
    if (state === "open") return undefined;
    return this.#all.findLast(
      (each) => each.operator === operator && each.subtask === subtask && each.phase === "open",
    )?.number;
  }
}

/** Returns the transactions after some events, the oldest first. */
export function transactionsOf(events: readonly TracedEvent[]): readonly SinkTransaction[] {
  const transactions = new Transactions();
  for (const event of events) if (event.type === "transaction") transactions.take(event);
  return transactions.all;
}
