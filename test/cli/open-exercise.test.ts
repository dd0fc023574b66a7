import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, onTestFinished, test } from "vitest";

import type { Failure } from "../../src/base/failure.ts";
import type { Exercise } from "../../src/card/exercise.ts";
import { goOnWith, type BegunAttempt } from "../../src/cli/begun-attempt.ts";
import type { Context } from "../../src/cli/context.ts";
import { openExercise } from "../../src/cli/open-exercise.ts";
import type { PlainExercise } from "../../src/cli/plain-exercise.ts";
import { beginAttempt } from "../../src/practice/practice.ts";
import { openStore } from "../../src/store/store.ts";
import { anExercise } from "../exercise/an-exercise.ts";
import { after, card, draft } from "../history/builders.ts";
import { aJob, anExercise as doubled, mutant as wrongFix } from "../sandbox/an-exercise.ts";
import { buildRunner, BUILT } from "../sandbox/program.ts";
import { aContext } from "./a-context.ts";

const mutant = (name: string, variant: string): Exercise["mutants"][number] => ({
  path: `mutants/${name}.ts`,
  text: `// expect: eo\n${name}\n`,
  expect: "eo",
  say: { zh: "不对", en: "no" },
  variant,
});

const exercise = anExercise({
  fixKind: "commit",
  job: { path: "job.ts", text: "job\n" },
  mutants: [mutant("earlier", "begin"), mutant("twice", "flush")],
});
const other = anExercise({ ...exercise, id: "c6-01" });

/** Puts an attempt on record, so many minutes after nine. */
function finish(context: Context, id: string, fixKind: string, minutes: number): void {
  const store = openStore(context.places);
  const attempt = { end: "passed", variant: "job", fixKind, hints: 0, runs: 1, failingRuns: 0 } as const;
  const told = { card: card(id), lang: "zh", rating: "good", ms: 1000, source: "exercise", attempt } as const;
  store.append([draft({ type: "card-rated", ...told }, after(minutes))]);
  store.close();
}

function goOn(context: Context): BegunAttempt {
  return goOnWith(context, { exercise, exercises: [exercise, other] });
}

describe("an exercise that is opened", () => {
  test("begins with its own job and the author's data", () => {
    const { variant, workspace, attempt } = goOn(aContext().context);
    expect(variant).toMatchObject({ name: "job", data: 1 });
    expect([workspace.text(), attempt.hints]).toEqual(["job\n", 0]);
  });

  test("is broken in another way, and fed with other data, after each attempt on record", () => {
    const { context } = aContext();
    finish(context, "c6-02", "commit", 0);
    expect(goOn(context).variant).toMatchObject({ name: "earlier", data: 2 });
    finish(context, "c6-02", "begin", 1);
    expect(goOn(context).variant).toMatchObject({ name: "twice", data: 3 });
  });

  test("needs another kind of fix than the exercise that was done last, whichever that was", () => {
    const { context } = aContext();
    finish(context, "c6-02", "commit", 0);
    finish(context, "c6-01", "begin", 1);
    expect(goOn(context).variant).toMatchObject({ name: "twice", data: 2 });
  });

  test("goes on with the attempt that was begun", () => {
    const { context } = aContext();
    const { workspace, attempt } = goOn(context);
    writeFileSync(workspace.file, "mine\n");
    workspace.keepAttempt({ ...attempt, hints: 2 });
    // What was done meanwhile elsewhere doesn't change the job that is in hand.
    finish(context, "c6-01", "commit", 0);
    const again = goOn(context);
    expect([again.variant.name, again.attempt.hints, again.workspace.text()]).toEqual(["job", 2, "mine\n"]);
  });

  test("doesn't go on with an attempt that is on record already", () => {
    const { context, folder } = aContext();
    const { workspace, attempt } = goOn(context);
    writeFileSync(workspace.file, "mended\n");
    workspace.keepAttempt({ ...attempt, hints: 2 });
    finish(context, "c6-02", "commit", 0);
    const next = goOn(context);
    expect(next.variant).toMatchObject({ name: "earlier", data: 2 });
    expect(next.attempt).toMatchObject({ variant: "earlier", data: 2, hints: 0 });
    expect(next.workspace.text()).toBe("earlier\n");
    expect(readFileSync(join(folder, "data/exercises/c6-02/job.1.ts"), "utf8")).toBe("mended\n");
  });
});

/** Opens an exercise about doubling whose programs run, in a folder of its own with a deck. */
function opened(prepare: (context: Context) => void = () => {}) {
  const { context, folder } = aContext();
  mkdirSync(context.shippedDeck);
  writeFileSync(join(context.shippedDeck, "notes.en.md"), "# Notes\n\n## What is a barrier?\n\nA mark.\n");
  prepare(context);
  const triple = { ...wrongFix("mutants/tripled.ts", "return value * 3;"), variant: "arithmetic" };
  const same = { ...wrongFix("mutants/same.ts", "return value;"), say: { zh: "没变", en: "as it was" } };
  const chosen = doubled({ id: "c6-02", mutants: [triple, same] });
  const open = openExercise(
    { ...context, program: BUILT },
    { exercise: chosen, exercises: [chosen] },
    () => "zh",
  );
  onTestFinished(() => open.close());
  return { context, open, chosen, attempt: join(folder, "data/exercises/c6-02/attempt.json") };
}

function rate(open: PlainExercise) {
  const attempt = beginAttempt({ name: "job", data: 1 });
  return open.rate({ type: "record", rating: "good", attempt, end: "passed", rootCause: null });
}

function ratings({ places }: Context): readonly unknown[] {
  const store = openStore(places);
  const rated = store.events().filter(({ type }) => type === "card-rated");
  store.close();
  return rated.map(({ id }) => id);
}

describe("an exercise that is open", () => {
  beforeAll(buildRunner, 60_000);

  test("is refused to anybody else until it is closed", () => {
    const { context, open, chosen } = opened();
    const again = (): PlainExercise =>
      openExercise({ ...context, program: BUILT }, { exercise: chosen, exercises: [chosen] }, () => "zh");
    expect(again).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ code: "locked" }) }) as Failure,
    );
    open.close();
    const next = again();
    next.close();
    expect(next.file).toBe(open.file);
  });
});

describe("an attempt that is rated", () => {
  beforeAll(buildRunner, 60_000);

  test("is on record, and over", async () => {
    const { context, open, attempt } = opened();
    expect(existsSync(attempt)).toBe(true);
    const { event, memory } = await rate(open);
    expect(memory.reps).toBe(1);
    expect(ratings(context)).toEqual([event]);
    expect(existsSync(attempt)).toBe(false);
  });

  test("is rated though what was kept of it can't be taken away", async () => {
    const { context, open, attempt } = opened();
    rmSync(attempt);
    mkdirSync(join(attempt, "in the way"), { recursive: true });
    const { event } = await rate(open);
    expect(ratings(context)).toEqual([event]);
  });
});

describe("a job that is open", () => {
  beforeAll(buildRunner, 60_000);

  /** Returns what is said about a wrong fix. */
  async function remark(open: PlainExercise, body: string) {
    const judged = await open.judge(aJob(body));
    return judged === null ? null : await open.remarkOn(judged.verdict);
  }

  test("has a word about each wrong fix that was foreseen", async () => {
    const { open } = opened();
    expect((await remark(open, "return value + value + value;"))?.en).toBe("no");
    expect((await remark(open, "return value;"))?.en).toBe("as it was");
  });

  test("has none about the one that was handed out: that is what is to be mended", async () => {
    const { open } = opened((context) => finish(context, "c6-02", "other", 0));
    expect(open.text()).toContain("value * 3");
    expect(await remark(open, "return value + value + value;")).toBeNull();
    expect((await remark(open, "return value;"))?.en).toBe("as it was");
  });
});
