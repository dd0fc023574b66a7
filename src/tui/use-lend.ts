import { useApp, useStdin } from "ink";
import { useCallback } from "react";

import type { Lend } from "./tui-world.ts";

/** Returns what lends the terminal to another program, screen and keyboard, and then draws anew. */
export function useLend(): Lend {
  const { suspendTerminal } = useApp();
  const { stdin } = useStdin();
  return useCallback((run) => suspendTerminal(() => withoutReading(stdin, run)), [suspendTerminal, stdin]);
}

/**
 * Runs something that reads the keyboard by itself. Ink takes its listener off, but Node goes on reading and would take
 * half of the keys away; only when nobody listens any more it can be told to stop.
 */
async function withoutReading(stdin: NodeJS.ReadableStream, run: () => Promise<void>): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  stdin.pause();
  await run();
}
