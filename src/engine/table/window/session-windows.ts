import type { Accumulators, AggregateHandler } from "../aggregate/aggregate-handler.ts";

/** A session of one key: the time from its first row to a gap behind its last one, end exclusive, ms. */
export interface Session {
  readonly start: number;
  readonly end: number;
  readonly accumulators: Accumulators;
}

/** A session that takes in a new row, and those that it replaces. */
export interface SessionMerge {
  readonly session: Session;
  readonly replaced: readonly Session[];
}

/**
 * The sessions of one key (Flink's `MergingWindowSet` with its `SessionWindowAssigner`). A row is a session of one
 * gap; sessions that overlap or touch are one.
 */
export class SessionWindows {
  readonly #handler: AggregateHandler;
  #sessions: readonly Session[] = [];

  constructor(handler: AggregateHandler) {
    this.#handler = handler;
  }

  /** Returns the session that a row in [start, end) makes with those that it meets; nothing is changed yet. */
  merge(start: number, end: number): SessionMerge {
    const replaced = this.#sessions.filter((session) => session.start <= end && session.end >= start);
    const accumulators = this.#handler.createAccumulators();
    for (const session of replaced) this.#handler.merge(accumulators, session.accumulators);
    const session = {
      start: Math.min(start, ...replaced.map((other) => other.start)),
      end: Math.max(end, ...replaced.map((other) => other.end)),
      accumulators,
    };
    return { session, replaced };
  }

  /** Puts a merged session in the place of those that it replaces. */
  put({ session, replaced }: SessionMerge): void {
    this.#sessions = [...this.#sessions.filter((other) => !replaced.includes(other)), session];
  }

  /** Removes the session that ends at `end` and returns it. */
  take(end: number): Session | undefined {
    const ended = this.#sessions.find((session) => session.end === end);
    this.#sessions = this.#sessions.filter((session) => session !== ended);
    return ended;
  }

  get isEmpty(): boolean {
    return this.#sessions.length === 0;
  }
}
