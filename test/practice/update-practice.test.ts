import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Moment } from "../../src/base/day.ts";
import { MINUTE } from "../../src/base/day.ts";
import type { ExerciseText } from "../../src/card/exercise.ts";
import { variantFor } from "../../src/exercise/variant.ts";
import type { Verdict } from "../../src/exercise/verdict.ts";
import {
  beginAttempt,
  type Practice,
  type PracticeEffect,
  startPractice,
} from "../../src/practice/practice.ts";
import type { PracticeMessage } from "../../src/practice/practice.ts";
import { suggestedRating, updatePractice } from "../../src/practice/update-practice.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { anExercise } from "../exercise/an-exercise.ts";
import { after } from "../history/builders.ts";

type Happening = PracticeMessage extends infer Any
  ? Any extends PracticeMessage
    ? Omit<Any, "moment">
    : never
  : never;

const text: ExerciseText = {
  symptom: "Rows appear twice.",
  hints: ["where", "which", "how"],
  why: "",
  interview: "",
  rootCause: {
    question: "Why?",
    options: [
      { text: "The clock.", standing: "wrong" },
      { text: "The key.", standing: "right" },
    ],
  },
};
const exercise = anExercise({ par: 10, texts: { en: text } });
const PASSED: Verdict = { status: "pass", checks: [], stats: { runs: 1, steps: 1, longest: 1 } };
const FAILED: Verdict = { ...PASSED, status: "fail" };

/** An attempt, and what it wanted done so far. */
class Attempted {
  practice: Practice;
  effects: readonly PracticeEffect[];
  #moment: Moment = after(0);
  #minutes = 0;

  constructor() {
    const variant = variantFor(exercise, 0, null);
    [this.practice, this.effects] = startPractice(exercise, variant, beginAttempt(variant), this.#moment);
  }

  wait(minutes: number): this {
    this.#minutes += minutes;
    this.#moment = after(this.#minutes);
    return this;
  }

  does(...happenings: readonly Happening[]): this {
    for (const happening of happenings) {
      const message = { ...happening, moment: this.#moment } as PracticeMessage;
      [this.practice, this.effects] = updatePractice(this.practice, message);
    }
    return this;
  }

  verdict(verdict: Verdict): this {
    return this.does({ type: "verdict-came", run: this.practice.run.number, verdict, text: "changed" });
  }

  saves(verdict: Verdict): this {
    return this.does({ type: "saved" }).verdict(verdict);
  }
}

describe("an attempt at an exercise", () => {
  test("begins with a run of what is there, which counts for nothing if it fails", () => {
    const attempted = new Attempted();
    expect(attempted.effects).toEqual([{ type: "run", number: 1 }]);
    expect(attempted.verdict(FAILED).practice).toMatchObject({
      verdict: FAILED,
      attempt: { runs: 0, failingRuns: 0 },
      stage: { type: "working" },
    });
  });

  test("runs every save, and takes no verdict but that on the newest", () => {
    const attempted = new Attempted().does({ type: "saved" }, { type: "saved" });
    expect(attempted.effects).toEqual([{ type: "run", number: 3 }]);
    attempted.does({ type: "verdict-came", run: 2, verdict: PASSED, text: "changed" });
    expect(attempted.practice).toMatchObject({ verdict: null, run: { is: "running" } });
    expect(attempted.verdict(FAILED).practice).toMatchObject({ verdict: FAILED, run: { is: "idle" } });
  });

  test("counts a text once, and nothing that is half written or was stopped by a slow machine", () => {
    const attempted = new Attempted().verdict(FAILED).saves(FAILED);
    const fault = { file: "job.ts", line: 1, column: 1, name: "SyntaxError", message: "" };
    attempted.saves({ status: "compile", fault });
    attempted.saves({ status: "timeout", limit: "wall", message: "", during: null });
    const run = attempted.practice.run.number + 1;
    attempted.does({ type: "saved" }, { type: "verdict-came", run, verdict: FAILED, text: "same" });
    expect(attempted.practice.attempt.failingRuns).toBe(1);
  });

  test("is over for good once a solution has been shown, also when it is gone on with", () => {
    const attempted = new Attempted().verdict(FAILED);
    attempted.does({ type: "asked", for: "reveal" }, { type: "confirmed" });
    const { attempt, variant } = attempted.practice;
    const [again] = startPractice(exercise, variant, attempt, after(0, 1));
    expect(again.stage).toMatchObject({ type: "explaining", end: "revealed" });
  });

  test("takes a hint only after its price was shown and agreed to", () => {
    const attempted = new Attempted().verdict(FAILED).does({ type: "asked", for: "hint" });
    expect(attempted.practice).toMatchObject({ asked: "hint", attempt: { hints: 0 } });
    expect(attempted.does({ type: "declined" }).practice).toMatchObject({
      asked: null,
      attempt: { hints: 0 },
    });
    attempted.does({ type: "asked", for: "hint" }, { type: "confirmed" });
    expect(attempted.practice.attempt.hints).toBe(1);
    expect(attempted.effects).toEqual([{ type: "keep-attempt", attempt: attempted.practice.attempt }]);
  });

  test("has no more hints than the ladder has rungs", () => {
    const attempted = new Attempted().verdict(FAILED);
    for (let rung = 0; rung < 5; rung += 1)
      attempted.does({ type: "asked", for: "hint" }, { type: "confirmed" });
    expect(attempted.practice.attempt.hints).toBe(3);
  });

  test("stays at its pass until the learner goes on", () => {
    const attempted = new Attempted().verdict(FAILED).saves(PASSED);
    expect(attempted.practice.stage).toEqual({ type: "explaining", end: "passed", cause: null });
    attempted.saves(FAILED);
    expect(attempted.practice).toMatchObject({
      stage: { end: "passed" },
      attempt: { runs: 1, failingRuns: 0 },
    });
  });

  test("takes the first answer to why the job was broken", () => {
    const attempted = new Attempted().saves(PASSED).does({ type: "cause-picked", option: 2 });
    attempted.does({ type: "cause-picked", option: 0 });
    expect(attempted.practice.stage).toMatchObject({ cause: 2 });
  });

  test("is put on record with whether the learner knew why, if that was asked", () => {
    const recorded = (attempted: Attempted): unknown =>
      attempted
        .does({ type: "rated", rating: "hard" })
        .effects.map((effect) => "rootCause" in effect && effect.rootCause);
    const picked = (option: number): Attempted =>
      new Attempted().saves(PASSED).does({ type: "cause-picked", option });
    expect([picked(0), picked(1), new Attempted().saves(PASSED)].map(recorded)).toEqual([
      ["wrong"],
      ["right"],
      [null],
    ]);
  });

  test("may be rated lower than it was, never higher", () => {
    const attempted = new Attempted().verdict(FAILED).wait(12).saves(PASSED);
    expect(suggestedRating(attempted.practice, "passed")).toBe("good");
    attempted.saves(PASSED).does({ type: "rated", rating: "hard" });
    expect(attempted.effects).toMatchObject([{ type: "record", rating: "hard", end: "passed" }]);
    const revealed = new Attempted()
      .verdict(FAILED)
      .does({ type: "asked", for: "reveal" }, { type: "confirmed" }, { type: "rated", rating: "good" });
    expect(revealed.effects).toEqual([]);
    expect(revealed.does({ type: "rated", rating: "again" }).effects).toMatchObject([
      { type: "record", rating: "again", end: "revealed" },
    ]);
  });

  test("is rated again if it couldn't be put on record", () => {
    const failure = { code: "nothing-to-undo", data: {} } as const;
    const attempted = new Attempted().saves(PASSED).does({ type: "rated", rating: "good" });
    attempted.does({ type: "failed", failure });
    expect(attempted.practice.stage).toMatchObject({ type: "explaining" });
  });

  test("counts a pause as twice its par at most, and no time after its end", () => {
    const attempted = new Attempted().wait(3).saves(FAILED).wait(19).saves(FAILED);
    expect(attempted.practice.attempt.ms).toBe(22 * MINUTE);
    attempted.wait(600).saves(PASSED).wait(5).saves(PASSED);
    expect(attempted.practice.attempt.ms).toBe(42 * MINUTE);
  });

  test("gives the broken job back, and takes that back", () => {
    const attempted = new Attempted().does({ type: "reset-undone" });
    expect(attempted.effects).toEqual([]);
    attempted.does({ type: "asked", for: "reset" }, { type: "confirmed" });
    expect(attempted.effects).toEqual([{ type: "reset" }]);
    expect(attempted.does({ type: "reset-undone" }).effects).toEqual([{ type: "undo-reset" }]);
  });

  test("shows what there is to say about a wrong fix only beside the verdict on it", () => {
    const remark = { zh: "太早", en: "too soon" };
    const attempted = new Attempted().saves(FAILED);
    const { number: run } = attempted.practice.run;
    expect(attempted.does({ type: "remark-came", run, remark }).practice.remark).toEqual(remark);
    expect(attempted.does({ type: "saved" }).practice.remark).toBeNull();
    expect(attempted.does({ type: "remark-came", run, remark }).practice.remark).toBeNull();
  });

  test("never asks for a better rating than it suggests, whatever happens", () => {
    const happening: fc.Arbitrary<Happening> = fc.oneof(
      fc.constantFrom<Happening>(
        { type: "asked", for: "hint" },
        { type: "asked", for: "reveal" },
        { type: "confirmed" },
        { type: "saved" },
      ),
      fc.constantFrom(...RATINGS).map((rating): Happening => ({ type: "rated", rating })),
      fc
        .tuple(fc.nat(6), fc.constantFrom(PASSED, FAILED))
        .map(([run, verdict]): Happening => ({ type: "verdict-came", run, verdict, text: "changed" })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.nat(8)), { maxLength: 40 }), (happenings) => {
        const attempted = new Attempted();
        for (const [each, minutes] of happenings) {
          attempted.wait(minutes).does(each);
          for (const effect of attempted.effects) {
            if (effect.type !== "record") continue;
            const best = suggestedRating(attempted.practice, effect.end);
            expect(RATINGS.indexOf(effect.rating)).toBeLessThanOrEqual(RATINGS.indexOf(best));
          }
        }
      }),
    );
  });
});
