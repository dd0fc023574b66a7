import { describe, expect, test } from "vitest";

import { fixLine } from "../../src/cli/plain-fix-lines.ts";
import { variantFor } from "../../src/exercise/variant.ts";
import { causeOrder } from "../../src/practice/cause-order.ts";
import {
  type Asked,
  beginAttempt,
  type Practice,
  type PracticeStage,
  startPractice,
} from "../../src/practice/practice.ts";
import { MORNING } from "../history/builders.ts";
import { exercise } from "../tui/fix/screens.ts";

function attempt(stage: PracticeStage, asked: Asked | null = null): Practice {
  const variant = variantFor(exercise, 0, null);
  const [practice] = startPractice(exercise, variant, beginAttempt(variant), MORNING);
  return { ...practice, stage, asked };
}

const WORKING: PracticeStage = { type: "working" };
const PASSED: PracticeStage = { type: "explaining", end: "passed", cause: null };
const EXPLAINED: PracticeStage = { ...PASSED, cause: 0 };
const REVEALED: PracticeStage = { ...PASSED, end: "revealed" };

describe("a line at a job", () => {
  test.each([
    ["", { type: "saved" }],
    ["h", { type: "asked", for: "hint" }],
    [" H ", { type: "asked", for: "hint" }],
    ["g", { type: "asked", for: "reveal" }],
    ["r", { type: "asked", for: "reset" }],
    ["u", { type: "reset-undone" }],
    ["run", { type: "saved" }],
    ["Check", { type: "saved" }],
    ["hint", { type: "asked", for: "hint" }],
    ["give up", { type: "asked", for: "reveal" }],
    ["e", { type: "editor-wanted" }],
    ["３", { type: "rated", rating: "good" }],
  ])("%j means something to an attempt that is worked at", (line, event) => {
    expect(fixLine(line, attempt(WORKING))).toEqual({ type: "event", event });
  });

  test.each([
    ["d", "changes"],
    ["v", "picture"],
    ["n", "next-moment"],
    ["p", "previous-moment"],
    ["t", "ticket"],
    ["l", "language"],
    ["？", "help"],
    ["help", "help"],
    ["diff", "changes"],
    ["picture", "picture"],
    ["q", "quit"],
    ["exit", "quit"],
  ])("%j only looks at something", (line, type) => {
    expect(fixLine(line, attempt(WORKING))).toEqual({ type });
  });

  test.each<[Asked, string]>([
    ["hint", "h"],
    ["reveal", "g"],
    ["reset", "r"],
  ])("says yes to the price of a %s by Enter, by y and by %j once more", (asked, letter) => {
    for (const line of ["", "y", letter])
      expect(fixLine(line, attempt(WORKING, asked))).toEqual({
        type: "event",
        event: { type: "confirmed" },
      });
    expect(fixLine("n", attempt(WORKING, asked))).toEqual({ type: "event", event: { type: "declined" } });
  });

  test("that says to run it neither pays a price nor takes a grade", () => {
    for (const practice of [attempt(WORKING, "reveal"), attempt(EXPLAINED)])
      expect(fixLine("run", practice)).toEqual({ type: "event", event: { type: "saved" } });
  });

  test("of another letter is no yes to a price", () => {
    expect(fixLine("g", attempt(WORKING, "hint"))).toEqual({
      type: "event",
      event: { type: "asked", for: "reveal" },
    });
    expect(fixLine("1", attempt(WORKING, "reveal"))).toEqual({
      type: "event",
      event: { type: "rated", rating: "again" },
    });
  });

  test("answers the root-cause question by the place at which an option is shown", () => {
    const order = causeOrder(exercise.id, 2);
    for (const [place, letter] of ["a", "B"].entries())
      expect(fixLine(letter, attempt(PASSED))).toEqual({
        type: "event",
        event: { type: "cause-picked", option: order[place] },
      });
    expect(fixLine("c", attempt(PASSED))).toEqual({ type: "unknown", line: "c" });
  });

  test("that is a word picks no root cause, whatever letter it stands for", () => {
    const option = { text: "a", standing: "wrong" } as const;
    const rootCause = { question: "Why?", options: [option, option, option, option] };
    const texts = Object.fromEntries(
      Object.entries(exercise.texts).map(([lang, text]) => [lang, { ...text, rootCause }]),
    );
    const asked = { ...attempt(PASSED), exercise: { ...exercise, texts } };
    expect(fixLine("d", asked)).toMatchObject({ event: { type: "cause-picked" } });
    expect(fixLine("diff", asked)).toEqual({ type: "changes" });
    expect(fixLine("hint", attempt(WORKING, "hint"))).toEqual({
      type: "event",
      event: { type: "confirmed" },
    });
  });

  test.each([
    ["after its answer", EXPLAINED],
    ["after the solution", REVEALED],
  ])("picks no root cause %s", (_, stage) => {
    expect(fixLine("a", attempt(stage))).toEqual({ type: "unknown", line: "a" });
  });

  test("that is empty takes the grade that the attempt speaks for", () => {
    expect(fixLine("", attempt(EXPLAINED))).toEqual({
      type: "event",
      event: { type: "rated", rating: "easy" },
    });
    expect(fixLine("", attempt(REVEALED))).toEqual({
      type: "event",
      event: { type: "rated", rating: "again" },
    });
  });

  test("that means nothing is told as it was typed", () => {
    expect(fixLine("constructor", attempt(WORKING))).toEqual({ type: "unknown", line: "constructor" });
    expect(fixLine(" Was nun? ", attempt(WORKING))).toEqual({ type: "unknown", line: "Was nun?" });
  });
});
