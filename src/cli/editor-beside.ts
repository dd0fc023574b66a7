import { spawn } from "node:child_process";

import type { Context } from "./context.ts";
import { editorArguments, type FileLine } from "./editor-command.ts";
import { editorOf } from "./editor.ts";

/**
 * Has a file edited beside this terminal, where there is a beside: in a pane of tmux, or in the VS Code whose terminal
 * this is. Tells whether there was one. Throws the Failure `editor-missing` in tmux without an editor.
 */
export async function editBeside(context: Context, at: FileLine): Promise<"opened" | "nowhere"> {
  const [program, ...words] = callBeside(context, at);
  if (program === undefined) return "nowhere";
  const child = spawn(program, words, { stdio: "ignore" });
  const code = await new Promise<number | null>((settle) => {
    child.once("error", () => settle(null));
    child.once("exit", settle);
  });
  return code === 0 ? "opened" : "nowhere";
}

function callBeside(context: Context, at: FileLine): readonly string[] {
  const { environment } = context.terminal;
  if ((environment["TMUX"] ?? "") !== "") {
    const editor = editorOf(context);
    const words = editorArguments(editor, at).map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
    return ["tmux", "split-window", "-h", [editor, ...words].join(" ")];
  }
  if (environment["TERM_PROGRAM"] === "vscode") return ["code", "--goto", `${at.file}:${at.line}`];
  return [];
}
