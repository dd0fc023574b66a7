import { Console } from "node:console";
import { accessSync, constants } from "node:fs";
import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { StreamExecutionEnvironment } from "../api/stream-execution-environment.ts";
import { BudgetExceededException, UNLIMITED } from "../runtime/cluster/budget.ts";
import type { PlainFault } from "../runtime/faults/fault.ts";
import { MetricsRecorder } from "../runtime/metrics/metrics-recorder.ts";
import { TraceRecorder } from "../trace/trace-recorder.ts";
import { type EngineLanguage, engineWords } from "./engine-words.ts";
import { metricsLines } from "./metrics-lines.ts";
import { traceJson, traceLine } from "./trace-lines.ts";

const ENGINE = new URL("../index.ts", import.meta.url).href;
const DEFAULT_STEPS = "1000000";

const options = {
  seed: { type: "string" },
  trace: { type: "boolean", default: false },
  metrics: { type: "boolean", default: false },
  "fail-at": { type: "string" },
  steps: { type: "string", default: DEFAULT_STEPS },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** What a command line asks for. */
interface Wish {
  readonly file: string;
  readonly seed: number | null;
  readonly faults: readonly PlainFault[];
  readonly steps: number;
  readonly shown: ReadonlySet<"trace" | "metrics">;
  readonly form: "json" | "text";
  readonly language: EngineLanguage;
}

/** One job that the file has run. */
interface WatchedRun {
  readonly recorder: TraceRecorder | null;
  readonly metrics: MetricsRecorder;
}

process.stdout.on("error", () => process.exit());
process.exitCode = await main(process.argv.slice(2));

/** Does what the command line asks for and returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const wish = wishOf(args);
  if (wish === "usage") {
    console.error(engineWords[languageOfEnvironment()].help);
    return 2;
  }
  if ("helpIn" in wish) {
    console.log(engineWords[wish.helpIn].help);
    return 0;
  }
  return await run(wish);
}

function wishOf(args: readonly string[]): Wish | { readonly helpIn: EngineLanguage } | "usage" {
  try {
    const { values, positionals } = parse(args);
    const { lang = languageOfEnvironment(), help } = values;
    if (lang !== "zh" && lang !== "en") return "usage";
    if (help) return { helpIn: lang };
    const [command, file, ...others] = positionals;
    if (command !== "run" || file === undefined || others.length > 0) return "usage";
    return { file, language: lang, ...wayToRun(values) };
  } catch {
    return "usage";
  }
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

function wayToRun(values: ReturnType<typeof parse>["values"]): Omit<Wish, "file" | "language"> {
  const { seed, json, steps, "fail-at": failAt } = values;
  return {
    seed: seed === undefined ? null : wholeNumber(seed),
    faults: failAt === undefined ? [] : [{ type: "fail-task", at: { step: wholeNumber(failAt) } }],
    steps: wholeNumber(steps),
    shown: new Set((["trace", "metrics"] as const).filter((part) => values[part])),
    form: json ? "json" : "text",
  };
}

/** Throws a RangeError for anything else. */
function wholeNumber(text: string): number {
  if (!/^\d+$/u.test(text)) throw new RangeError(text);
  return Number(text);
}

async function run(wish: Wish): Promise<number> {
  const words = engineWords[wish.language];
  try {
    accessSync(wish.file, constants.R_OK);
  } catch (error) {
    console.error(words.unreadable(wish.file, messageOf(error)));
    return 3;
  }
  const runs: WatchedRun[] = [];
  const failure = await runFile(wish, runs);
  for (const each of runs) show(each, wish);
  if (failure === null && runs.length === 0) console.error(words.noJob(wish.file));
  if (failure !== null) console.error(words.threw(wish.file, causesOf(failure.thrown)));
  if (failure?.thrown instanceof BudgetExceededException) return 4;
  return failure === null && runs.length > 0 ? 0 : 1;
}

/** Runs a job file; what it says itself does not get between lines of JSON. */
async function runFile(
  { file, seed, faults, steps, shown, form }: Wish,
  runs: WatchedRun[],
): Promise<{ readonly thrown: unknown } | null> {
  StreamExecutionEnvironment.initializeContextEnvironment(() => {
    const recorder = shown.has("trace") ? new TraceRecorder() : null;
    const metrics = new MetricsRecorder();
    runs.push({ recorder, metrics });
    return { seed, faults, budget: { ...UNLIMITED, steps }, recorder, metrics };
  });
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "sluice/flink" ? { url: ENGINE, shortCircuit: true } : next(specifier, context),
  });
  if (form === "json") globalThis.console = new Console(process.stderr);
  try {
    await import(pathToFileURL(resolve(file)).href);
    return null;
  } catch (thrown) {
    return { thrown };
  }
}

function show({ recorder, metrics }: WatchedRun, { form, shown, language }: Wish): void {
  const report = metrics.report();
  const { jobName, status, steps, duration, completedCheckpoints, restarts } = report;
  const end = { jobName, status, steps, duration, completedCheckpoints, restarts };
  const events = recorder?.events ?? [];
  const words = engineWords[language];
  const lines =
    form === "json"
      ? [
          ...events.map(traceJson),
          ...(shown.has("metrics") ? [JSON.stringify({ type: "metrics", ...report })] : []),
          JSON.stringify({ v: 1, type: "result", ...end }),
        ]
      : [
          ...events.map(traceLine),
          ...(shown.has("metrics") ? metricsLines(report, words.metrics) : []),
          words.ended(end),
        ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function languageOfEnvironment(): EngineLanguage {
  const language = process.env["LC_ALL"] ?? process.env["LANG"] ?? "";
  return language.startsWith("zh") ? "zh" : "en";
}

/** Returns what was thrown and, below it, why. */
function causesOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  const text = `${thrown.name}: ${thrown.message}`;
  return cause === undefined ? text : `${text}\n  caused by ${causesOf(cause)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
