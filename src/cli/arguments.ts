import { Failure, type UsageFault } from "../base/failure.ts";
import type { OptionName } from "../locale/messages.ts";
import { nearest } from "./nearest.ts";

/** The options that take a value; all others are switches. */
const VALUED: ReadonlySet<OptionName> = new Set([
  "unsuspend",
  "question",
  "answer",
  "data",
  "deck",
  "lang",
  "now",
  "seed",
  "output",
  "front",
  "format",
  "chapter",
  "tag",
  "level",
  "run",
]);

/** The options that every command knows. */
export const GLOBAL_OPTIONS: readonly OptionName[] = [
  "data",
  "deck",
  "lang",
  "now",
  "seed",
  "plain",
  "json",
  "yes",
  "help",
  "version",
];

const ALL_OPTIONS: readonly OptionName[] = [
  ...GLOBAL_OPTIONS,
  "flagged",
  "suspended",
  "unsuspend",
  "question",
  "answer",
  "run",
  "list",
  "exercises",
  "write",
  "output",
  "front",
  "format",
  "chapter",
  "tag",
  "level",
  "no-history",
  "dry-run",
  "open",
  "weights",
];
const SHORT: Readonly<Record<string, OptionName>> = {
  "-h": "help",
  "-v": "version",
  "-y": "yes",
  "-o": "output",
};

/** A dash by itself stands for a stream, and before a number for what is below zero. */
const OPTION = /^-[^.\d]/u;

/** A command line taken apart: the words that are no options, and each option with its values (a switch has none). */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<OptionName, readonly string[]>;
}

/** Takes a command line apart. Throws the Failure `usage` for an option that doesn't exist or lacks its value. */
export function parseArguments(argv: readonly string[]): Arguments {
  const words: string[] = [];
  const options = new Map<OptionName, string[]>();
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--") {
      words.push(...rest.splice(0));
    } else if (!OPTION.test(word)) {
      words.push(word);
    } else {
      takeOption(word, rest, options);
    }
  }
  return { words, options };
}

function takeOption(word: string, rest: string[], options: Map<OptionName, string[]>): void {
  const equals = word.indexOf("=");
  const flag = equals === -1 ? word : word.slice(0, equals);
  const name = optionNamed(flag);
  const values = options.get(name) ?? [];
  options.set(name, values);
  if (!VALUED.has(name)) {
    if (equals !== -1)
      throw usage({ fault: "option-value", name: flag, value: word.slice(equals + 1), expected: flag });
    return;
  }
  const value = equals === -1 ? rest.shift() : word.slice(equals + 1);
  if (value === undefined || value === "") throw usage({ fault: "option-needs-value", name: flag });
  values.push(value);
}

function optionNamed(flag: string): OptionName {
  const found = SHORT[flag] ?? ALL_OPTIONS.find((name) => `--${name}` === flag);
  if (found !== undefined) return found;
  const near = nearest(
    flag,
    ALL_OPTIONS.map((name) => `--${name}`),
  );
  throw usage({ fault: "option-unknown", name: flag, near });
}

function usage(fault: UsageFault): Failure {
  return new Failure({ code: "usage", data: fault });
}
