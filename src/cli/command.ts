import { STEERING } from "../base/steering.ts";
import type { CommandName, OptionName } from "../locale/messages.ts";
import type { Context } from "./context.ts";

/** A command: what it takes, and what it does. Its words live in `locale/`. */
export interface Command {
  readonly name: CommandName;
  /** The options beyond those that every command knows. */
  readonly options: readonly OptionName[];
  /** The most words that may follow its name. */
  readonly words: number;
  /** Runs it; returns the exit code. */
  readonly run: (context: Context, words: readonly string[]) => Promise<number>;
}

/** What a command returns: 0 done, 1 what was asked about isn't right. */
export const DONE = 0;
export const NOT_RIGHT = 1;
/** What a command returns whose runs prove nothing, or don't end. */
export const INCONCLUSIVE = 4;
/** What a command returns that Ctrl-C has ended. */
export const INTERRUPTED = 130;

/** Prints one JSON value, in the form in which every `--json` prints. */
export function printJson({ terminal }: Context, value: Readonly<Record<string, unknown>>): void {
  terminal.print(jsonLine(value));
}

/**
 * Returns one JSON value as `--json` prints it: one line, `v` first. What would steer a terminal is written as `\uXXXX`:
 * it shows nothing, and the value is the same.
 */
export function jsonLine(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ v: 1, ...value }).replaceAll(STEERING, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Tells whether the full screen is wanted and can be drawn: in a terminal, unless that is a dumb one. */
export function isOnScreen(context: Context): boolean {
  const { inputIsTerminal, outputIsTerminal, environment } = context.terminal;
  const canDraw = inputIsTerminal() && outputIsTerminal() && environment["TERM"] !== "dumb";
  return canDraw && !isGiven(context, "plain") && !isGiven(context, "json");
}

/** Tells whether a switch was given. */
export function isGiven(context: Context, option: OptionName): boolean {
  return context.arguments.options.has(option);
}
