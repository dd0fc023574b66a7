import type { Readable, Writable } from "node:stream";

/** The three streams of a run, and what they are. */
export interface Terminal {
  readonly stdin: Readable;
  /** Prints data: a line on stdout. */
  readonly print: (line: string) => void;
  /** Prints a prompt: the line stays open for what is typed. */
  readonly prompt: (text: string) => void;
  /** Prints talk: a line on stderr. */
  readonly talk: (line: string) => void;
  /** Shows how far long work is, where somebody can see it. */
  readonly progress: (done: number, total: number) => void;
  readonly inputIsTerminal: boolean;
  readonly outputIsTerminal: boolean;
  /** Cells of a line; 80 where nobody says. */
  readonly columns: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

interface Process {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Work that is over sooner than this many milliseconds shows no progress. */
const PATIENCE = 300;

/** Returns the terminal of a process. */
export function terminalOf({ stdin, stdout, stderr, env }: Process): Terminal {
  const begun = performance.now();
  return {
    stdin,
    print: (line) => stdout.write(`${line}\n`),
    prompt: (text) => stdout.write(text),
    talk: (line) => stderr.write(`${line}\n`),
    progress: (done, total) => {
      if (stderr.isTTY !== true || performance.now() - begun < PATIENCE) return;
      stderr.write(done < total ? `\r${done} / ${total} ` : "\r\u001b[K");
    },
    inputIsTerminal: stdin.isTTY === true,
    outputIsTerminal: stdout.isTTY === true,
    columns: stdout.columns ?? (Number(env["COLUMNS"]) || 80),
    environment: env,
  };
}
