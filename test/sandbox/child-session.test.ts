import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, onTestFinished, test, vi } from "vitest";

import { type ChildSession, startSession } from "../../src/sandbox/child-session.ts";
import type { Judged } from "../../src/sandbox/heard.ts";
import { LEARNER_LIMITS } from "../../src/sandbox/limits.ts";
import { anExercise } from "./an-exercise.ts";

const LIMITS = { ...LEARNER_LIMITS, wall: 1500 };

/** Returns a folder in which another program stands in the place of the child: as if a job had got out of its context. */
function folderOf(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), "sluice-hostile-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  for (const name of ["exercise-stage.js", "exercise-jury.js"]) writeFileSync(join(folder, name), "");
  writeFileSync(join(folder, "exercise-child.js"), program);
  return folder;
}

/** Starts a child in whose place another program runs. */
function sessionOf(program: string): ChildSession {
  const session = startSession(folderOf(program), anExercise(), LIMITS);
  onTestFinished(() => session.kill());
  return session;
}

/** Judges a job by a child that has been taken over. */
async function judgedBy(program: string): Promise<Judged> {
  const session = sessionOf(`${TAKEN_OVER}\n${program}`);
  return await session.judge("", { trial: { seeds: 1, data: 1 }, answers: "played" }, () => {});
}

/** It waits for the second order, to judge, and knows how to answer that one. */
const TAKEN_OVER = `
import { readSync, writeSync } from "node:fs";
let read = "";
for (const chunk = Buffer.alloc(65536); read.split("\\n").length < 3; )
  read += chunk.toString("utf8", 0, readSync(0, chunk));
const { token } = JSON.parse(read.split("\\n")[1]);
const answer = (line) => writeSync(1, token + " " + line + "\\n");
`;
const BEGUN = `answer('{"type":"begun"}');`;
const WON = JSON.stringify({
  type: "end",
  end: { type: "reported", checks: [], stats: { runs: 0, steps: 0, longest: 0 } },
});
const FOREVER = "setInterval(() => {}, 1000);";

describe("a child that has been taken over", () => {
  test.each([
    ["floods its parent with one line", `${BEGUN} for (;;) writeSync(1, "x".repeat(65536));`, "output"],
    [
      "floods its parent with answers",
      `${BEGUN} for (;;) writeSync(1, (token + ' {"type":"begun"}\\n').repeat(4096));`,
      "output",
    ],
    [
      "floods the error stream",
      `${BEGUN} for (;;) { try { writeSync(2, "x".repeat(65536)); } catch {} }`,
      "wall",
    ],
    ["never answers", `${BEGUN} ${FOREVER}`, "wall"],
    ["takes memory", `${BEGUN} const all = []; for (;;) all.push(new Uint8Array(5e7).fill(1));`, "memory"],
  ])("is ended when it %s", async (_, program, limit) => {
    const begun = performance.now();
    const { end } = await judgedBy(program);
    // Where memory is slow, or the machine is busy, time is up first.
    expect([limit, "wall"]).toContain(end?.type === "exceeded" ? end.limit : end?.type);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test.each([
    ["no JSON", "hello"],
    ["null", "null"],
    ["an unknown answer", '{"type":"won"}'],
    ["an end without a kind", '{"type":"end","end":{}}'],
    ["a report without checks", '{"type":"end","end":{"type":"reported","checks":null,"stats":{}}}'],
    ["checks that are none", '{"type":"end","end":{"type":"reported","checks":[null],"stats":{}}}'],
    ["a fault that is none", '{"type":"end","end":{"type":"threw","fault":[]}}'],
  ])("is ended when it answers with %s", async (_, line) => {
    const { end } = await judgedBy(`${BEGUN} answer(${JSON.stringify(line)}); ${FOREVER}`);
    expect(end).toMatchObject({ type: "died", message: expect.stringContaining("no answer") });
  });

  test.each([
    ["without the token of the order", '""'],
    ["with the token of another order", 'JSON.parse(read.split("\\n")[0]).token + " "'],
  ])("is ended when it answers %s", async (_, token) => {
    const said = `${BEGUN} writeSync(1, ${token} + ${JSON.stringify(`${WON}\n`)}); ${FOREVER}`;
    expect((await judgedBy(said)).end).toMatchObject({ message: expect.stringContaining("no answer") });
  });

  test("is believed with the token of its order", async () => {
    expect((await judgedBy(`${BEGUN} answer(${JSON.stringify(WON)}); ${FOREVER}`)).end).toMatchObject({
      type: "reported",
    });
  });

  test("is told of when it ends by itself", async () => {
    expect((await judgedBy("process.exit(7);")).end).toEqual({ type: "died", message: "exit code 7" });
    expect((await judgedBy(`${BEGUN} process.abort();`)).end).toMatchObject({
      type: "died",
      message: expect.stringContaining("SIGABRT"),
    });
  });
});

/** It sweeps nothing: it answers each order with a seed that has the number of its job. */
const OBEDIENT = `
import { readSync, writeSync } from "node:fs";
const chunk = Buffer.alloc(65536);
for (let read = "", bytes = 1; bytes > 0; ) {
  read += chunk.toString("utf8", 0, (bytes = readSync(0, chunk)));
  const lines = read.split("\\n");
  read = lines.pop();
  for (const { token, order } of lines.map(JSON.parse)) {
    if (order.type !== "sweep") continue;
    const seeds = [{ seed: Number(order.job), steps: 1, violatedAt: [] }];
    writeSync(1, token + " " + JSON.stringify({ type: "swept", seeds }) + "\\n");
  }
}
`;

describe("a child that is told several things at once", () => {
  const sweep = { check: null, trial: { seeds: 1, data: 1 } };

  test("does one after the other", async () => {
    const session = sessionOf(OBEDIENT);
    const swept = await Promise.all(["1", "2", "3"].map((job) => session.sweep(job, sweep)));
    expect(swept.map((seeds) => seeds?.map(({ seed }) => seed))).toEqual([[1], [2], [3]]);
  });

  test("leaves nobody waiting when it is killed", async () => {
    const session = sessionOf(FOREVER);
    const sweeping = Promise.all([session.sweep("1", sweep), session.sweep("2", sweep)]);
    session.kill();
    expect(await sweeping).toEqual([null, null]);
  });
});

/** A program that has a job judged by a child, and prints what that says in the place of a check. */
const JUDGING = `
const { startSession } = await import(${JSON.stringify(new URL("../../src/sandbox/child-session.ts", import.meta.url).href)});
const session = startSession(process.argv[1], JSON.parse(process.argv[2]), JSON.parse(process.argv[3]));
await session.judge("", { trial: { seeds: 1, data: 1 }, answers: "played" }, (id) => console.log(id));
`;

/** Tells whether a process is there, and has not ended. */
function isAlive(pid: string): boolean {
  const state = spawnSync("ps", ["-o", "stat=", "-p", pid]).stdout.toString().trim();
  return state !== "" && !state.startsWith("Z");
}

describe("a child that never comes to an end", () => {
  /** It says its own number, and is busy from then on. */
  const busy = `${TAKEN_OVER} answer('{"type":"check","id":"' + process.pid + '"}'); for (;;) {}`;

  test("ends with whoever has started it, though that was killed without a word", async () => {
    const told = [folderOf(busy), JSON.stringify(anExercise()), JSON.stringify(LEARNER_LIMITS)];
    const parent = spawn(process.execPath, ["--input-type=module", "-e", JUDGING, ...told], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = String(await once(parent.stdout, "data")).trim();
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000);
  });

  test("hears nothing of what is typed in the terminal: it leads a group of its own", async () => {
    const seen: string[] = [];
    const session = sessionOf(busy);
    const judging = session.judge("", { trial: { seeds: 1, data: 1 }, answers: "played" }, (id) => {
      seen.push(id, spawnSync("ps", ["-o", "pgid=", "-p", id]).stdout.toString().trim());
      session.kill();
    });
    expect((await judging).end).toBeNull();
    const [pid, group] = seen;
    expect(group).toBe(pid);
    // Nothing of the group is left behind.
    await vi.waitFor(() => expect(() => process.kill(-Number(group), 0)).toThrow("ESRCH"), 5000);
  });
});
