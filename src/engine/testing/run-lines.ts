import type { MetricsReport } from "../runtime/metrics/metrics-report.ts";
import type { Wish } from "./engine-command-line.ts";
import type { EngineWords, JobEnd } from "./engine-words.ts";
import { metricsLines } from "./metrics-lines.ts";
import { traceJson, traceLine } from "./trace-lines.ts";
import type { WatchedRun } from "./watched-runs.ts";

/** So many runs are told one by one; of more, as a sweep has them, a line says how they ended. */
const FEW_RUNS = 10;

/** Returns what a program's jobs have come to, as the command line wishes to see it. */
export function runLines(runs: readonly WatchedRun[], wish: Wish, words: EngineWords): readonly string[] {
  if (wish.form === "json") return runs.flatMap((run) => jsonLines(run, wish));
  if (runs.length > FEW_RUNS && wish.shown.size === 0) return summary(runs, words);
  return runs.flatMap((run) => textLines(run, wish, words));
}

function jsonLines({ events, report }: WatchedRun, { shown }: Wish): readonly string[] {
  return [
    ...events.map(traceJson),
    ...(shown.has("metrics") ? [JSON.stringify({ type: "metrics", ...report })] : []),
    JSON.stringify({ v: 1, type: "result", ...endOf(report) }),
  ];
}

function textLines({ events, report }: WatchedRun, { shown }: Wish, words: EngineWords): readonly string[] {
  return [
    ...events.map(traceLine),
    ...(shown.has("metrics") ? metricsLines(report, words.metrics) : []),
    words.ended(endOf(report)),
  ];
}

function summary(runs: readonly WatchedRun[], words: EngineWords): readonly string[] {
  const reports = runs.map(({ report }) => report);
  const groups = Map.groupBy(reports, ({ jobName, status }) => JSON.stringify([jobName, status]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const sum = (part: "steps" | "restarts") => group.reduce((total, report) => total + report[part], 0);
    if (first === undefined) return [];
    const { jobName, status } = first;
    return [
      words.endedOften({
        jobName,
        status,
        runs: group.length,
        steps: sum("steps"),
        restarts: sum("restarts"),
      }),
    ];
  });
}

function endOf({ jobName, status, steps, duration, completedCheckpoints, restarts }: MetricsReport): JobEnd {
  return { jobName, status, steps, duration, completedCheckpoints, restarts };
}
