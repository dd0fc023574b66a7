import { INTERRUPTED } from "./command.ts";

/** Ctrl-C, where it ends a talk in lines. */
export interface Interruption {
  /** Is aborted once it was pressed. */
  readonly signal: AbortSignal;
  /** Does what a Ctrl-C belongs to that comes meanwhile. */
  readonly unheededDuring: (run: () => Promise<void>) => Promise<void>;
}

/** Does work that ends by itself once it was interrupted; returns its exit code, or the one that tells of a Ctrl-C. */
export async function interruptible(work: (interruption: Interruption) => Promise<number>): Promise<number> {
  const stopped = new AbortController();
  let heed: "all" | "none" = "all";
  const stop = (): void => {
    if (heed === "all") stopped.abort();
  };
  const unheededDuring: Interruption["unheededDuring"] = async (run) => {
    heed = "none";
    try {
      await run();
    } finally {
      heed = "all";
    }
  };
  process.on("SIGINT", stop);
  try {
    const code = await work({ signal: stopped.signal, unheededDuring });
    return stopped.signal.aborted ? INTERRUPTED : code;
  } finally {
    process.off("SIGINT", stop);
  }
}
