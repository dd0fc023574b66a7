import type { Completed, CompletedOption, Vocabulary } from "./vocabulary.ts";

/** Completes `npx sluice ...` like `sluice ...`, besides what else is known of npx. */
const BEHIND_NPX = `function __sluice_behind_npx
  complete -C (commandline -cp | string replace -r '^\\s*npx\\s+' '')
end
complete -c npx -n 'contains -- sluice (commandline -opc)[2]' -f -a '(__sluice_behind_npx)'`;

/** Returns the completion for fish. */
export function fishCompletion({ commands, options, settings }: Vocabulary): string {
  const names = commands.map(({ name }) => name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names}`;
  const lines = [
    "# fish completion for sluice: sluice completion fish | source",
    "complete -c sluice -f",
    ...commands.map(
      ({ name, about }) => `complete -c sluice -n ${quoted(none)} -a ${name} -d ${quoted(about)}`,
    ),
    ...options.map((option) => optionLine(option, "")),
    ...commands.flatMap(({ name, first, options: own }) => {
      const seen = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)} `;
      return [
        ...own.map((option) => optionLine(option, seen)),
        ...(name === "config" || first === "text" ? [] : [`complete -c sluice ${seen}${wordsOf(first)}`]),
      ];
    }),
    ...settingLines(settings),
    BEHIND_NPX,
  ];
  return `${lines.join("\n")}\n`;
}

function settingLines(settings: Vocabulary["settings"]): readonly string[] {
  const after = (words: string, others: string): string =>
    `complete -c sluice -n ${quoted(`__fish_seen_subcommand_from config; and ${words}`)} ${others}`;
  const keys = settings.map(([key]) => key).join(" ");
  return [
    after("not __fish_seen_subcommand_from list get set path", `-a ${quoted("list get set path")}`),
    after(
      `__fish_seen_subcommand_from get set; and not __fish_seen_subcommand_from ${keys}`,
      `-a ${quoted(keys)}`,
    ),
    ...settings.map(([key, values]) =>
      after(
        `__fish_seen_subcommand_from set; and __fish_seen_subcommand_from ${key}`,
        key === "decks" ? "-F" : `-a ${quoted(["default", ...values].join(" "))}`,
      ),
    ),
  ];
}

function optionLine({ name, about, value }: CompletedOption, condition: string): string {
  const short = name === "output" ? " -s o" : "";
  return `complete -c sluice ${condition}-l ${name}${short}${argumentOf(value)} -d ${quoted(about)}`;
}

function argumentOf(value: Completed | null): string {
  if (value === null) return "";
  return value === "text" ? " -x" : ` ${value === "path" ? "-r" : "-x"} ${wordsOf(value)}`;
}

function wordsOf(completed: Exclude<Completed, "text">): string {
  return completed === "path" ? "-F" : `-a ${quoted(completed.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/gu, "\\$&")}'`;
}
