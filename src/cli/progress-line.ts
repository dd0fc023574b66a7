import { progressBar } from "../pages/bar.ts";
import { rowText } from "../pages/row.ts";
import type { Terminal } from "./terminal.ts";

/** The cells of a bar, and those that are left to the words behind it. */
const BAR = 24;
const WORDS = 40;

/** Returns what shows how far long work is: a bar and words, in one line of the terminal. */
export function progressLine(
  terminal: Terminal,
  words: (done: number, total: number) => string,
): (done: number, total: number) => void {
  let cells: number | null = null;
  return (done, total) => {
    cells ??= Math.max(0, Math.min(BAR, terminal.columns() - WORDS));
    terminal.progress(`${rowText(progressBar(done, total, cells))} ${words(done, total)}`.trimStart());
  };
}
