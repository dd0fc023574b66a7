import { Failure, type FailureCode } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import { chooseLang, messagesIn, nameProgram } from "../locale/choose.ts";
import type { CommandName, Messages, OptionName } from "../locale/messages.ts";
import { adaptTo } from "../pages/terminal-traits.ts";
import { visibleText } from "../pages/visible-text.ts";
import { readConfig, strayKeys } from "../store/config-file.ts";
import { placesBelow, placesOf, type Places } from "../store/places.ts";
import { GLOBAL_OPTIONS, parseArguments, type Arguments } from "./arguments.ts";
import { stoppedClock, SYSTEM_CLOCK } from "./clock.ts";
import { COMMAND_NAMES } from "./command-names.ts";
import type { Command } from "./command.ts";
import { due } from "./commands/due.ts";
import type { Context } from "./context.ts";
import { commandHelp, helpPage } from "./help.ts";
import { nearest } from "./nearest.ts";
import type { Terminal } from "./terminal.ts";
import { traitsOf } from "./traits.ts";

/** What a run has from the machine it runs on. */
export interface Host {
  readonly terminal: Terminal;
  readonly home: string;
  readonly version: string;
  /** How the program is called here: `sluice`, or `npx sluice`. */
  readonly called: string;
  readonly shippedDeck: string;
  /** The folder of the built program. */
  readonly program: string;
}

const EXIT_CODES: Readonly<Partial<Record<FailureCode, number>>> = {
  usage: 2,
  "config-key": 2,
  "config-value": 2,
  "deck-missing": 2,
  "exercise-unknown": 2,
  stopped: 130,
  "nothing-selected": 1,
  "relink-refused": 1,
  "not-suspended": 1,
  "add-refused": 1,
  "card-known": 1,
  "not-encodable": 1,
  "nothing-to-undo": 1,
  "nothing-to-redo": 1,
};
const WORLD = 3;

const OUR_BUG = 70;

/** Runs a command line; returns the exit code. It never throws: whatever goes wrong is told on stderr. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  nameProgram(host.called);
  try {
    return await runArguments(parseArguments(argv), host);
  } catch (error) {
    return tellFault(error, argv, host);
  }
}

/** Tells a Failure in one line with the next step, and anything else as a mistake of ours; returns the exit code. */
export function tellFault(error: unknown, argv: readonly string[], host: Host): number {
  const words = messagesIn(langOf(argv, host));
  if (error instanceof Failure) {
    talk(host.terminal, `sluice: ${words.failureLine(error.facts)}`);
    return EXIT_CODES[error.facts.code] ?? WORLD;
  }
  talk(host.terminal, `sluice: ${words.bug}`);
  talk(host.terminal, error instanceof Error ? (error.stack ?? error.message) : String(error));
  return OUR_BUG;
}

async function runArguments(parsed: Arguments, host: Host): Promise<number> {
  const { options } = parsed;
  const { terminal } = host;
  if (options.has("version")) {
    terminal.print(host.version);
    return 0;
  }
  const [name, ...words] = parsed.words;
  const lang = langOf([], host, langOption(options));
  if (options.has("help") && name === undefined) {
    printAll(
      terminal,
      helpPage(COMMAND_NAMES, messagesIn(lang), { columns: columnsOf(terminal), called: host.called }),
    );
    return 0;
  }
  const command = await commandNamed(name ?? "home");
  if (options.has("help")) {
    printAll(
      terminal,
      commandHelp(command, messagesIn(lang), { columns: columnsOf(terminal), called: host.called }),
    );
    return 0;
  }
  checkOptions(command, options);
  checkSeed(options);
  const extra = words[command.words];
  if (extra !== undefined)
    throw new Failure({ code: "usage", data: { fault: "argument-extra", value: extra } });
  return await command.run(contextOf(parsed, host), words);
}

function contextOf(parsed: Arguments, host: Host): Context {
  const places = placesFor(parsed.options, host);
  const config = readConfig(places.config);
  adaptTo(traitsOf(host.terminal.environment, config));
  const lang = chooseLang(langOption(parsed.options), config.lang, localesOf(host.terminal));
  warnOfStrayKeys(places.config, host.terminal, messagesIn(lang));
  const now = parsed.options.get("now")?.at(-1);
  return {
    arguments: parsed,
    lang,
    words: messagesIn(lang),
    places,
    config,
    clock: now === undefined ? SYSTEM_CLOCK : stoppedClock(now),
    terminal: host.terminal,
    shippedDeck: host.shippedDeck,
    program: host.program,
  };
}

/** Another release may know keys that this one doesn't: they are told, and left alone. */
function warnOfStrayKeys(file: string, terminal: Terminal, words: Messages): void {
  const keys = strayKeys(file);
  if (keys.length > 0) talk(terminal, `sluice: ${words.config.stray(file, keys)}`);
}

function placesFor(options: Arguments["options"], host: Host): Places {
  const data = options.get("data")?.at(-1);
  return data === undefined ? placesOf(host.terminal.environment, host.home) : placesBelow(data);
}

/** Returns a command. Shell prompts and status bars ask `due` all day: it doesn't load the others. */
async function commandNamed(name: string): Promise<Command> {
  if (name === due.name) return due;
  const known = COMMAND_NAMES.find((each) => each === name);
  if (known !== undefined) return (await import("./commands.ts")).COMMANDS[known];
  const names: readonly CommandName[] = COMMAND_NAMES.filter((each) => each !== "home");
  throw new Failure({ code: "usage", data: { fault: "command-unknown", name, near: nearest(name, names) } });
}

function checkOptions(command: Command, options: Arguments["options"]): void {
  const allowed: readonly OptionName[] = [...GLOBAL_OPTIONS, ...command.options];
  const stray = [...options.keys()].find((name) => !allowed.includes(name));
  if (stray !== undefined) {
    throw new Failure({ code: "usage", data: { fault: "option-unknown", name: `--${stray}`, near: null } });
  }
}

/** Throws the Failure `usage` if the seed is no number. */
function checkSeed(options: Arguments["options"]): void {
  const stray = options.get("seed")?.find((value) => !/^\d+$/u.test(value) || Number(value) > 0xff_ff_ff_ff);
  if (stray === undefined) return;
  throw new Failure({
    code: "usage",
    data: { fault: "option-value", name: "--seed", value: stray, expected: "0-4294967295" },
  });
}

/** The language asked for; throws the Failure `usage` if it is none of ours. */
function langOption(options: Arguments["options"]): Lang | null {
  const named = options.get("lang")?.at(-1);
  if (named === undefined || named === "zh" || named === "en") return named ?? null;
  throw new Failure({
    code: "usage",
    data: { fault: "option-value", name: "--lang", value: named, expected: "zh | en" },
  });
}

/** The language in which something is told that went wrong before, or while, the settings were read. */
function langOf(argv: readonly string[], host: Host, asked: Lang | null = null): Lang {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = at === -1 ? undefined : (argv[at]?.split("=")[1] ?? argv[at + 1]);
  const named = word === "zh" || word === "en" ? word : null;
  return chooseLang(asked ?? named, null, localesOf(host.terminal));
}

function localesOf({ environment }: Terminal): readonly string[] {
  return ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"].map((name) => environment[name] ?? "");
}

function columnsOf({ columns }: Terminal): number {
  return Math.max(40, Math.min(100, columns()));
}

/** What went wrong may quote what steers a terminal: a name of a file, a word of a configuration, code of an exercise. */
function talk(terminal: Terminal, text: string): void {
  terminal.talk(visibleText(text));
}

function printAll(terminal: Terminal, lines: readonly string[]): void {
  for (const line of lines) terminal.print(line);
}
