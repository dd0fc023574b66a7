import { describe, expect, test } from "vitest";

import { MENDED, PlainJob } from "./a-plain-job.ts";

const HELD = [{ seed: 0, steps: 22, violatedAt: [] }];
const VIOLATED = [{ seed: 0, steps: 22, violatedAt: [10, 20] }];
const NO_ANSWER = "No answer: some of these runs never end.";
const NO_MOMENT = "There is no further moment that way.";

async function begun(job = new PlainJob()): Promise<PlainJob> {
  await job.talk.begin();
  return job;
}

/** Looks at one picture after the other until one tells `part`; returns what that one says. */
async function turnsTo(job: PlainJob, part: string): Promise<string> {
  for (let turns = 0; turns < 9; turns++) {
    const told = await job.hears("v");
    if (told.includes(part)) return told;
  }
  throw new Error(`no picture tells “${part}”:\n${job.said.join("\n")}`);
}

describe("the picture of a run in lines", () => {
  test("is led to first, and turned to another one then", async () => {
    const job = await begun();
    const first = await job.hears("v");
    expect(first).toContain("v another picture");
    expect(await job.hears("v")).not.toBe(first);
  });

  test("goes back from its end and forward again, to the moments that matter", async () => {
    const job = await begun();
    const last = await job.hears("v");
    expect(await job.hears("n")).toBe(NO_MOMENT);
    const [before, further] = [await job.hears("p"), await job.hears("p")];
    expect(new Set([last, before, further, NO_MOMENT]).size).toBe(4);
    expect(await job.hears("n")).toBe(before);
  });

  test("is of the newest run: the next verdict leads to its first picture again", async () => {
    const job = await begun();
    const first = await job.hears("v");
    await job.hears("v", "p", "");
    expect(await job.hears("v")).toBe(first);
  });

  test("isn't there where no run is shown, whatever is asked of it", async () => {
    const job = new PlainJob();
    job.run = "lost";
    await begun(job);
    for (const line of ["n", "p", "v", "n"])
      expect(await job.hears(line)).toBe("There is no trace of this run to draw.");
  });
});

describe("the crash sweep in lines", () => {
  test("is made when it is looked at first, of the text that was judged", async () => {
    const job = await begun();
    job.sweeps.push(VIOLATED);
    job.text = "written meanwhile";
    await job.hears("v");
    expect(job.sweptTexts).toEqual([]);
    expect(await turnsTo(job, "violated at 10, 20")).toContain("0 of 1 seed held");
    await turnsTo(job, "violated at 10, 20");
    expect(job.sweptTexts).toEqual(["one\ntwo\nthree\n"]);
  });

  test("is that of the verdict, if it came with one", async () => {
    const job = new PlainJob();
    job.swept = VIOLATED;
    await turnsTo(await begun(job), "violated at 10, 20");
    expect(job.sweptTexts).toEqual([]);
  });

  test("is tried again the next time round where there was no answer", async () => {
    const job = await begun();
    await turnsTo(job, NO_ANSWER);
    job.sweeps.push(HELD);
    await turnsTo(job, "1 of 1 seed held");
    expect(job.sweptTexts).toHaveLength(2);
  });

  test("is of no one moment", async () => {
    const job = await begun();
    job.sweeps.push(VIOLATED);
    await turnsTo(job, "violated at 10, 20");
    for (const line of ["n", "p"]) expect(await job.hears(line)).toBe(NO_MOMENT);
    // Nor did anything move behind it.
    const first = await turnsTo(job, "v another picture");
    expect(await job.hears("n")).toBe(NO_MOMENT);
    expect(first).not.toContain("violated");
  });
});

describe("where a mended job parts from the broken one", () => {
  test("is told of the same run", async () => {
    const job = await begun(new PlainJob([MENDED]));
    await job.hears("v");
    expect(job.broken).toEqual([]);
    await job.hears("e");
    const told = await turnsTo(job, "job.ts");
    expect(told).toMatchInlineSnapshot(`
      "first difference: after 8 steps that are the same
      step 7 store.0: takes in 2 (timestamp 0)
      job.ts: step 8 numbers.0: fails: injected fault: fail-task
      your job.ts: step 8 numbers.0: sends 3 (timestamp 100)
      State and timers are still the same.
      v another picture, n and p the next and the previous moment that matters."
    `);
    expect(job.broken).toEqual([expect.objectContaining({ watch: "outcome" })]);
    for (const line of ["n", "p"]) expect(await job.hears(line)).toBe(NO_MOMENT);
  });
});
