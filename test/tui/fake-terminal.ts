import { EventEmitter } from "node:events";

import type { RenderOptions } from "ink";

/** A terminal of a given size that remembers its last frame. */
export class FakeTerminal {
  readonly stdout: NodeJS.WritableStream;
  readonly stdin: NodeJS.ReadableStream;
  #frame = "";
  #typed: string[] = [];

  constructor(columns: number, rows: number) {
    this.stdout = Object.assign(new EventEmitter(), {
      columns,
      rows,
      isTTY: true,
      write: (text: string, ...rest: readonly unknown[]): boolean => {
        if (text.includes("\n")) this.#frame = text;
        const written = rest.at(-1);
        if (typeof written === "function") setImmediate(() => written());
        return true;
      },
    }) as unknown as NodeJS.WritableStream;
    this.stdin = Object.assign(new EventEmitter(), {
      isTTY: true,
      setEncoding: () => {},
      setRawMode: () => {},
      resume: () => {},
      pause: () => {},
      ref: () => {},
      unref: () => {},
      read: () => this.#typed.shift() ?? null,
    }) as unknown as NodeJS.ReadableStream;
  }

  /** What ink is to draw to. */
  get options(): RenderOptions {
    return { stdout: this.stdout, stdin: this.stdin, debug: true, exitOnCtrlC: false, patchConsole: false };
  }

  /** Types keys and waits until they are drawn. */
  async type(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#typed.push(key);
      this.stdin.emit("readable");
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  /** The screen as lines, without what is blank at their ends. */
  get lines(): readonly string[] {
    return this.#frame.split("\n").map((line) => line.trimEnd());
  }

  /** The screen as one text. */
  get frame(): string {
    return this.lines.join("\n").trimEnd();
  }
}

/** The keys that terminals send for keys that are no characters. */
export const KEYS = {
  enter: "\r",
  escape: "\u001b",
  up: "\u001b[A",
  down: "\u001b[B",
  right: "\u001b[C",
  left: "\u001b[D",
  home: "\u001b[H",
  delete: "\u001b[3~",
  backspace: "\u007f",
  ctrlZ: "\u001a",
  ctrlC: "\u0003",
} as const;
