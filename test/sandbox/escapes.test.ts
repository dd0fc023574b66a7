import { afterEach, beforeAll, describe, expect, test } from "vitest";

import { ExerciseRunner } from "../../src/sandbox/exercise-runner.ts";
import { aJob, anExercise, RIGHT_JOB, WRONG_JOB } from "./an-exercise.ts";
import { buildRunner, BUILT } from "./program.ts";

let runner: ExerciseRunner | null = null;

beforeAll(buildRunner, 60_000);

afterEach(() => runner?.close());

/** Runs a job; returns the status of its verdict, and what it was told. */
async function toldOf(text: string, exercise = anExercise()): Promise<string> {
  runner = new ExerciseRunner({ program: BUILT, exercise });
  const judged = await runner.run(text);
  return `${judged?.verdict.status} ${JSON.stringify(judged?.verdict)}`;
}

/** Does something at each depth from where the stack ends, and keeps what is of another world: no Object of the job's. */
function atTheEndOfTheStack(action: string): string {
  return `
const found = [];
const promises = [];
let tries = 0;
const look = (thing) => {
  if (typeof thing !== "object" || thing === null || thing instanceof Object) return;
  if (Object.getPrototypeOf(thing) !== null) found.push(thing);
};
const dive = () => {
  try { dive(); } catch {}
  if (tries++ < 4000) try { ${action}; } catch (error) { look(error); }
};
dive();
for (const promise of promises) try { await promise; } catch (error) { look(error); }
for (let base of found) {
  while (Object.getPrototypeOf(base) !== null) base = Object.getPrototypeOf(base);
  const checks = [{ id: "a", says: { zh: "", en: "" }, kind: "invariant", finding: { status: "pass" } }];
  const forged = { type: "reported", checks, stats: { runs: 1, steps: 1, longest: 1 } };
  base.toJSON = function () { return this.type === "threw" ? forged : this; };
}
throw new Error("found nothing but " + found.length);
${WRONG_JOB}`;
}

describe("a job at the end of its stack", () => {
  test.each([
    ["import()", 'promises.push(import("x"))'],
    ["import(), hidden", "promises.push(import /* to see */ // whether\n ('x'))"],
    ["import.meta", "look(import.meta)"],
    ["import.meta, hidden", "look(import. /* well */ meta)"],
  ])("is no program with %s", async (_, action) => {
    expect(await toldOf(atTheEndOfTheStack(action))).toMatch(/^compile .*imports at its head only/u);
  });

  test.each([
    ["the stack of an error", "look(new Error('x').stack)"],
    ["what nobody catches", "Promise.reject(1)"],
    ["words of other countries", "new Intl.NumberFormat('de').format(1)"],
    ["the engine", "flink.StreamExecutionEnvironment.getExecutionEnvironment().execute()"],
    ["the console", "console.log({})"],
  ])("gets hold of nothing by %s", async (_, action) => {
    const text = `import * as flink from "sluice/flink";${atTheEndOfTheStack(action)}`;
    expect(await toldOf(text)).toMatch(/^crash .*found nothing but 0/u);
  });
});

describe("a job", () => {
  test("may speak of import() where it is no call of it", async () => {
    const text = `// An import. Then: important(), reimport(1).\nconst $import = () => {}; $import();\n${RIGHT_JOB}`;
    expect(await toldOf(text)).toMatch(/^pass/u);
  });

  test("isn't asked what follows it", async () => {
    expect(await toldOf(`export function then(done) { done({ job: null }); }\n${RIGHT_JOB}`)).toMatch(
      /^pass/u,
    );
  });

  test("names its errors as it likes", async () => {
    const before = `class Odd extends Error { constructor(text) { super(text); this.name = "Odd"; this.message += "!"; } }
      const error = new TypeError("x"); error.name = "Kind"; error.message = "y";
      if (String(error) !== "Kind: y" || String(new Odd("z")) !== "Odd: z!" || String(new TypeError("a")) !== "TypeError: a") throw error;`;
    expect(await toldOf(`${before}\n${RIGHT_JOB}`)).toMatch(/^pass/u);
  });

  test.each([
    ["a global", "globalThis.Map = class {}"],
    ["a new global", "globalThis.more = 1"],
    ["what a global is", 'Object.defineProperty(globalThis, "JSON", { value: {} })'],
    ["Date", "Date = 1"],
    ["what dates have", "Date.prototype.getTime = () => 0"],
    ["an error's class", "TypeError.prototype.more = 1"],
    ["how errors are told", "Error.prepareStackTrace = (_, frames) => frames"],
    ["what iterators have", "Iterator.prototype.map = () => []"],
    ["what an iterator has", "Object.getPrototypeOf([].values().map(String)).next = () => {}"],
    ["what generators have", "Object.getPrototypeOf(function* () {}).prototype.next = () => {}"],
    ["what asynchronous functions have", "Object.getPrototypeOf(async () => {}).more = 1"],
    ["what typed arrays have", "Float64Array.prototype.more = 1"],
    ["what views have", "DataView.prototype.getInt8 = () => 0"],
    ["Intl", "Intl.NumberFormat.prototype.more = 1"],
    ["a class of the engine", "flink.StreamExecutionEnvironment.prototype.execute = () => {}"],
    ["what a class of the engine has", "flink.KeyedStream.more = 1"],
    ["what a stream is", "Object.getPrototypeOf(flink.KeyedStream.prototype).map = () => {}"],
    ["an error of the engine", "flink.IllegalArgumentException.prototype.more = 1"],
  ])("can't change %s", async (_, change) => {
    expect(await toldOf(`import * as flink from "sluice/flink"; ${change};\n${RIGHT_JOB}`)).toMatch(
      /^crash .*"line":1,.*(?:read.only|not extensible|Cannot redefine|not defined)/u,
    );
  });

  test.each([
    ["Date()", "no clock"],
    ["Object.getPrototypeOf(Date).now()", "now is not a function"],
    ["new Date(0).constructor.now()", "virtual time"],
    ["new (class extends Date {})()", "virtual time"],
    ["new Intl.DateTimeFormat().format()", "not a constructor"],
  ])("learns no time of day by %s", async (asking, told) => {
    expect(await toldOf(aJob(`return ${asking};`))).toContain(told === "no clock" ? "virtual time" : told);
  });
});

describe("checks that are strange", () => {
  const check = (of: string): ReturnType<typeof anExercise>["check"] => ({ path: "check.ts", text: of });

  test.each([
    ["a number", "1n", "1"],
    ["what refers to itself", "ring", "[object Object]"],
  ])("begin under the text of their id: %s", async (_, id, named) => {
    const text = `const ring = {}; ring.ring = ring;
      export const checks = [{ id: ${id}, says: {}, kind: "invariant", run: () => { for (;;); } }];`;
    const begun: string[] = [];
    runner = new ExerciseRunner({ program: BUILT, exercise: anExercise({ check: check(text) }) });
    await runner.run(RIGHT_JOB, { onCheck: (each) => begun.push(each) });
    expect(begun).toEqual([named]);
  });

  test("get hold of nothing when they ask at the end of their stack", async () => {
    const text = `
      const found = [];
      const run = (player) => {
        let tries = 0;
        const dive = () => {
          try { dive(); } catch {}
          if (tries++ < 3000) try { player.input({}); } catch (error) { if (!(error instanceof Object)) found.push(error); }
        };
        dive();
        return { status: "fail", expected: 0, actual: found.length, counterexample: null };
      };
      export const checks = [{ id: "a", says: { zh: "", en: "" }, kind: "invariant", run }];`;
    expect(await toldOf(RIGHT_JOB, anExercise({ check: check(text) }))).toMatch(/^fail .*"actual":0/u);
  });
});

describe("what hangs while it is warmed up", () => {
  const limits = { wall: 300, processor: 120, memory: 4e8, output: 1e7 };

  test("has the time of any job, and no more", async () => {
    const scene = { path: "scene.ts", text: "while (true) {}\nexport const scene = {};" };
    runner = new ExerciseRunner({ program: BUILT, exercise: anExercise({ scene }), limits });
    runner.prepare();
    const begun = performance.now();
    const judged = await runner.run(RIGHT_JOB);
    expect(judged?.verdict).toMatchObject({ status: "timeout", limit: "wall" });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test.each([
    ["never ends", "while (true) {}"],
    ["takes all memory", "const all = []; for (;;) all.push(new Uint8Array(1e8).fill(1));"],
  ])("costs the job of the learner nothing but a new process: it %s", async (_, text) => {
    const solutions = [{ path: "solution.ts", text: aJob(text), tradeOff: null }];
    runner = new ExerciseRunner({ program: BUILT, exercise: anExercise({ solutions }) });
    runner.prepare();
    expect((await runner.run(RIGHT_JOB))?.verdict.status).toBe("pass");
  });
});
