import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";

import type { Context } from "./context.ts";
import type { Interruption } from "./interruptible.ts";

/** The lines of what is typed or piped in. */
export interface Lines {
  /** Returns the next line; `null` after the end of the input or an interruption. */
  readonly next: () => Promise<string | null>;
  /** Reads nothing while `run` has the terminal, and leaves Ctrl-C to that. */
  readonly pausedFor: (run: () => Promise<void>) => Promise<void>;
  /** Is aborted by an interruption. */
  readonly signal: AbortSignal;
  readonly close: () => void;
}

/** Opens the lines of the standard input. */
export function openLines({ terminal }: Context, { signal, unheededDuring }: Interruption): Lines {
  const reader = createInterface({ input: terminal.stdin(), crlfDelay: Number.POSITIVE_INFINITY });
  signal.addEventListener("abort", () => reader.close(), { once: true });
  let state: "open" | "closed" = "open";
  reader.once("close", () => (state = "closed"));
  // From now on lines are kept until they are asked for.
  const lines = reader[Symbol.asyncIterator]();
  return {
    next: async () => {
      // What is piped in is all there at once: who answers line after line never hears of an interruption.
      await setImmediate();
      const { done, value } = await lines.next();
      return done === true || signal.aborted ? null : value;
    },
    pausedFor: async (run) => {
      if (state === "open") reader.pause();
      try {
        await unheededDuring(run);
      } finally {
        if (state === "open") reader.resume();
      }
    },
    signal,
    close: () => reader.close(),
  };
}
