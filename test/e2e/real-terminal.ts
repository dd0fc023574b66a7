import { fileURLToPath } from "node:url";

import { spawn, type IPty } from "@lydell/node-pty";
import xterm from "@xterm/headless";

import { textWidth } from "../../src/pages/text-width.ts";

/** The built program. */
export const PROGRAM = fileURLToPath(new URL("../../dist/sluice.js", import.meta.url));

/** How long a screen may take to show what is waited for, in milliseconds. */
const PATIENCE = 8000;

/** What a run in a terminal may ask for. */
export interface RunOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The built program in a pseudo-terminal, its screen kept as a terminal would show it. */
export class RealTerminal {
  /** Settles with the exit code. */
  readonly ended: Promise<number>;
  readonly #pty: IPty;
  readonly #screen: xterm.Terminal;

  constructor(args: readonly string[], { columns = 80, rows = 24, environment = {} }: RunOptions = {}) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, COLUMNS: ____, LINES: _____, ...inherited } = process.env;
    this.#pty = spawn(process.execPath, [PROGRAM, ...args], {
      cols: columns,
      rows,
      env: { ...inherited, TERM: "xterm-256color", LANG: "en_US.UTF-8", LC_ALL: "", ...environment },
    });
    this.#pty.onData((data) => this.#screen.write(data));
    this.ended = new Promise((resolve) => this.#pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** The screen as lines, without what is blank at their ends. */
  get lines(): readonly string[] {
    const { active } = this.#screen.buffer;
    return Array.from(
      { length: this.#screen.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? "",
    );
  }

  /** The screen as one text. */
  get text(): string {
    return this.lines.join("\n").trimEnd();
  }

  /** Waits until the screen shows a text. Throws with the screen if it doesn't come. */
  async shows(text: string): Promise<void> {
    await this.#comesTo(`show “${text}”`, () => this.text.includes(text));
  }

  /** Waits until the screen no longer shows a text. Throws with the screen if it stays. */
  async hides(text: string): Promise<void> {
    await this.#comesTo(`cease to show “${text}”`, () => !this.text.includes(text));
  }

  /** Waits until no line is wider than so many columns. Throws with the screen if one stays. */
  async fits(columns: number): Promise<void> {
    await this.#comesTo(`fit ${columns} columns`, () =>
      this.lines.every((line) => textWidth(line) <= columns),
    );
  }

  /** Types keys as they are sent by a terminal. */
  type(keys: string): void {
    this.#pty.write(keys);
  }

  /** Changes the size of the window. */
  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Ends the program without a word. */
  kill(): void {
    this.#pty.kill("SIGKILL");
  }

  async #comesTo(what: string, isSo: () => boolean): Promise<void> {
    const begun = performance.now();
    while (!isSo()) {
      if (performance.now() - begun > PATIENCE)
        throw new Error(`the screen never came to ${what}:\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
