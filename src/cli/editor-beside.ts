import { spawn } from "node:child_process";

import { Turns } from "../sandbox/turns.ts";
import type { Context } from "./context.ts";
import { editorArguments, type FileLine } from "./editor-command.ts";
import { editorOf } from "./editor.ts";

/** Has one file edited beside this terminal, where there is a beside: in a pane of tmux, or in the VS Code whose terminal this is. */
export class EditorBeside {
  readonly #context: Context;
  readonly #turns = new Turns();
  /** The pane of tmux in which the file was opened last; `null` = none. */
  #pane: string | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Opens the file, or turns to where it is still open, and tells whether there is a beside. Rejects with the Failure
   * `editor-missing` in tmux without an editor.
   */
  open(at: FileLine): Promise<"opened" | "nowhere"> {
    return this.#turns.take(async () => ((await this.#isOpened(at)) ? "opened" : "nowhere"));
  }

  async #isOpened(at: FileLine): Promise<boolean> {
    const { environment } = this.#context.terminal;
    if ((environment["TMUX"] ?? "") !== "") return (await this.#isPaneOpen()) || (await this.#openPane(at));
    // It turns to a file that it has open by itself.
    if (environment["TERM_PROGRAM"] === "vscode")
      return (await outputOf("code", ["--goto", `${at.file}:${at.line}`])) !== null;
    return false;
  }

  async #isPaneOpen(): Promise<boolean> {
    if (this.#pane === null) return false;
    const there = ["-t", this.#pane];
    return (await outputOf("tmux", ["select-window", ...there, ";", "select-pane", ...there])) !== null;
  }

  async #openPane(at: FileLine): Promise<boolean> {
    const editor = editorOf(this.#context);
    const words = editorArguments(editor, at).map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
    const call = [editor, ...words].join(" ");
    const pane = await outputOf("tmux", ["split-window", "-h", "-P", "-F", "#{pane_id}", call]);
    this.#pane = pane?.trim() ?? null;
    return pane !== null;
  }
}

/** Returns what a program prints; `null` if it fails, or isn't there. */
function outputOf(program: string, words: readonly string[]): Promise<string | null> {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((settle) => {
    child.once("error", () => settle(null));
    child.once("close", (code) => settle(code === 0 ? output : null));
  });
}
