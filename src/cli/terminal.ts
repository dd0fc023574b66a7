import { writeSync } from "node:fs";
import type { Readable } from "node:stream";

import { Failure } from "../base/failure.ts";
import { reasonOf } from "../store/system-error.ts";

/** The three streams of a run, and what they are. */
export interface Terminal {
  /** Returns what is typed or piped in. */
  readonly stdin: () => Readable;
  /** Prints data: a line on stdout. */
  readonly print: (line: string) => void;
  /** Prints a prompt: the line stays open for what is typed. */
  readonly prompt: (text: string) => void;
  /** Prints talk: a line on stderr. */
  readonly talk: (line: string) => void;
  /** Shows how far long work is where somebody can see it; `null` takes that away again. */
  readonly progress: (text: string | null) => void;
  readonly inputIsTerminal: () => boolean;
  readonly outputIsTerminal: () => boolean;
  /** Returns the cells of a line; 80 where nobody says. */
  readonly columns: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const STDOUT = 1;
const STDERR = 2;
/** Work that is over sooner than this many seconds shows no progress. */
const PATIENCE = 0.5;
/** Progress is shown anew after so many seconds: nobody reads faster. */
const PAUSE = 0.05;

/** Returns the terminal of a process. Node's own streams are asked for late: making them costs some milliseconds. */
export function terminalOf(host: NodeJS.Process): Terminal {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    stdin: () => host.stdin,
    print: (line) => write(STDOUT, `${line}\n`),
    prompt: (text) => write(STDOUT, text),
    talk: (line) => write(STDERR, `${line}\n`),
    progress: (text) => {
      const now = host.uptime();
      if (now < PATIENCE || (text !== null && now < shownAt + PAUSE) || !host.stderr.isTTY) return;
      shownAt = now;
      write(STDERR, `\r\u001b[K${text ?? ""}`);
    },
    inputIsTerminal: () => host.stdin.isTTY,
    outputIsTerminal: () => host.stdout.isTTY,
    // Some say that they have no columns at all.
    columns: () => host.stdout.columns || Number(host.env["COLUMNS"]) || 80,
    environment: host.env,
  };
}

/**
 * Writes all of a text before it returns. A pipe that is full is asked again; one that nobody reads any more is let go.
 * Throws the Failure `output-write` for what is data and can't be written; talk that can't is lost.
 */
function write(file: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(file, rest));
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "EPIPE" || (file === STDERR && code !== "EAGAIN")) return;
      if (code !== "EAGAIN")
        throw new Failure({ code: "output-write", data: { reason: reasonOf(error) } }, error);
      // Nothing else has to be done meanwhile: sleeping a little leaves the reader its processor.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
