import { rowText, type Row } from "../pages/row.ts";
import { visibleText } from "../pages/visible-text.ts";
import { isGiven } from "./command.ts";
import type { Context } from "./context.ts";

/** How one talks line by line: nothing that is said steers the terminal. With `--json` people read on stderr, for stdout is the value's. */
export interface PlainSpeech {
  readonly say: (line: string) => void;
  readonly sayRows: (rows: readonly Row[]) => void;
  /** Prints the prompt: a line of its own where nobody types. */
  readonly ask: () => void;
  /** Cells of a line. */
  readonly width: number;
}

/** Returns how one talks on a terminal, or to whoever reads instead. */
export function plainSpeech(context: Context): PlainSpeech {
  const { terminal } = context;
  const print = isGiven(context, "json") ? terminal.talk : terminal.print;
  const say = (line: string): void => print(visibleText(line));
  return {
    say,
    sayRows: (rows) => rows.forEach((line) => say(rowText(line).trimEnd())),
    ask: () => {
      if (terminal.inputIsTerminal() && !isGiven(context, "json")) terminal.prompt("> ");
      else say("> ");
    },
    width: Math.max(40, Math.min(80, terminal.columns())) - 2,
  };
}
