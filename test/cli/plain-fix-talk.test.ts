import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Failure } from "../../src/base/failure.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { anExercise } from "../exercise/an-exercise.ts";
import { exercise } from "../tui/fix/screens.ts";
import { MENDED, PlainJob } from "./a-plain-job.ts";

async function begun(...given: ConstructorParameters<typeof PlainJob>): Promise<PlainJob> {
  const job = new PlainJob(...given);
  await job.talk.begin();
  return job;
}

/** The letter at which the right root cause is shown, and that of the wrong one. */
const [RIGHT, WRONG] = ["b", "a"];

describe("a job in lines", () => {
  test("begins with its ticket, the verdict on what is there, and how to go on", async () => {
    const { said } = await begun();
    expect(said[0]).toBe("c6-02  Committed too soon");
    const told = said.join("\n");
    for (const part of ["payments booked twice", "Your file: /data/exercises/c6-02/job.ts"])
      expect(told).toContain(part);
    expect(told).toMatch(/smallest run that shows it[\s\S]*Still too early\.[\s\S]*Enter judges your file/u);
  });

  test("is mended, looked back on and put on record", async () => {
    const job = await begun([MENDED]);
    expect(await job.hears("e")).toMatch(/every promise is kept[\s\S]*Why was a batch booked twice\?/u);
    const told = await job.hears(RIGHT);
    expect(told).toMatch(/✓ B {2}It was visible too early/u);
    expect(told).toContain("A snapshot of one task is no checkpoint.");
    expect(told).toContain("4 Easy");
    const end = job.said.length;
    expect(await job.talk.hear("3")).toBe("over");
    expect(job.said.slice(end)).toEqual(["saved d3f2:17", expect.stringContaining("Recorded as Good")]);
    expect(job.ratings).toEqual(["good"]);
  });

  test("is graded only after the root cause was named, right or wrong", async () => {
    const job = await begun([MENDED]);
    await job.hears("e");
    for (const line of ["", "1", "4"]) expect(await job.hears(line)).toContain("Pick the root cause");
    expect(job.ratings).toEqual([]);
    expect(await job.hears(WRONG)).toMatch(/✗ A {2}The network sent it twice[\s\S]*✓ B {2}It was visible/u);
    await job.hears("");
    expect(job.ratings).toEqual(["easy"]);
  });

  test("has no grade before its end, and none above what the attempt shows", async () => {
    const job = await begun([MENDED]);
    expect(await job.hears("3")).toContain("There is no grade yet");
    const offered = await job.hears("h", "h", "e", RIGHT);
    expect(offered).toContain("3 Good");
    expect(offered).not.toContain("4 Easy");
    expect(await job.hears("4")).toContain("Good at most");
    expect(job.ratings).toEqual([]);
    await job.hears("1");
    expect(job.ratings).toEqual(["again"]);
  });

  test("tells the price of a hint first, and gives it for a yes", async () => {
    const job = await begun();
    expect(await job.hears("h")).toContain("with it the best grade left is Good");
    expect(await job.hears("n")).toBe("");
    const first = await job.hears("h", "");
    expect(first).toContain("Hint 1:\nWhich line makes rows visible?\n2 more hints");
    expect(await job.hears("h", "h")).toContain("Hint 2:\nWhen is a checkpoint complete?");
    await job.hears("h", "y");
    expect(await job.hears("h")).toContain("There are no more hints.");
    expect(job.kept.map(({ hints }) => hints)).toEqual([1, 2, 3]);
  });

  test.each(["d", "t", "e", "?", "run", "what"])(
    "gives no hint to whoever does something else: %s",
    async (line) => {
      const job = await begun();
      await job.hears("h", line, "");
      expect(job.said.join("\n")).not.toContain("Which line");
      expect(job.talk.practice.attempt.hints).toBe(0);
    },
  );

  test("shows the solution to whoever gives up, and offers Again alone", async () => {
    const job = await begun();
    expect(await job.hears("g")).toContain("the grade is Again");
    const told = await job.hears("g");
    expect(told).toMatch(/A snapshot of one task[\s\S]*\+ TWO[\s\S]*1 Again 2 d\nEnter takes Again\.$/u);
    expect(await job.hears("h")).toContain("The attempt has ended");
    await job.hears("");
    expect(job.ratings).toEqual(["again"]);
  });

  test("goes on with an attempt whose solution was shown", async () => {
    const { said } = await begun([], { attempt: { end: "revealed" } });
    expect(said.join("\n")).toMatch(/A snapshot of one task[\s\S]*Enter takes Again\.$/u);
  });

  test("tells of a variant what was wrong, and asks no root cause", async () => {
    const say = { zh: "忘了一处。", en: "One place was forgotten." };
    const mutant = { path: "mutants/other.ts", text: "one\n2\nthree\n", expect: "", say, variant: "other" };
    const job = await begun([MENDED], {
      exercise: anExercise({ ...exercise, mutants: [mutant] }),
      attempts: 1,
    });
    expect(await job.hears("e")).toMatch(
      /What was wrong this time[\s\S]*One place was forgotten[\s\S]*4 Easy/u,
    );
    await job.hears("");
    expect(job.ratings).toEqual(["easy"]);
  });

  test("puts the broken job back, and the learner's own", async () => {
    const job = await begun(["mine\n"]);
    expect(await job.hears("u")).toContain("Nothing was put back");
    await job.hears("e");
    expect(await job.hears("r", "")).toMatch(/What you wrote is kept[\s\S]*The broken job is back/u);
    expect(job.text).toBe("one\ntwo\nthree\n");
    await job.hears("u");
    expect(job.text).toBe("mine\n");
  });

  test("shows what was changed, and judges again only what has changed", async () => {
    const job = await begun(["one\n2\nthree\n"]);
    await job.hears("e");
    expect(await job.hears("d")).toMatch(/− two[\s\S]*\+ 2/u);
    expect(await job.hears("e")).toContain("Your file is as it was");
    expect(await job.hears("")).toContain("Not yet");
    expect(job.talk.practice.attempt).toMatchObject({ runs: 1, failingRuns: 1 });
  });

  test("is told in the other language from then on", async () => {
    const job = await begun();
    expect(await job.hears("l")).toMatch(/提交得太早[\s\S]*付款重复入账[\s\S]*还没修好/u);
    expect(await job.hears("x")).toContain("这里不认识“x”");
    expect(job.languages).toEqual(["zh"]);
  });

  test("says that its file is gone, and brings the broken job back", async () => {
    const job = await begun();
    job.text = null;
    expect(await job.hears("")).toContain("Your file is gone");
    await job.hears("r", "");
    expect(await job.hears("")).toContain("Not yet");
  });

  test("goes on without a file, and without a verdict, until it is there", async () => {
    const job = new PlainJob();
    job.text = null;
    await job.talk.begin();
    expect(job.said.join("\n")).toContain("Your file is gone");
    expect(await job.hears("v", "l", "l", "h", "")).toContain("no trace of this run");
    expect(job.talk.performer.judged).toBeNull();
    expect(await job.hears("r", "", "")).toContain("Not yet");
    expect(job.talk.performer.judged?.verdict.status).toBe("fail");
  });

  test("says where the file is when the editor is open beside", async () => {
    const job = await begun();
    job.editor = "beside";
    expect(await job.hears("e")).toBe(
      "Your file is open beside. When you have saved a change, Enter judges it.",
    );
    job.text = MENDED;
    expect(await job.hears("")).toContain("every promise is kept");
  });

  test("that can't be put on record can be graded once more", async () => {
    const job = await begun([MENDED]);
    await job.hears("e", RIGHT);
    job.obstacle = new Failure({ code: "file-write", data: { file: "journal", reason: "ENOSPC" } });
    expect(await job.talk.hear("2")).toBe("goes-on");
    expect(job.said.join("\n")).toContain("ENOSPC");
    expect(job.said.join("\n")).not.toContain("saved");
    job.obstacle = null;
    expect(await job.talk.hear("2")).toBe("over");
    expect(job.ratings).toEqual(["hard"]);
  });

  test("is kept with the time that it has taken when it is left", async () => {
    const job = await begun();
    job.minutes = 3;
    expect(await job.talk.hear("q")).toBe("over");
    await job.talk.leave();
    expect(job.kept.at(-1)).toMatchObject({ ms: 180_000, end: "open" });
    expect(job.said.at(-1)).toContain("sluice fix c6-02");
  });

  test("is never graded above what it shows, whatever is typed", async () => {
    const typed = fc.constantFrom(
      "",
      "a",
      "b",
      "e",
      "h",
      "g",
      "n",
      "y",
      "r",
      "u",
      "1",
      "2",
      "3",
      "4",
      "v",
      "d",
      "l",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { maxLength: 25 }), async (lines) => {
        const job = await begun(["mine\n", MENDED]);
        for (const line of lines) if ((await job.talk.hear(line)) === "over") break;
        const { stage, attempt } = job.talk.practice;
        expect(job.ratings).toHaveLength(stage.type === "over" ? 1 : 0);
        const most =
          attempt.end === "revealed"
            ? "again"
            : attempt.hints >= 3
              ? "hard"
              : attempt.hints > 0
                ? "good"
                : "easy";
        for (const rating of job.ratings)
          expect(RATINGS.indexOf(rating)).toBeLessThanOrEqual(RATINGS.indexOf(most));
        expect(job.ratings.length > 0 && attempt.end === "open" ? job.mended : true).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
