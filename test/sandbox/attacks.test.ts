import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { ExerciseRunner, type JudgedJob } from "../../src/sandbox/exercise-runner.ts";
import { LEARNER_LIMITS } from "../../src/sandbox/limits.ts";
import { aJob, anExercise, RIGHT_JOB } from "./an-exercise.ts";
import { buildRunner, BUILT } from "./program.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-attacks-"));
const canary = join(folder, "journal.jsonl");
const bytes = '{"v":1,"id":"d3f2:1"}\n';

beforeAll(async () => {
  writeFileSync(canary, bytes);
  await buildRunner();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function attack(text: string, exercise = anExercise(), limits = LEARNER_LIMITS): Promise<JudgedJob> {
  const runner = new ExerciseRunner({ program: BUILT, exercise, limits });
  const judged = await runner.run(text);
  runner.close();
  if (judged === null) throw new Error("nobody superseded it");
  return judged;
}

function limitOf({ verdict }: JudgedJob): string {
  return "limit" in verdict ? verdict.limit : verdict.status;
}

function faultOf({ verdict }: JudgedJob): string {
  if (!("fault" in verdict)) return verdict.status;
  const { file, line, message } = verdict.fault;
  return `${verdict.status} ${file}:${line} ${message}`;
}

const ESCAPE = 'const out = (thing) => thing.constructor.constructor("return process")();';

describe("a job that never ends", () => {
  test("is out of time once it has been saved, and the verdict says during which check", async () => {
    const runner = new ExerciseRunner({ program: BUILT, exercise: anExercise() });
    // As in use: the process has got ready while the learner was editing.
    runner.prepare();
    await runner.ready();
    const judged = await runner.run(aJob("while (true) {}"));
    expect(judged?.verdict).toMatchObject({ status: "timeout", limit: "wall", during: "doubled" });
    runner.close();
  });

  test.each([
    ["while it is loaded", "while (true) {}"],
    [
      "in microtasks",
      "const again = () => Promise.resolve().then(again); again(); await new Promise(() => {});",
    ],
    ["in a regular expression", aJob('return /(a+)+$/.test("a".repeat(40) + "b");')],
    ["in what it throws", "throw { get message() { while (true) {} } };"],
  ])("is out of time %s", async (_, text) => {
    expect(["wall", "memory"]).toContain(
      limitOf(await attack(text, anExercise(), { ...LEARNER_LIMITS, wall: 500 })),
    );
  });

  test("is told that its await is never settled", async () => {
    expect(faultOf(await attack("await new Promise(() => {});\nexport function job() {}"))).toContain(
      "never settled",
    );
  });
});

describe("a job that takes too much", () => {
  test.each([
    [
      "memory",
      "bytes that are really used",
      aJob("const all = []; for (;;) all.push(new Uint8Array(1e8).fill(1));"),
    ],
    ["memory", "10 GB at once", aJob("", "new ArrayBuffer(10_000_000_000);")],
    ["memory", "a string", aJob("", 'let text = "x"; for (;;) text += text;')],
    ["output", "lines on the console", aJob('for (;;) console.log("x".repeat(1000));')],
    ["output", "a gigabyte on the console", aJob('console.log("x".repeat(5e8)); return value;')],
    ["output", "what it catches", aJob('try { console.log("x".repeat(1e6)); } catch {} return value * 2;')],
  ])("exceeds the limit of %s: %s", async (limit, _, text) => {
    expect(limitOf(await attack(text))).toBe(limit);
  });

  test("exceeds the limit of memory, or of time where memory is slow: objects", async () => {
    expect(["memory", "wall"]).toContain(
      limitOf(await attack(aJob("const all = []; for (;;) all.push({ value });"))),
    );
  });

  test.each(["steps", "time"] as const)("exceeds the budget of its exercise: %s", async (limit) => {
    const budget = { steps: 400, time: 60_000, allocations: 10_000, [limit]: 5 };
    expect(limitOf(await attack(RIGHT_JOB, anExercise({ budget })))).toBe(limit);
  });
});

describe("a job that wants out", () => {
  test.each([
    ["process.exit", aJob("process.exit(0)"), "process is not defined"],
    ["a timer", aJob('setTimeout(() => { throw new Error("late"); }, 0)'), "setTimeout is not defined"],
    ["queueMicrotask", aJob("queueMicrotask(() => { throw 1; })"), "queueMicrotask is not defined"],
    [
      "a require",
      aJob(`require("node:fs").writeFileSync(${JSON.stringify(canary)}, "")`),
      "require is not defined",
    ],
    ["eval", aJob('eval("1")'), "Code generation from strings disallowed"],
    ["a worker", aJob("new Worker('x')"), "Worker is not defined"],
    ["WebAssembly", aJob("new WebAssembly.Memory({ initial: 1 })"), "WebAssembly is not defined"],
    ["a clock", aJob("return Date.now()"), "virtual time"],
    ["dice", aJob("return Math.random()"), "no dice"],
  ])("fails by %s, and is told where", async (_, text, message) => {
    const { verdict } = await attack(text);
    expect(verdict.status).toBe("fail");
    expect(JSON.stringify(verdict)).toContain(message);
    expect(JSON.stringify(verdict)).toMatch(/job\.ts:3:\d+/u);
  });

  test.each([
    ["an array", `${ESCAPE} out([]); export function job() {}`],
    ["the engine", `import * as flink from "sluice/flink"; ${ESCAPE} out(flink.StreamExecutionEnvironment);`],
  ])("finds no way out by %s", async (_, text) => {
    expect(faultOf(await attack(text))).toMatch(/crash job\.ts:.*Code generation/u);
  });

  test.each([
    ['import { readFileSync } from "node:fs";', "nothing but"],
    ['import { scene } from "./scene.ts";', "nothing but"],
    ['export * from "sluice/exercise";', "nothing but"],
    ['import { NoSuchThing } from "sluice/flink";', "NoSuchThing"],
  ])("is no program with %s", async (line, message) => {
    const fault = faultOf(await attack(`${line}\n${RIGHT_JOB}`));
    expect(fault).toMatch(/^compile job\.ts:1 /u);
    expect(fault).toContain(message);
  });
});

describe("a job that changes what it stands on", () => {
  test.each([
    ["JSON.stringify", "JSON.stringify = () => '{}';"],
    ["an array's methods", "Array.prototype.map = () => [];"],
    ["what every object has", "Object.prototype.toJSON = () => ({ status: 'pass' });"],
    [
      "what every object has, by definition",
      "Object.defineProperty(Object.prototype, 'toJSON', { value: () => 1 });",
    ],
    ["Function.prototype.call", "Function.prototype.call = () => {};"],
  ])("crashes at %s", async (_, line) => {
    expect(faultOf(await attack(`${line}\n${RIGHT_JOB}`))).toMatch(/^crash job\.ts:1 /u);
  });
});

describe("a file that is no job", () => {
  test.each([
    ["a syntax error", "export function job(numbers {\n", /^compile job\.ts:1 /u],
    ["a name twice", "const a = 1;\nconst a = 2;\nexport function job() {}", /^compile job\.ts:2 /u],
    ["an enum", "\n\nexport enum A { B }", /^compile job\.ts:3 /u],
    ["nothing", "", /must export job/u],
    ["what throws null", "throw null;", /^crash job\.ts:null null/u],
    ["what throws what can't be looked at", "throw new Proxy({}, { get() { throw 1; } });", /^crash/u],
    ["a promise that nobody awaits", "Promise.reject(new Error('x'));\nexport function job() {}", /^crash/u],
    [
      "endless recursion",
      "const deeper = () => deeper() + 1;\ndeeper();",
      /^crash job\.ts:1 Maximum call stack/u,
    ],
  ])("gets a named verdict: %s", async (_, text, fault) => {
    expect(faultOf(await attack(text))).toMatch(fault);
  });
});

describe("all of them together", () => {
  test("have left the journal as it was", () => {
    expect(readFileSync(canary, "utf8")).toBe(bytes);
  });
});
