import { Failure } from "../base/failure.ts";

const ESCAPE = "\u001B";
const CTRL_C = "\u0003";

/** What work that can be stopped has to know. */
export interface Stopping {
  readonly signal: AbortSignal;
  /** Says that the work takes long: from now on somebody may stop it. */
  readonly takesLong: () => void;
}

/**
 * Does work that can be stopped when it takes long: by Ctrl-C, and where somebody sits at a terminal by Esc as well.
 * Throws the Failure `stopped` if it was. Where Ctrl-C is minded already, it stays as it is.
 */
export async function cancellable<Result>(work: (stopping: Stopping) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Failure({ code: "stopped", data: {} }));
  const listeners: (() => Promise<void>)[] = [];
  const takesLong = (): void => {
    if (process.listenerCount("SIGINT") === 0) listeners.push(listen(stop));
  };
  try {
    return await work({ signal: controller.signal, takesLong });
  } finally {
    for (const stopListening of listeners) await stopListening();
  }
}

/** Calls `stop` when one of the keys is pressed; returns how to listen no longer. */
function listen(stop: () => void): () => Promise<void> {
  const { stdin, stderr } = process;
  process.on("SIGINT", stop);
  const isSeen = stdin.isTTY && stderr.isTTY;
  const press = (keys: Buffer): void => {
    if ([ESCAPE, CTRL_C].includes(keys.toString())) stop();
  };
  if (isSeen) stdin.setRawMode(true).on("data", press).resume();
  return async () => {
    process.off("SIGINT", stop);
    if (!isSeen) return;
    stdin.off("data", press).pause().setRawMode(false);
    // Node stops reading a little later, and would stop whoever has begun to read meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
  };
}
