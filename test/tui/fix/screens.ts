import type { Moment } from "../../../src/base/day.ts";
import type { Exercise } from "../../../src/card/exercise.ts";
import { variantFor } from "../../../src/exercise/variant.ts";
import type { Verdict } from "../../../src/exercise/verdict.ts";
import { layOut, type Size } from "../../../src/pages/layout.ts";
import type { ListedExercise } from "../../../src/pages/practice/exercise-list-page.ts";
import { rowText } from "../../../src/pages/row.ts";
import type { SignSet } from "../../../src/pages/trace/trace-signs.ts";
import { beginAttempt, startPractice } from "../../../src/practice/practice.ts";
import { createExerciseScheduler } from "../../../src/schedule/exercise-scheduler.ts";
import { DEFAULT_PARAMETERS } from "../../../src/schedule/parameters.ts";
import { startFix, type FixApp, type FixEffect, type FixMessage } from "../../../src/tui/fix/fix-app.ts";
import { updateFix } from "../../../src/tui/fix/update-fix.ts";
import { viewFix } from "../../../src/tui/fix/view-fix.ts";
import { anExercise } from "../../exercise/an-exercise.ts";
import { after } from "../../history/builders.ts";

const SIZE = { columns: 80, rows: 24 };

const text = {
  symptom: "**INC-602** · payments booked twice, always after a failover.",
  hints: ["Which line makes rows visible?", "When is a checkpoint complete?", "`commit`"],
  why: "A snapshot of one task is no checkpoint.",
  interview: "**How does a sink commit?** In two phases.",
  rootCause: {
    question: "Why was a batch booked twice?",
    options: [
      { text: "It was visible too early", standing: "right" as const },
      { text: "The network sent it twice", standing: "wrong" as const },
    ],
  },
};

/** An exercise about a sink that commits too soon. */
export const exercise: Exercise = anExercise({
  texts: { en: text, zh: { ...text, symptom: "**INC-602** · 付款重复入账。" } },
  job: { path: "job.ts", text: "one\ntwo\nthree\n" },
  solutions: [{ path: "solution.ts", text: "one\nTWO\nthree\n", tradeOff: null }],
});

/** A verdict on a job that books a payment twice after a crash. */
export const FAILED: Verdict = {
  status: "fail",
  checks: [
    {
      id: "exactly-once",
      says: { zh: "每笔付款恰好一次。", en: "Every payment is there exactly once." },
      kind: "invariant",
      finding: {
        status: "fail",
        expected: ["p1", "p2"],
        actual: ["p1", "p2", "p2"],
        counterexample: {
          input: ["p1", "p2"],
          seed: 3,
          faults: [{ type: "fail-task", at: { step: 8 } }],
          variation: {},
          watch: "outcome",
        },
      },
    },
    {
      id: "no-loss",
      says: { zh: "不丢付款。", en: "No payment is lost." },
      kind: "invariant",
      finding: { status: "pass" },
    },
  ],
  stats: { runs: 300, steps: 9000, longest: 60 },
};

/** A verdict on a job that keeps all promises. */
export const PASSED: Verdict = { status: "pass", checks: [], stats: FAILED.stats };

/** Returns a verdict whose first promise can be swept. */
export function sweepable(verdict: Verdict): Verdict {
  if (!("checks" in verdict)) return verdict;
  const [first, ...others] = verdict.checks;
  return first === undefined ? verdict : { ...verdict, checks: [{ ...first, sweep: "possible" }, ...others] };
}

/** Returns an exercise as it is listed: one that nobody has tried, but for what is told. */
export function aListed(told: Partial<ListedExercise> = {}): ListedExercise {
  return { exercise, attempt: "none", standing: "new", due: "", ...told };
}

/** The screens, driven by keys and by what the world reports. */
export class Screens {
  app: FixApp;
  /** What the last message has made them want. */
  effects: readonly FixEffect[] = [];

  readonly #exercise: Exercise;
  #minutes = 0;

  constructor(lang: "zh" | "en", listed = exercise) {
    this.#exercise = listed;
    this.app = startFix(lang, [aListed({ exercise: listed })]);
  }

  /** The clock of all that happens: it stands unless it is moved. */
  get moment(): Moment {
    return after(this.#minutes);
  }

  waits(minutes: number): this {
    this.#minutes += minutes;
    return this;
  }

  hears(...messages: readonly FixMessage[]): this {
    for (const message of messages) [this.app, this.effects] = updateFix(this.app, message);
    return this;
  }

  presses(...keys: readonly string[]): this {
    for (const key of keys)
      this.hears({ type: "pressed", key, moment: this.moment, extent: { furthest: 0, page: 10 } });
    return this;
  }

  opens(attempts = 0): this {
    const variant = variantFor(this.#exercise, attempts, null);
    const [start] = startPractice(this.#exercise, variant, beginAttempt(variant), this.moment);
    const scheduler = createExerciseScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off" });
    const outlook = scheduler.outlook(exercise.id, null, this.moment);
    const open = { file: "/data/exercises/c6-02/job.ts", text: "one\ntwo\nthree\n", outlook };
    return this.presses("enter").hears({ type: "opened", start, open });
  }

  saves(written: string, verdict: Verdict): this {
    const { moment } = this;
    this.hears({ type: "practice", message: { type: "saved", moment } });
    const run = this.app.open?.practice.run.number ?? 0;
    return this.hears(
      { type: "text-read", text: written },
      { type: "practice", message: { type: "verdict-came", run, verdict, text: "changed", moment } },
    );
  }

  get frame(): string {
    return this.frameOf(SIZE);
  }

  frameOf(size: Size, signs: SignSet = "unicode"): string {
    const page = viewFix(this.app, { highlight: null, signs, moment: this.moment }, size);
    const { rows } = layOut(page, size, this.app.offset);
    return rows.map((line) => rowText(line).trimEnd()).join("\n");
  }
}
