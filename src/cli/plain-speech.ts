import { rowText, type Row } from "../pages/row.ts";
import { visibleText } from "../pages/visible-text.ts";
import { isGiven } from "./command.ts";
import type { Context } from "./context.ts";

/** How one talks line by line: nothing that is said steers the terminal. With `--json` people read on stderr, for stdout is the value's. */
export interface PlainSpeech {
  readonly say: (line: string) => void;
  readonly sayRows: (rows: readonly Row[]) => void;
  /** Says that something is on disk: that is told even to whoever has interrupted the talk. */
  readonly acknowledge: (line: string) => void;
  /** Prints the prompt: a line of its own where nobody types. */
  readonly ask: () => void;
  /** Cells of a line. */
  readonly width: number;
}

/** Returns how one talks on a terminal, or to whoever reads instead, until `signal` is aborted. */
export function plainSpeech(context: Context, signal: AbortSignal | null = null): PlainSpeech {
  const { terminal } = context;
  const print = isGiven(context, "json") ? terminal.talk : terminal.print;
  const acknowledge = (line: string): void => print(visibleText(line));
  const say = (line: string): void => {
    if (signal?.aborted !== true) acknowledge(line);
  };
  return {
    say,
    sayRows: (rows) => rows.forEach((line) => say(rowText(line).trimEnd())),
    acknowledge,
    ask: () => {
      if (!terminal.inputIsTerminal() || isGiven(context, "json")) say("> ");
      else if (signal?.aborted !== true) terminal.prompt("> ");
    },
    width: Math.max(40, Math.min(80, terminal.columns())) - 2,
  };
}
