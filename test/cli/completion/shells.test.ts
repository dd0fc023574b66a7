import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { COMMAND_NAMES } from "../../../src/cli/command-names.ts";
import { COMMANDS } from "../../../src/cli/commands.ts";
import { SCRIPTS } from "../../../src/cli/completion/scripts.ts";
import { vocabularyOf } from "../../../src/cli/completion/vocabulary.ts";
import { messagesIn } from "../../../src/locale/choose.ts";
import { scratchFolder, writeFiles } from "../../store/scratch.ts";

const LANGS = ["en", "zh"] as const;
const FISH = "fish";
const EXERCISES = ["c4-01", "c6-02"];

function scriptFor(shell: string, lang: "zh" | "en"): string {
  const script = SCRIPTS.get(shell);
  if (script === undefined) throw new Error(`no ${shell}`);
  return script(vocabularyOf(COMMANDS, messagesIn(lang), EXERCISES));
}

function has(shell: string): boolean {
  return spawnSync(shell, ["-c", "true"]).status === 0;
}

function scriptFile(shell: string, lang: "zh" | "en"): string {
  const file = join(scratchFolder(), "completion");
  writeFileSync(file, scriptFor(shell, lang));
  return file;
}

/** Completes `sluice` by what bash knows of it, or another command; somebody else has completed `npx` before. */
const ASK_BASH = `
_before() { COMPREPLY=(before); }
complete -F _before npx
. "$1"; . "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
[[ $(complete -p "$1") =~ -F\\ ([^ ]+) ]] && "\${BASH_REMATCH[1]}"
printf '%s\\n' "\${COMPREPLY[@]}"`;

/** Returns what bash offers for a command line whose last word is being typed. */
function offersOfBash(
  line: readonly string[],
  lang: "zh" | "en",
  { folder = ".", command = ["sluice"] }: { folder?: string; command?: readonly string[] } = {},
): readonly string[] {
  const file = scriptFile("bash", lang);
  const run = spawnSync("bash", ["--norc", "-c", ASK_BASH, "bash", file, ...command, ...line], {
    encoding: "utf8",
    cwd: folder,
  });
  expect(run.stderr).toBe("");
  return run.stdout.split("\n").filter((word) => word !== "");
}

/** Asks a zsh in a terminal: Tab completes, Ctrl-X shows the line. */
const ASK_ZSH = `
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner "PS1=; autoload -Uz compinit; compinit -D -u; shown() { print -r -- '<<'\\$BUFFER'>>'; zle kill-whole-line }"
zpty -w inner "zle -N shown; bindkey '^X' shown; before() { compadd before }; compdef before npx; source $1; source $1"
zpty -w inner "print READY''NOW"
zpty -r inner out '*READYNOW*'
shift
for line in "$@"; do
  zpty -w -n inner "$line"$'\\t\\x18'
  zpty -r inner out '*<<*>>*'
  print -r -- \${\${out##*<<}%%>>*}
done
zpty -d inner`;

/** Returns what zsh makes of some command lines when Tab is pressed behind each. */
function completedByZsh(lines: readonly string[], lang: "zh" | "en"): readonly string[] {
  const { stdout } = spawnSync("zsh", ["-f", "-c", ASK_ZSH, "zsh", scriptFile("zsh", lang), ...lines], {
    encoding: "utf8",
    timeout: 20_000,
  });
  return stdout.split("\n").filter((line) => line !== "");
}

/** Returns what fish offers for a command line. */
function offersOfFish(line: string, lang: "zh" | "en"): readonly string[] {
  const file = scriptFile(FISH, lang);
  return spawnSync(FISH, ["--no-config", "-c", `source ${file}; complete -C ${JSON.stringify(line)}`], {
    encoding: "utf8",
  })
    .stdout.split("\n")
    .map((offer) => offer.split("\t")[0] ?? "")
    .filter((word) => word !== "");
}

describe.each(LANGS)("completion in bash (%s)", (lang) => {
  test("offers every command", () => {
    expect(offersOfBash([""], lang)).toEqual(COMMAND_NAMES.filter((name) => name !== "home"));
    expect(offersOfBash(["--lang", "zh", "un"], lang)).toEqual(["undo"]);
  });

  test("offers the options of the command at hand", () => {
    expect(offersOfBash(["export", "--fr"], lang)).toEqual(["--front"]);
    expect(offersOfBash(["due", "--fr"], lang)).toEqual([]);
    expect(offersOfBash(["due", "--j"], lang)).toEqual(["--json"]);
    expect(offersOfBash(["--pl"], lang)).toEqual(["--plain"]);
  });

  test("offers the values of options, words and settings", () => {
    expect(offersOfBash(["review", "--lang", ""], lang)).toEqual(["zh", "en"]);
    expect(offersOfBash(["export", ""], lang)).toEqual(["anki", "text", "csv", "json"]);
    expect(offersOfBash(["completion", "f"], lang)).toEqual(["fish"]);
    expect(offersOfBash(["export", "--level", "s"], lang)).toEqual(["senior", "staff"]);
    expect(offersOfBash(["fix", ""], lang)).toEqual(EXERCISES);
    expect(offersOfBash(["config", ""], lang)).toEqual(["list", "get", "set", "path"]);
    expect(offersOfBash(["config", "get", "newP"], lang)).toEqual(["newPerDay"]);
    expect(offersOfBash(["config", "set", "theme", "c"], lang)).toEqual(["contrast"]);
    expect(offersOfBash(["--json", "config", "set", "grades", ""], lang)).toEqual(["default", "2", "4"]);
  });

  test("offers files with spaces in their names where a path is wanted", () => {
    const folder = scratchFolder();
    writeFiles(folder, { "my notes.md": "", "other.md": "" });
    expect(offersOfBash(["check", "my"], lang, { folder })).toEqual(["my notes.md"]);
    expect(offersOfBash(["due", "--deck", "o"], lang, { folder })).toEqual(["other.md"]);
  });

  test("offers the same behind npx, and leaves npx else as it was", () => {
    const command = ["npx", "sluice"];
    expect(offersOfBash(["un"], lang, { command })).toEqual(["undo"]);
    expect(offersOfBash(["--json", "config", "set", "theme", "c"], lang, { command })).toEqual(["contrast"]);
    expect(offersOfBash(["other", ""], lang, { command: ["npx"] })).toEqual(["before"]);
    expect(offersOfBash(["slu"], lang, { command: ["npx"] })).toEqual(["before"]);
  });
});

describe.each(LANGS)("completion in other shells (%s)", (lang) => {
  test("names every command and option", () => {
    for (const shell of ["zsh", "fish"]) {
      const script = scriptFor(shell, lang);
      const names = COMMAND_NAMES.filter((name) => name !== "home");
      expect(names.filter((name) => !script.includes(name))).toEqual([]);
      expect(script).toMatch(/(?:--|-l )dry-run/u);
    }
  });

  test("is understood by zsh, where there is one", () => {
    if (!has("zsh")) return;
    const { status, stderr } = spawnSync("zsh", ["-f", "-n"], {
      input: scriptFor("zsh", lang),
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("offers the same in fish, where there is one", () => {
    if (!has(FISH)) return;
    for (const command of ["sluice", "npx sluice"]) {
      const ask = (line: string): readonly string[] => offersOfFish(`${command} ${line}`, lang);
      expect(ask("un")).toEqual(["undo"]);
      expect(ask("export --fr")).toEqual(["--front"]);
      expect(ask("export --level s")).toEqual(["senior", "staff"]);
      expect(ask("review --lang ").toSorted()).toEqual(["en", "zh"]);
      expect(ask("config set theme c")).toEqual(["contrast"]);
      expect(ask("config get newP")).toEqual(["newPerDay"]);
      expect(ask("fix c").toSorted()).toEqual(EXERCISES);
    }
    expect(offersOfFish("npx other test/cli/completion/sh", lang)).toEqual([
      "test/cli/completion/shells.test.ts",
    ]);
  });

  test(
    "completes in zsh, where there is one, behind npx too, and leaves npx else as it was",
    { timeout: 30_000 },
    () => {
      if (!has("zsh")) return;
      const typed = ["export --level se", "config set theme c", "fix c6"];
      const wanted = ["export --level senior ", "config set theme contrast ", "fix c6-02 "];
      const commands = ["sluice", "npx sluice"];
      const all = (lines: readonly string[]): readonly string[] =>
        commands.flatMap((command) => lines.map((line) => `${command} ${line}`));
      expect(completedByZsh([...all(typed), "npx other be"], lang)).toEqual([
        ...all(wanted),
        "npx other before ",
      ]);
    },
  );
});
