import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { COMMAND_NAMES, COMMANDS } from "../../../src/cli/commands.ts";
import { SCRIPTS } from "../../../src/cli/completion/scripts.ts";
import { vocabularyOf } from "../../../src/cli/completion/vocabulary.ts";
import { messagesIn } from "../../../src/locale/choose.ts";
import { scratchFolder, writeFiles } from "../../store/scratch.ts";

const LANGS = ["en", "zh"] as const;
const FISH = "fish";

function scriptFor(shell: string, lang: "zh" | "en"): string {
  const script = SCRIPTS.get(shell);
  if (script === undefined) throw new Error(`no ${shell}`);
  return script(vocabularyOf(COMMANDS, messagesIn(lang)));
}

function has(shell: string): boolean {
  return spawnSync(shell, ["-c", "true"]).status === 0;
}

/** Returns what bash offers for a command line whose last word is being typed. */
function offersOfBash(line: readonly string[], lang: "zh" | "en", folder = "."): readonly string[] {
  const file = join(scratchFolder(), "completion");
  writeFileSync(file, scriptFor("bash", lang));
  const ask = `. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sluice; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const run = spawnSync("bash", ["--norc", "-c", ask, "bash", file, "sluice", ...line], {
    encoding: "utf8",
    cwd: folder,
  });
  expect(run.stderr).toBe("");
  return run.stdout.split("\n").filter((word) => word !== "");
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
    expect(offersOfBash(["config", ""], lang)).toEqual(["list", "get", "set", "path"]);
    expect(offersOfBash(["config", "get", "newP"], lang)).toEqual(["newPerDay"]);
    expect(offersOfBash(["config", "set", "theme", "c"], lang)).toEqual(["contrast"]);
    expect(offersOfBash(["--json", "config", "set", "grades", ""], lang)).toEqual(["default", "2", "4"]);
  });

  test("offers files with spaces in their names where a path is wanted", () => {
    const folder = scratchFolder();
    writeFiles(folder, { "my notes.md": "", "other.md": "" });
    expect(offersOfBash(["check", "my"], lang, folder)).toEqual(["my notes.md"]);
    expect(offersOfBash(["due", "--deck", "o"], lang, folder)).toEqual(["other.md"]);
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
    const file = join(scratchFolder(), "completion");
    writeFileSync(file, scriptFor("fish", lang));
    const ask = (line: string): readonly string[] =>
      spawnSync(FISH, ["--no-config", "-c", `source ${file}; complete -C ${JSON.stringify(line)}`], {
        encoding: "utf8",
      })
        .stdout.split("\n")
        .map((offer) => offer.split("\t")[0] ?? "")
        .filter((word) => word !== "");
    expect(ask("sluice un")).toEqual(["undo"]);
    expect(ask("sluice export --fr")).toEqual(["--front"]);
    expect(ask("sluice review --lang ").toSorted()).toEqual(["en", "zh"]);
    expect(ask("sluice config set theme c")).toEqual(["contrast"]);
    expect(ask("sluice config get newP")).toEqual(["newPerDay"]);
  });
});
