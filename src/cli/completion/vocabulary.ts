import { LEVELS } from "../../card/card.ts";
import type { CommandName, Messages, OptionName } from "../../locale/messages.ts";
import { RULES } from "../../store/config-rules.ts";
import { GLOBAL_OPTIONS } from "../arguments.ts";
import type { Command } from "../command.ts";

/** What may come at some place of a command line: one of some words, a file or folder, or anything. */
export type Completed = readonly string[] | "path" | "text";

/** An option as shells complete it; `value` is `null` for a switch. */
export interface CompletedOption {
  readonly name: string;
  readonly about: string;
  readonly value: Completed | null;
}

/** A command as shells complete it. */
export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  /** What its first word may be. */
  readonly first: Completed;
  readonly options: readonly CompletedOption[];
}

/** Everything that shells complete. */
export interface Vocabulary {
  readonly commands: readonly CompletedCommand[];
  /** The options that every command knows. */
  readonly options: readonly CompletedOption[];
  /** The settings, and the values that they may have as far as they can be counted. */
  readonly settings: readonly (readonly [key: string, values: readonly string[]])[];
}

/**
 * Returns what shells complete: all of it comes from the table of commands, their help, the rules of the settings, and the
 * ids of the exercises in use.
 */
export function vocabularyOf(
  commands: Readonly<Record<CommandName, Command>>,
  { help }: Messages,
  exercises: readonly string[],
): Vocabulary {
  const optionOf = (name: OptionName): CompletedOption => ({
    name,
    about: help.option[name],
    value: name === "level" ? LEVELS : help.value[name] === "" ? null : completedIn(help.value[name]),
  });
  return {
    commands: Object.values(commands)
      .filter(({ name }) => name !== "home")
      .map(({ name, options }) => ({
        name,
        about: help.command[name].summary,
        first: name === "fix" && exercises.length > 0 ? exercises : completedIn(help.command[name].usage),
        options: options.map(optionOf),
      })),
    options: GLOBAL_OPTIONS.map(optionOf),
    settings: Object.entries(RULES).map(([key, { allowed }]) => [key, allowed.filter(isOneWord)]),
  };
}

/** Reads what a help page says may come: `zh|en`, `[list | get KEY | path]`, `[PATH...]`, `OLD NEW`. */
function completedIn(usage: string): Completed {
  const choices = usage
    .replaceAll(/[[\]]/gu, "")
    .split("|")
    .map((choice) => choice.trim().split(/[\s.]/u)[0] ?? "");
  const words = choices.filter(isOneWord);
  if (words.length > 0) return words;
  return choices.some((choice) => ["PATH", "FILE", "DIR"].includes(choice)) ? "path" : "text";
}

/** Tells a word to be typed as it is from one that stands for others: `20-99`, `PATH`. */
function isOneWord(word: string): boolean {
  return /^[a-z0-9]+$/u.test(word) && word !== "";
}
