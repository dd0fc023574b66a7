import type { CommandName, Messages, OptionName } from "../locale/messages.ts";
import { padRow, row, rowText, type Row } from "../pages/row.ts";
import { signs } from "../pages/signs.ts";
import { wrapRow } from "../pages/wrap.ts";
import { GLOBAL_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";

/** How help is set: in how many cells, and what the program is called here. */
export interface HelpStyle {
  readonly columns: number;
  readonly called: string;
}

/** Cells of the names in a list. */
const NAMES = 26;

/** Returns the help page of the whole program. */
export function helpPage(
  commands: readonly CommandName[],
  words: Messages,
  { columns, called }: HelpStyle,
): readonly string[] {
  const { help } = words;
  return [
    help.tagline,
    "",
    `${help.usage} ${called} [COMMAND] [OPTION...]`,
    "",
    help.commands,
    ...commands.flatMap((name) =>
      entry(name === "home" ? help.noCommand : name, help.command[name].summary, columns),
    ),
    "",
    help.options,
    ...GLOBAL_OPTIONS.flatMap((name) => optionEntry(name, words, columns)),
    "",
    help.exitCodes,
    ...help.exitCodeList.flatMap(([code, meaning]) => entry(String(code), meaning, columns)),
    "",
    help.more,
  ];
}

/** Returns the help page of one command. */
export function commandHelp(
  { name, options }: Command,
  words: Messages,
  { columns, called }: HelpStyle,
): readonly string[] {
  const { help } = words;
  const { summary, usage, more, examples } = help.command[name];
  const command = name === "home" ? called : `${called} ${name}`;
  const line = [command, usage, "[OPTION...]"].filter((part) => part !== "");
  return [
    `${command} ${signs("–")} ${summary}`,
    "",
    `${help.usage} ${line.join(" ")}`,
    ...more.flatMap((paragraph) => ["", ...wrapRow(row(paragraph), columns).map(rowText)]),
    "",
    help.options,
    ...[...options, ...GLOBAL_OPTIONS].flatMap((option) => optionEntry(option, words, columns)),
    "",
    help.examples,
    ...examples.map((example) => `  ${example}`),
  ];
}

function optionEntry(name: OptionName, words: Messages, columns: number): readonly string[] {
  const value = words.help.value[name];
  return entry(`--${name}${value === "" ? "" : ` ${value}`}`, words.help.option[name], columns);
}

function entry(name: string, text: string, columns: number): readonly string[] {
  return wrapRow(row(text), columns - NAMES - 2).map((line: Row, index) =>
    rowText([...row("  "), ...padRow(row(index === 0 ? name : ""), NAMES), ...line]),
  );
}
