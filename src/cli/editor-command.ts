import { basename } from "node:path";

/** A line of a file, counted from 1. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

/** How an editor is told which line to begin at, and to keep its caller waiting until the file is closed. */
type Manner = (at: FileLine) => readonly string[];

const plus: Manner = ({ file, line }) => [`+${line}`, file];
const colon: Manner = ({ file, line }) => [`${file}:${line}`];
const waiting =
  (...switches: readonly string[]) =>
  (manner: Manner): Manner =>
  (at) => [...switches, ...manner(at)];

/** Returns a manner for each of some programs that are called alike. */
function alike(names: string, manner: Manner): readonly (readonly [string, Manner])[] {
  return names.split(" ").map((name) => [name, manner]);
}

/** The manners of the usual editors, by the names of their programs. */
const MANNERS: ReadonlyMap<string, Manner> = new Map([
  ...alike("vi vim nvim view nano pico rnano emacs emacsclient mg zile jed joe jmacs jstar ne", plus),
  ...alike("micro kak mcedit gedit xed pluma gnome-text-editor mousepad leafpad geany", plus),
  ...alike("gvim mvim nvim-qt", waiting("-f")(plus)),
  ...alike("hx helix", colon),
  ...alike("subl sublime_text zed zeditor lapce", waiting("--wait")(colon)),
  ...alike(
    "code code-insiders codium vscodium code-oss cursor windsurf positron trae",
    waiting("--wait", "--goto")(colon),
  ),
  ...alike("kate kwrite", ({ file, line }) => ["--block", "--line", String(line), file]),
  ...alike("mate", ({ file, line }) => ["--wait", "--line", String(line), file]),
  ...alike("idea webstorm pycharm goland clion rider phpstorm rubymine", ({ file, line }) => [
    "--wait",
    "--line",
    String(line),
    file,
  ]),
  ...alike("notepad++", ({ file, line }) => [`-n${line}`, file]),
]);

/** Switches by which somebody has asked for the same already, in their short form. */
const SHORT: Readonly<Record<string, string>> = { "--wait": "-w", "--goto": "-g", "--block": "-b" };

/**
 * Returns what follows the call of an editor, `code -w`, so that it begins at a line of a file. An editor that isn't
 * known opens the file.
 */
export function editorArguments(call: string, at: FileLine): readonly string[] {
  const [program = "", ...given] = call.trim().split(/\s+/u);
  const name = basename(program.replaceAll(/["']/gu, "").replaceAll("\\", "/"));
  const manner = MANNERS.get(name.toLowerCase().replace(/\.(?:exe|cmd)$/u, ""));
  if (manner === undefined) return [at.file];
  return manner(at).filter((word) => !given.includes(word) && !given.includes(SHORT[word] ?? word));
}
