import { describe, expect, test } from "vitest";

import type { Exercise } from "../../../src/card/exercise.ts";
import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { variantFor } from "../../../src/exercise/variant.ts";
import type { Verdict } from "../../../src/exercise/verdict.ts";
import { layOut, type Size } from "../../../src/pages/layout.ts";
import { pictureOf } from "../../../src/pages/practice/picture-view.ts";
import { rowText } from "../../../src/pages/row.ts";
import { beginAttempt, startPractice } from "../../../src/practice/practice.ts";
import { createExerciseScheduler } from "../../../src/schedule/exercise-scheduler.ts";
import { DEFAULT_PARAMETERS } from "../../../src/schedule/parameters.ts";
import { startFix, type FixApp, type FixMessage } from "../../../src/tui/fix/fix-app.ts";
import { updateFix } from "../../../src/tui/fix/update-fix.ts";
import { viewFix } from "../../../src/tui/fix/view-fix.ts";
import { anExercise } from "../../exercise/an-exercise.ts";
import { MORNING } from "../../history/builders.ts";

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

const exercise: Exercise = anExercise({
  texts: { en: text, zh: { ...text, symptom: "**INC-602** · 付款重复入账。" } },
  job: { path: "job.ts", text: "one\ntwo\nthree\n" },
  solutions: [{ path: "solution.ts", text: "one\nTWO\nthree\n", tradeOff: null }],
});

const FAILED: Verdict = {
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

const PASSED: Verdict = { status: "pass", checks: [], stats: FAILED.stats };

/** The screens, driven by keys and by what the world reports. */
class Screens {
  app: FixApp;

  readonly #exercise: Exercise;

  constructor(lang: "zh" | "en", listed = exercise) {
    this.#exercise = listed;
    this.app = startFix(lang, [{ exercise: listed, standing: "new", due: "" }]);
  }

  hears(...messages: readonly FixMessage[]): this {
    for (const message of messages) [this.app] = updateFix(this.app, message);
    return this;
  }

  presses(...keys: readonly string[]): this {
    for (const key of keys)
      this.hears({ type: "pressed", key, moment: MORNING, extent: { furthest: 0, page: 10 } });
    return this;
  }

  opens(attempts = 0): this {
    const variant = variantFor(this.#exercise, attempts, null);
    const [start] = startPractice(this.#exercise, variant, beginAttempt(variant), MORNING);
    const scheduler = createExerciseScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off" });
    const outlook = scheduler.outlook(exercise.id, null, MORNING);
    const open = { file: "/data/exercises/c6-02/job.ts", text: "one\ntwo\nthree\n", outlook };
    return this.presses("enter").hears({ type: "opened", start, open });
  }

  saves(written: string, verdict: Verdict): this {
    this.hears({ type: "practice", message: { type: "saved", moment: MORNING } });
    const run = this.app.open?.practice.run.number ?? 0;
    return this.hears(
      { type: "text-read", text: written },
      { type: "practice", message: { type: "verdict-came", run, verdict, text: "changed", moment: MORNING } },
    );
  }

  get frame(): string {
    return this.frameOf(SIZE);
  }

  frameOf(size: Size): string {
    const page = viewFix(this.app, { highlight: null, signs: "unicode", moment: MORNING }, size);
    const { rows } = layOut(page, size, this.app.offset);
    return rows.map((line) => rowText(line).trimEnd()).join("\n");
  }
}

describe("the screens of exercises", () => {
  test("begin with the list", () => {
    expect(new Screens("en").frame).toMatchInlineSnapshot(`
      "
        Fix a job                                                    0 / 1 ─────────

        ❯   c6-02   ●●●●○  Committed too soon                                    new


















        Enter  begin    /  search    f  filter    ?  all keys    q  quit"
    `);
  });

  test("show the ticket first, and where the file is", () => {
    expect(new Screens("zh").opens().frame).toMatchInlineSnapshot(`
      "
        c6-02  提交得太早                                                          …
        ❯工单   判定   画面   改动   提示

        难度 ●●●●○ · 熟手约 18 分钟

        INC-602 · 付款重复入账。

        你的文件：/data/exercises/c6-02/job.ts













        e  编辑    Tab  换一页    h  提示    g  看答案    ?  所有按键    q  返回"
    `);
  });

  test("bring the verdict on what was saved to the front", () => {
    expect(new Screens("en").opens().saves("one\n2\nthree\n", FAILED).frame).toMatchInlineSnapshot(`
      "
        c6-02  Committed too soon                                                  ✗
         Ticket  ❯Verdict   Picture   Changes   Hints

        ✗ Not yet: a promise is broken.

        ✗ exactly-once  Every payment is there exactly once.

          + p2
          expected 2 · actual 3

          smallest run that shows it
          interleaving 3 · a subtask fails before step 8
          input (2)
            p1
            p2

        ✓ no-loss  No payment is lost.




        e  edit    Tab  pages    h  hint    g  solution    ?  all keys    q  back"
    `);
  });

  test("say what a hint costs before it is taken", () => {
    const screens = new Screens("en").opens().saves("x", FAILED).presses("h");
    expect(screens.frame).toContain("Hint 1: with it the best grade left is Good.");
    screens.presses("enter");
    expect(screens.frame).toContain("1  Which line makes rows visible?");
    expect(screens.frame).toContain("2 more hints: press h.");
  });

  test("tell what was changed", () => {
    const screens = new Screens("en").opens().saves("one\n2\nthree\n", FAILED).presses("tab", "tab");
    expect(screens.frame).toContain("  − two\n  + 2\n");
  });

  test("let a line of code that is too long go on behind a sign", () => {
    const long = `const rows = ${"abcde ".repeat(15)};`;
    const screens = new Screens("en").opens().saves(`one\n${long}\nthree\n`, FAILED).presses("tab", "tab");
    const told = screens.frame.split("\n").filter((line) => line.includes("abcde"));
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(/^ {4}↳ abcde/u);
  });

  test("keep the keys that lead on where there is little room", () => {
    const foot = new Screens("en").opens().frameOf({ columns: 60, rows: 20 }).split("\n").at(-1);
    expect(foot).toBe("  e  edit    Tab  pages    h  hint    q  back");
    expect(new Screens("en").opens().frameOf({ columns: 44, rows: 20 }).split("\n").at(-1)).toBe(
      "  e  edit    h  hint    q  back",
    );
  });

  test("ask for the root cause after a pass before they explain, and rate only what was looked back on", () => {
    const screens = new Screens("en").opens().saves("one\nTWO\nthree\n", PASSED).presses("enter");
    expect(screens.frame).toContain("Why was a batch booked twice?");
    expect(screens.frame).not.toContain("no checkpoint");
    expect(screens.app.open?.practice.stage.type).toBe("explaining");
    screens.presses("a");
    expect(screens.frame).toMatchInlineSnapshot(`
      "
        c6-02  Committed too soon                                                  ✓
         Ticket   Verdict   Picture   Changes   Hints  ❯Look back

        Why was a batch booked twice?

        ✗ A  The network sent it twice
        ✓ B  It was visible too early

        Why

        A snapshot of one task is no checkpoint.

        The smallest fix

          one
        − two
        + TWO
          three

        In an interview
        ↓ 2
         1 Again 2 d        2 Hard 2 d         3 Good 4 d        ❯4 Easy 16 d"
    `);
    expect(screens.presses("enter").app.open?.practice.stage.type).toBe("saving");
  });

  test("wait for a rating that is on its way to the disk, whatever is pressed", () => {
    const screens = new Screens("en").opens().saves("x", PASSED).presses("enter", "a", "enter");
    expect(screens.app.open?.practice.stage.type).toBe("saving");
    expect(screens.presses("q", "ctrl-c", "escape").app.screen).toBe("practice");
  });

  test("show nothing that belongs to an older run", () => {
    const picture = pictureOf({ events: [], request: PLAIN_RUN, broken: null });
    const screens = new Screens("en").opens().saves("x", FAILED);
    const run = screens.app.open?.practice.run.number ?? 0;
    screens.hears({ type: "shown", run: run - 1, picture });
    expect(screens.app.open?.picture).toBeNull();
    screens.hears({ type: "shown", run, picture });
    expect(screens.app.open?.picture).toBe(picture);
  });

  test("keep the time of an attempt that is left in the middle", () => {
    const { app } = new Screens("en").opens().saves("x", FAILED);
    const [, effects] = updateFix(app, {
      type: "pressed",
      key: "q",
      moment: MORNING,
      extent: { furthest: 0, page: 10 },
    });
    expect(effects).toMatchObject([
      { type: "practice", effect: { type: "keep-attempt" } },
      { type: "leave" },
    ]);
  });

  test("say of a variant what was wrong with it, and ask nobody", () => {
    const mutant = {
      path: "mutants/earlier.ts",
      text: "// expect: exactly-once\n// say.en: Too early.\n// say.zh: 太早。\n\none\nTWO!\n",
      expect: "exactly-once",
      say: { en: "Too early.", zh: "太早。" },
      variant: "begin",
    };
    const varied = { ...exercise, mutants: [mutant] };
    const screens = new Screens("en", varied).opens(1).saves("one\nTWO\n", PASSED).presses("enter");
    expect(screens.frame).toContain("Too early.");
    expect(screens.frame).toContain("  − TWO!\n  + TWO\n");
    expect(screens.frame).not.toContain("Why was a batch booked twice?");
    expect(screens.presses("enter").app.open?.practice.stage.type).toBe("saving");
  });

  test("lead whoever rates at once to look back first", () => {
    const screens = new Screens("en").opens().saves("one\nTWO\nthree\n", PASSED);
    expect(screens.frame).toContain("Enter: first say why it was broken, then the grade.");
    expect(screens.presses("4").app.open?.practice.stage.type).toBe("explaining");
    expect(screens.frame).toContain("❯Look back");
    expect(screens.presses("4").app.open?.practice.stage.type).toBe("explaining");
    expect(screens.presses("b", "4").app.open?.practice.stage.type).toBe("saving");
  });

  test("ask nothing of whoever had the solution shown", () => {
    const { frame } = new Screens("en").opens().presses("g", "enter", "enter");
    expect(frame).toContain("A snapshot of one task is no checkpoint.");
    expect(frame).not.toContain("Why was a batch booked twice?");
  });

  test("offer no grade above what the attempt shows", () => {
    const screens = new Screens("en").opens().presses("g", "enter");
    expect(screens.frame).toContain("❯1 Again");
    expect(screens.frame).not.toContain("Good");
  });

  test("find an exercise by its name", () => {
    const screens = new Screens("en").presses("/").hears({ type: "entered", text: "window" });
    expect(screens.presses("enter").frame).toContain("No exercise fits.");
    expect(screens.presses("/", "ctrl-u", "enter").frame).toContain("c6-02");
  });
});
