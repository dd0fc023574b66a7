import { Buffer } from "node:buffer";
import { readSync, writeSync } from "node:fs";

const STDIN = 0;
const STDOUT = 1;

/** The two ends of the channel to the parent: a line is a message. Nothing else happens while one is awaited. */
export class Lines {
  readonly #chunk = Buffer.alloc(65_536);
  #pending = Buffer.alloc(0);

  /** Returns the next line; `null` once the parent has gone. */
  read(): string | null {
    for (;;) {
      const end = this.#pending.indexOf("\n");
      if (end !== -1) {
        const line = this.#pending.toString("utf8", 0, end);
        this.#pending = this.#pending.subarray(end + 1);
        return line;
      }
      const length = readSync(STDIN, this.#chunk);
      if (length === 0) return null;
      this.#pending = Buffer.concat([this.#pending, this.#chunk.subarray(0, length)]);
    }
  }

  write(line: string): void {
    let rest = Buffer.from(`${line}\n`);
    while (rest.length > 0) rest = rest.subarray(writeSync(STDOUT, rest));
  }
}
