import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

import { ChildSession } from "../../src/sandbox/child-session.ts";
import { ExerciseRunner, type RunnerOptions } from "../../src/sandbox/exercise-runner.ts";
import { LEARNER_LIMITS } from "../../src/sandbox/limits.ts";
import { aJob, anExercise, RIGHT_JOB, WRONG_JOB } from "./an-exercise.ts";
import { buildRunner, BUILT } from "./program.ts";

beforeAll(buildRunner, 60_000);

function aRunner(options: Partial<RunnerOptions> = {}): ExerciseRunner {
  const runner = new ExerciseRunner({ program: BUILT, exercise: anExercise(), ...options });
  onTestFinished(() => runner.close());
  return runner;
}

const LOCKED = `/* @locked */ const FACTOR = 2; /* @end */\n${aJob("return value * FACTOR;")}`;

describe("the runner of an exercise", () => {
  test("passes a job that keeps every promise, and shows the plain run", async () => {
    const judged = await aRunner().run(RIGHT_JOB);
    expect(judged?.verdict.status).toBe("pass");
    expect(judged?.shown?.outcome).toEqual({ rows: [2, 4, 6, 8] });
    expect(judged?.shown?.request.input).toEqual([1, 2, 3, 4]);
    expect(judged?.shown?.events.length).toBeGreaterThan(4);
  });

  test("shows the smallest run in which a promise is broken", async () => {
    const judged = await aRunner().run(WRONG_JOB);
    expect(judged?.verdict).toMatchObject({
      status: "fail",
      checks: [
        { id: "doubled", finding: { expected: [6], actual: [7], counterexample: { input: [3] } } },
        { id: "same" },
      ],
    });
    expect(judged?.shown).toMatchObject({ request: { input: [3], watch: "trace" }, outcome: { rows: [7] } });
  });

  test("tells which check has begun, and the verdict before the run that shows it", async () => {
    const told: string[] = [];
    await aRunner().run(RIGHT_JOB, {
      onCheck: (id) => told.push(id),
      onVerdict: ({ status }) => told.push(status),
    });
    // Twice, for who keeps all promises is fed with other data once more.
    expect(told).toEqual(["doubled", "same", "doubled", "same", "pass"]);
  });

  test("gives the verdict on the newest text, and none on the one that it has overtaken", async () => {
    const runner = aRunner();
    const ended: string[] = [];
    const overtaken = runner.run(aJob("while (true) {}")).finally(() => ended.push("overtaken"));
    const newest = runner.run(RIGHT_JOB).finally(() => ended.push("newest"));
    expect(await overtaken).toBeNull();
    expect((await newest)?.verdict.status).toBe("pass");
    // It was killed: nobody waited until its time was up.
    expect(ended).toEqual(["overtaken", "newest"]);
  });

  test("gives verdicts one after the other, whatever the one before did", async () => {
    const runner = aRunner();
    const statuses: (string | undefined)[] = [];
    for (const text of [RIGHT_JOB, "throw 1;", WRONG_JOB, "const =", RIGHT_JOB]) {
      statuses.push((await runner.run(text))?.verdict.status);
    }
    expect(statuses).toEqual(["pass", "crash", "fail", "compile", "pass"]);
  });

  test("comes to the same run cold, warm, in another zone and in another language", async () => {
    const cold = await aRunner().run(WRONG_JOB);
    const runner = aRunner();
    runner.prepare();
    const warm = await runner.run(WRONG_JOB);
    const again = await runner.run(WRONG_JOB);
    expect(new Set([cold, warm, again].map((judged) => judged?.shown?.hash)).size).toBe(1);
    expect(new Set([cold, warm, again].map((judged) => JSON.stringify(judged?.verdict))).size).toBe(1);
  });

  test("lets nothing come of a process that has ended before it was asked", async () => {
    const started = new ChildSession(BUILT, LEARNER_LIMITS);
    started.kill();
    await started.ready();
    expect((await aRunner({ started }).run(RIGHT_JOB))?.verdict.status).toBe("pass");
  });

  test("plays any other run of a job", async () => {
    const runner = aRunner();
    const judged = await runner.run(RIGHT_JOB);
    if (judged?.shown === null || judged === null) throw new Error("a job that passes is shown");
    const moved = await runner.play(RIGHT_JOB, { ...judged.shown.request, input: [21] });
    expect(moved?.outcome).toEqual({ rows: [42] });
  });

  test("keeps what the job said in the run that is shown", async () => {
    const judged = await aRunner().run(aJob('console.log("saw", value, { value }); return value * 2;'));
    expect(judged?.shown?.said).toBe(
      'saw 1 {"value":1}\nsaw 2 {"value":2}\nsaw 3 {"value":3}\nsaw 4 {"value":4}',
    );
  });

  test("never runs a job that changes what is locked", async () => {
    const runner = aRunner({ exercise: anExercise({ job: { path: "job.ts", text: LOCKED } }) });
    const judged = await runner.run(LOCKED.replace("= 2", "= 3"));
    expect(judged?.verdict).toMatchObject({ status: "fail", checks: [{ id: "locked" }], stats: { runs: 0 } });
    expect(judged?.shown).toBeNull();
    expect((await runner.run(LOCKED))?.verdict.status).toBe("pass");
  });

  test("finds a job out that knows the expected output by heart", async () => {
    const copied = aJob("return { 1: 2, 2: 4, 3: 6, 4: 8 }[value] ?? 0;");
    expect((await aRunner().run(copied))?.verdict.status).toBe("fail");
  });

  test("feeds other data when it is told so", async () => {
    const judged = await aRunner({ data: 7 }).run(RIGHT_JOB);
    expect(judged?.shown?.outcome).toEqual({ rows: [14, 16, 18, 20] });
  });

  test("says whose mistake it is when a check can't be run", async () => {
    const exercise = anExercise({ check: { path: "check.ts", text: "\nexport const checks = nothing;" } });
    const judged = await aRunner({ exercise }).run(RIGHT_JOB);
    expect(judged?.verdict).toMatchObject({ status: "crash", fault: { file: "check.ts", line: 2 } });
  });

  test("gives no verdict any more once it is closed", async () => {
    const runner = aRunner();
    const running = runner.run(aJob("while (true) {}"));
    runner.close();
    expect(await running).toBeNull();
  });
});
