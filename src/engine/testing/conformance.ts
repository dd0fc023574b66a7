import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { checkScenario } from "./check-scenario.ts";
import type { CheckedScenario } from "./comparison.ts";
import { type ConformanceLanguage, conformanceWords } from "./conformance-words.ts";
import type { Golden, Scenario } from "./scenario.ts";

const DEFAULT_FOLDER = "test/conformance";

const options = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  lang: { type: "string" },
} as const;

process.exitCode = main(process.argv.slice(2));

/** Does what the command line asks for and returns the exit code. */
function main(args: readonly string[]): number {
  const wish = wishOf(args);
  if (wish === null) {
    console.error(conformanceWords[languageOfEnvironment()].help);
    return 2;
  }
  if (wish.help) {
    console.log(conformanceWords[wish.language].help);
    return 0;
  }
  return check(wish.folder, wish.json ? "json" : wish.language);
}

interface Wish {
  readonly folder: string;
  readonly json: boolean;
  readonly help: boolean;
  readonly language: ConformanceLanguage;
}

/** Returns what a command line asks for, or `null` if it cannot be understood. */
function wishOf(args: readonly string[]): Wish | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { json, help, lang } = values;
    const [folder = DEFAULT_FOLDER, ...others] = positionals;
    if (others.length > 0 || (lang !== undefined && lang !== "zh" && lang !== "en")) return null;
    return { folder, json, help, language: lang ?? languageOfEnvironment() };
  } catch {
    return null;
  }
}

function check(folder: string, form: "json" | ConformanceLanguage): number {
  let results: readonly CheckedScenario[];
  try {
    results = checkFolder(folder);
  } catch (error) {
    console.error(conformanceWords[form === "json" ? "en" : form].unreadable(folder, messageOf(error)));
    return 3;
  }
  report(results, form);
  return results.some(({ status }) => status === "failed") ? 1 : 0;
}

function checkFolder(folder: string): readonly CheckedScenario[] {
  const files = readdirSync(join(folder, "scenarios")).filter((file) => file.endsWith(".json"));
  const golden = new Set(readdirSync(join(folder, "golden")));
  return files.sort().map((file) => {
    const scenario = readJson(join(folder, "scenarios", file)) as Scenario;
    const output = golden.has(file) ? (readJson(join(folder, "golden", file)) as Golden) : undefined;
    return checkScenario(scenario, output);
  });
}

function report(results: readonly CheckedScenario[], form: "json" | ConformanceLanguage): void {
  const count = (wanted: CheckedScenario["status"]) =>
    results.filter(({ status }) => status === wanted).length;
  const [passed, failed, skipped] = [count("passed"), count("failed"), count("skipped")];
  if (form === "json") {
    console.log(JSON.stringify({ v: 1, passed, failed, skipped, results }));
    return;
  }
  const words = conformanceWords[form];
  for (const result of results) {
    if (result.status === "failed") console.log(words.failure(result));
  }
  console.log(words.summary(passed, failed, skipped));
}

function languageOfEnvironment(): ConformanceLanguage {
  const language = process.env["LC_ALL"] ?? process.env["LANG"] ?? "";
  return language.startsWith("zh") ? "zh" : "en";
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
