import { Console } from "node:console";
import { accessSync, constants, realpathSync } from "node:fs";
import { registerHooks } from "node:module";
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { StreamExecutionEnvironment } from "../api/stream-execution-environment.ts";
import { BudgetExceededException, UNLIMITED } from "../runtime/cluster/budget.ts";
import type { PlainFault } from "../runtime/faults/fault.ts";
import { ENGINE_OPTIONS, readCommandLine, type Wish } from "./engine-command-line.ts";
import { type EngineLanguage, type EngineWords, engineWords } from "./engine-words.ts";
import { runLines } from "./run-lines.ts";
import { thrownLines } from "./thrown-lines.ts";
import { type WatchedRun, WatchedRuns } from "./watched-runs.ts";

const ENGINE = new URL("../index.ts", import.meta.url).href;

/** Calls of an error's stack: the program's own may lie far below the engine's. */
const STACK_CALLS = 100;

process.stdout.on("error", () => process.exit());
process.exitCode = await main(process.argv.slice(2));

/** Does what the command line asks for and returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const given = { args: [...args], options: ENGINE_OPTIONS, allowPositionals: true } as const;
  const { tokens } = parseArgs({ ...given, strict: false, tokens: true });
  const line = readCommandLine(tokens, languageOfEnvironment());
  const words = engineWords[line.language];
  switch (line.type) {
    case "misuse":
      console.error(words.misuse(line.misuse));
      return 2;
    case "help":
      console.log(words.help);
      return 0;
    case "run":
      return await run(line.wish, words);
  }
}

async function run(wish: Wish, words: EngineWords): Promise<number> {
  try {
    accessSync(wish.file, constants.R_OK);
  } catch (error) {
    console.error(words.unreadable(wish.file, messageOf(error)));
    return 3;
  }
  const watched = new WatchedRuns(wish.shown.has("trace") ? "traced" : "untraced");
  const failure = await runFile(wish, watched);
  const runs = watched.end();
  process.stdout.write(
    runLines(runs, wish, words)
      .map((line) => `${line}\n`)
      .join(""),
  );
  if (failure === null) {
    for (const remark of remarksOn(runs, wish, words)) console.error(remark);
    return 0;
  }
  const telling = { program: wish.file, nameOf: nameFor(wish.file), ledTo: words.ledTo };
  console.error(thrownLines(failure.thrown, telling).join("\n"));
  return failure.thrown instanceof BudgetExceededException ? 4 : 1;
}

/** Runs a job file; what it says itself does not get between lines of JSON. */
async function runFile(
  { file, seed, failAt, steps, form }: Wish,
  watched: WatchedRuns,
): Promise<{ readonly thrown: unknown } | null> {
  const faults: readonly PlainFault[] = failAt === null ? [] : [{ type: "fail-task", at: { step: failAt } }];
  StreamExecutionEnvironment.initializeContextEnvironment((own) => {
    return { seed, faults, budget: { ...UNLIMITED, steps }, ...watched.next(own) };
  });
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "sluice/flink" ? { url: ENGINE, shortCircuit: true } : next(specifier, context),
  });
  if (form === "json") globalThis.console = new Console(process.stderr);
  Error.stackTraceLimit = STACK_CALLS;
  try {
    await import(pathToFileURL(resolve(file)).href);
    return null;
  } catch (thrown) {
    return { thrown };
  }
}

/** Returns what a reader may wonder about: no job at all, or none in which anything failed as wished. */
function remarksOn(
  runs: readonly WatchedRun[],
  { file, failAt }: Wish,
  words: EngineWords,
): readonly string[] {
  if (runs.length === 0) return [words.noJob(file)];
  if (failAt === null) return [];
  const disturbed = runs.filter(({ faultsBy }) => faultsBy === "command");
  if (disturbed.length === 0) return [words.ownFaults];
  const calm = disturbed.filter(
    ({ report: { steps, restarts, status } }) => steps < failAt || (restarts === 0 && status === "FINISHED"),
  );
  return calm.length < disturbed.length
    ? []
    : calm.map(({ report: { jobName, steps } }) => words.nothingFailed(jobName, steps, failAt));
}

/** Returns what names files: the program as its user did, others as they are found from here. */
function nameFor(program: string): (path: string) => string {
  const path = realpathSync(program);
  return (file) => (file === path ? program : relative(process.cwd(), file));
}

function languageOfEnvironment(): EngineLanguage {
  const language = process.env["LC_ALL"] ?? process.env["LANG"] ?? "";
  return language.startsWith("zh") ? "zh" : "en";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
