import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

const command = fileURLToPath(new URL("../../../src/engine/testing/engine.ts", import.meta.url));
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

const FAILING = `
import { StreamExecutionEnvironment } from "sluice/flink";
const env = StreamExecutionEnvironment.getExecutionEnvironment();
env.fromData(1).map(() => { throw new Error("one is too few"); }).addSink({ invoke: () => {} });
env.execute("doomed");
`;

let folder = "";

function jobFile(name: string, code: string): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  return file;
}

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, LC_ALL: "C", ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "engine-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

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

  test("says why a job has failed, and exits with 1", () => {
    const { status, stderr, stdout } = run(["run", jobFile("doomed.ts", FAILING)]);
    expect(stderr).toMatch(
      /doomed\.ts: JobExecutionException: Job execution failed\.\n {2}caused by JobException: .*\n {2}caused by Error: one is too few/u,
    );
    expect(stdout).toContain("doomed: FAILED");
    expect(status).toBe(1);
  });

  test("says what is wrong with a file without a job, with bad code, and without anything", () => {
    const none = run(["run", jobFile("none.ts", "export const nothing = 1;")]);
    expect(none.stderr).toContain("has run no job. Does it call execute()");
    expect(none.status).toBe(1);
    const bad = run(["run", jobFile("bad.ts", "const = ;")]);
    expect(bad.stderr).toContain("SyntaxError");
    expect(bad.status).toBe(1);
    const missing = run(["run", join(folder, "missing.ts"), "--lang", "zh"]);
    expect(missing.stderr).toContain("读不了");
    expect(missing.status).toBe(3);
  });

  test("explains itself in both languages, and exits with 2 if it cannot be understood", () => {
    expect(run(["--help", "--lang", "zh"]).stdout).toContain("用法：npm run -s engine -- run JOB.ts");
    expect(run(["--help"]).stdout).toContain("Usage: npm run -s engine -- run JOB.ts");
    for (const args of [
      ["walk", "a.ts"],
      ["run", "a.ts", "--seed", "x"],
    ]) {
      const { status, stderr } = run(args);
      expect(stderr).toContain("Usage:");
      expect(status).toBe(2);
    }
  });
});
