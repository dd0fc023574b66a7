import { createInterface } from "node:readline";

import type { Context } from "./context.ts";

/** The lines of what is typed or piped in. */
export interface Lines {
  /** Returns the next line; `null` after the end of the input or an interruption. */
  readonly next: () => Promise<string | null>;
  /** Reads nothing while `run` has the terminal. */
  readonly pausedFor: (run: () => Promise<void>) => Promise<void>;
  readonly close: () => void;
}

/** Opens the lines of the standard input. */
export function openLines({ terminal }: Context, signal: AbortSignal): Lines {
  const reader = createInterface({ input: terminal.stdin(), crlfDelay: Number.POSITIVE_INFINITY });
  signal.addEventListener("abort", () => reader.close(), { once: true });
  let state: "open" | "closed" = "open";
  reader.once("close", () => (state = "closed"));
  // From now on lines are kept until they are asked for.
  const lines = reader[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { done, value } = await lines.next();
      return done === true ? null : value;
    },
    pausedFor: async (run) => {
      if (state === "open") reader.pause();
      try {
        await run();
      } finally {
        if (state === "open") reader.resume();
      }
    },
    close: () => reader.close(),
  };
}
