import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { COMMAND, jobFolder, run } from "./engine-command.ts";

const readme = readFileSync(new URL("../../../src/engine/README.md", import.meta.url), "utf8");

const TWO_PHASES = `
import { ScheduledSource, StreamExecutionEnvironment, twoPhaseCommit, WatermarkStrategy } from "sluice/flink";

const env = StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(2).enableCheckpointing(50);
env.setRestartStrategy({ type: "fixedDelay", attempts: 3, delay: 10 });
const arrivals = (first: number) =>
  Array.from({ length: 8 }, (_, index) => ({ at: index * 20, value: first + index, timestamp: index * 20 }));
let transactions = 0;
env
  .fromSource(new ScheduledSource([arrivals(0), arrivals(100)]), WatermarkStrategy.forMonotonousTimestamps<number>(), "in")
  .keyBy((n) => n % 3)
  .reduce((left, right) => left + right)
  .addSink(
    twoPhaseCommit(() => ({
      beginTransaction: () => ++transactions,
      invoke: () => {},
      preCommit: () => {},
      commit: () => {},
      abort: () => {},
    })),
  );
const { restarts } = env.execute("sums");
console.log("restarts:", restarts);
`;

const ENDLESS = `
import { DataGeneratorSource, RateLimiterStrategy, StreamExecutionEnvironment, WatermarkStrategy } from "sluice/flink";
const env = StreamExecutionEnvironment.getExecutionEnvironment();
const source = new DataGeneratorSource((n) => n, Infinity, RateLimiterStrategy.perSecond(1));
env.fromSource(source, WatermarkStrategy.noWatermarks(), "for ever").addSink({ invoke: () => {} });
env.execute();
`;

const OWN_RECORDERS = `
import { MetricsRecorder, StreamExecutionEnvironment, TraceRecorder } from "sluice/flink";
const env = StreamExecutionEnvironment.getExecutionEnvironment();
const recorder = new TraceRecorder();
const metrics = new MetricsRecorder();
env.fromData(1).addSink({ invoke: () => {} });
env.execute("own", { recorder, metrics });
console.log("own steps:", metrics.report().steps);
env.fromData(2).addSink({ invoke: () => {} });
env.execute("other", { recorder, metrics: null });
`;

const FORGETFUL = `
import { ScheduledSource, StateTtlConfig, StreamExecutionEnvironment, ValueStateDescriptor, WatermarkStrategy } from "sluice/flink";
class Count {
  open(context) {
    const descriptor = new ValueStateDescriptor("count");
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(100).build());
    this.count = context.getState(descriptor);
  }
  processElement(_value, _context, out) {
    this.count.update((this.count.value() ?? 0) + 1);
    out.collect(this.count.value());
  }
}
const env = StreamExecutionEnvironment.getExecutionEnvironment();
const arrivals = [{ at: 0, value: "a" }, { at: 500, value: "a" }];
env
  .fromSource(new ScheduledSource([arrivals]), WatermarkStrategy.noWatermarks(), "in")
  .keyBy((value) => value)
  .process(new Count())
  .executeAndCollect();
`;

const STUCK = `
import { StreamExecutionEnvironment } from "sluice/flink";
const env = StreamExecutionEnvironment.getExecutionEnvironment();
console.log("here it comes");
env.fromData(1).map(() => { while (true); }).executeAndCollect();
`;

const jobFile = jobFolder();

describe("npm run engine", () => {
  test("prints the trace of the README's job as the README has it", () => {
    const [, code = ""] = /```ts\n([^`]*"per window"[\s\S]*?)^```$/mu.exec(readme) ?? [];
    const [, excerpt = ""] = /^```text\n([\s\S]*?)^```$/mu.exec(readme) ?? [];
    expect(excerpt).toContain("window-assign");
    const { status, stdout } = run(["run", jobFile("clicks.ts", code), "--seed", "7", "--trace"]);
    expect(stdout).toContain(excerpt);
    expect(status).toBe(0);
  });

  test("lets a subtask fail, and tells of the failover, the transactions and the end", () => {
    const file = jobFile("two-phases.ts", TWO_PHASES);
    const { status, stdout } = run(["run", file, "--seed", "1", "--fail-at", "60", "--trace"]);
    expect(stdout).toContain("restarts: 1");
    for (const line of [
      /failure +message=injected fault: fail-task/u,
      /job-status +status=RESTARTING/u,
      /deploy +attempt=2/u,
      /restore +checkpointId=2/u,
      /transaction +transaction=\d+ state=aborted/u,
      /transaction +transaction=\d+ state=committed checkpointId=\d/u,
      /^sums: FINISHED, \d+ steps, \d+ ms, \d checkpoints, 1 restarts$/mu,
    ]) {
      expect(stdout).toMatch(line);
    }
    expect(status).toBe(0);
  });

  test("prints JSON lines, and nothing between them that the job says", () => {
    const file = jobFile("two-phases.ts", TWO_PHASES);
    const { stdout, stderr } = run(["run", file, "--seed", "1", "--trace", "--metrics", "--json"]);
    const lines: readonly Record<string, unknown>[] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ type: "job-status", step: 1, operator: "JobManager" });
    expect(lines.at(-2)).toMatchObject({ type: "metrics", jobName: "sums" });
    expect(lines.at(-1)).toMatchObject({ v: 1, type: "result", status: "FINISHED", restarts: 0 });
    expect(stderr).toBe("restarts: 0\n");
  });

  test("prints the same trace in another time zone and language, and another with another seed", () => {
    const file = jobFile("two-phases.ts", TWO_PHASES);
    const trace = (seed: string, environment: Readonly<Record<string, string>>) =>
      run(["run", file, "--seed", seed, "--trace", "--json"], environment).stdout;
    const here = trace("7", { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" });
    expect(here.split("\n").length).toBeGreaterThan(200);
    expect(trace("7", { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" })).toBe(here);
    expect(trace("8", {})).not.toBe(here);
  });

  test("measures, in either language", () => {
    const file = jobFile("two-phases.ts", TWO_PHASES);
    const { stdout } = run(["run", file, "--metrics", "--lang", "zh"]);
    expect(stdout).toContain("被反压");
    expect(stdout).toMatch(/^sums：FINISHED，\d+ 步/mu);
    expect(run(["run", file, "--metrics"]).stdout).toMatch(/^Source: in +2 +0 % +100 %/mu);
  });

  test("ends a job that does not end by itself, and exits with 4", () => {
    const { status, stderr, stdout } = run(["run", jobFile("endless.ts", ENDLESS), "--steps", "500"]);
    expect(stderr).toContain("more than 500 steps, the limit of this run");
    expect(stdout).toContain("RUNNING");
    expect(status).toBe(4);
  });

  test("measures a job that measures itself, and traces one that traces itself", () => {
    const file = jobFile("own-recorders.ts", OWN_RECORDERS);
    const { status, stdout, stderr } = run(["run", file, "--metrics", "--trace"]);
    expect(stderr).toBe("");
    const elements = stdout.split("\n").filter((line) => line.includes(" element-in "));
    expect(elements.map((line) => line.slice(line.lastIndexOf(" ") + 1))).toEqual(["1", "2"]);
    expect(stdout).toMatch(/^own: FINISHED[^]*^other: FINISHED/mu);
    expect(stdout).toMatch(/^own steps: [1-9]/mu);
    expect(status).toBe(0);
  });

  test("tells of state that is read and of state whose time is over", () => {
    const file = jobFile("forgetful.ts", FORGETFUL);
    const { stdout } = run(["run", file, "--trace"]);
    expect(stdout).toMatch(/^ +\d+ +\d+ {2}KeyedProcess#0 +state-get +count a = nothing$/mu);
    expect(stdout).toMatch(/ state-get +count a = \{userValue:1,lastAccess:\d+\}$/mu);
    expect(stdout).toMatch(/ state-expired +count a = nothing$/mu);
    const lines = run(["run", file, "--trace", "--json"]).stdout.split("\n");
    for (const type of ["state-get", "state-expired"]) {
      expect(lines.some((line) => line.includes(`"type":"${type}","state":"count","key":"a"`))).toBe(true);
    }
  });

  test("sums up the runs of a sweep, and says that it lets nothing fail in them", () => {
    const [, code = ""] = /```ts\n(import \{ crashSweep[\s\S]*?)^```$/mu.exec(readme) ?? [];
    const { status, stdout, stderr } = run(["run", jobFile("sweep.ts", code), "--fail-at", "3"]);
    expect(stdout).toMatch(/^numbers: FINISHED in \d\d runs, \d+ steps and \d+ restarts in all$/mu);
    expect(stdout.match(/^numbers/gmu)).toHaveLength(1);
    expect(stderr).toBe("--fail-at does nothing here: the program says itself what fails.\n");
    expect(status).toBe(0);
  });

  test("goes on after a failure before anything was deployed, and says when there was nothing to fail", () => {
    const file = jobFile("early.ts", TWO_PHASES);
    const early = run(["run", file, "--fail-at", "2", "--metrics"]);
    expect(early.stdout).toMatch(/^sums: FINISHED, .* 1 restarts$/mu);
    expect(early.status).toBe(0);
    const tooEarly = run(["run", file, "--fail-at", "1"]);
    expect(tooEarly.stdout).toMatch(/^sums: FINISHED, .* 0 restarts$/mu);
    expect(tooEarly.stderr).toBe("Nothing failed at step 1 of sums: no subtask was at work then.\n");
  });

  test("says that a step never came", () => {
    const { status, stderr } = run(["run", jobFile("never.ts", TWO_PHASES), "--fail-at", "9999"]);
    expect(stderr).toMatch(/^Step 9999 never came: sums took \d+ steps\.$/mu);
    expect(status).toBe(0);
  });

  test("ends when it is told to, even if the job never does", async () => {
    const args = [COMMAND, "run", jobFile("stuck.ts", STUCK)];
    const child = spawn(process.execPath, args, { timeout: 20_000 });
    child.stdout.once("data", () => child.kill("SIGINT"));
    const [, signal]: readonly unknown[] = await once(child, "exit");
    expect(signal).toBe("SIGINT");
  });
});
