import { spawn, type StdioOptions } from "node:child_process";
import { resolve } from "node:path";

import { Failure } from "../base/failure.ts";
import type { Context } from "./context.ts";
import { editorArguments, type FileLine } from "./editor-command.ts";

/** Returns how the learner calls their editor: by the setting, else by the environment. Throws the Failure `editor-missing`. */
export function editorOf({ config, terminal: { environment } }: Context): string {
  const calls = [config.editor, environment["VISUAL"], environment["EDITOR"]];
  const call = calls.find((each) => each !== null && each !== undefined && each.trim() !== "");
  if (call === null || call === undefined) throw new Failure({ code: "editor-missing", data: {} });
  return call;
}

/** What a shell says about a program that isn't there. */
const NOT_FOUND = 127;
/** The exit code of a program that a signal has ended, where a shell tells it. */
const KILLED = 128;

/** Runs an editor at a line of a file until it is closed. Throws the Failure `editor-failed`. */
export async function runEditor(context: Context, call: string, { file, line }: FileLine): Promise<void> {
  const words = editorArguments(call, { file: resolve(file), line });
  // Ctrl-C in the editor is the editor's; it reaches everybody in front of the terminal.
  const ignore = (): void => {};
  process.on("SIGINT", ignore);
  try {
    const code = await exitOf(call, words, stdioOf(context));
    if (code !== 0) throw failed(call, code === NOT_FOUND ? null : (code ?? KILLED));
  } finally {
    process.off("SIGINT", ignore);
  }
}

/** What an editor is called with is a command line: a shell takes it apart, as for git. */
function exitOf(call: string, words: readonly string[], stdio: StdioOptions): Promise<number | null> {
  const child =
    process.platform === "win32"
      ? spawn(`${call} ${words.map((word) => `"${word}"`).join(" ")}`, { stdio, shell: true })
      : // A shell that minds Ctrl-C itself is gone before its editor is.
        spawn("/bin/sh", ["-c", `trap : INT; ${call} "$@"`, "sh", ...words], { stdio });
  return new Promise((settle, reject) => {
    child.once("error", (error: unknown) => reject(failed(call, null, error)));
    child.once("exit", settle);
  });
}

/** What is piped in is no editor's, and what is piped out is data: then the editor has the error output. */
function stdioOf({ terminal }: Context): StdioOptions {
  return [
    terminal.inputIsTerminal() ? "inherit" : "ignore",
    terminal.outputIsTerminal() ? "inherit" : 2,
    "inherit",
  ];
}

function failed(editor: string, code: number | null, cause?: unknown): Failure {
  return new Failure({ code: "editor-failed", data: { editor, code } }, cause);
}
