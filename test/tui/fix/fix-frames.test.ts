import { describe, expect, test } from "vitest";

import { MINUTE } from "../../../src/base/day.ts";
import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { pictureOf } from "../../../src/pages/practice/picture-view.ts";
import { shownExercises } from "../../../src/tui/fix/fix-app.ts";
import { aListed, exercise, FAILED, PASSED, Screens } from "./screens.ts";

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

        The cards that this job is about come back sooner: those that you have
        learned are rated Hard along with it.

        Why

        A snapshot of one task is no checkpoint.

        The smallest fix

          one
        − two
        + TWO
        ↓ 5
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

  test.each([
    ["q", [{ type: "leave" }]],
    ["ctrl-c", [{ type: "leave" }, { type: "quit", how: "interruption" }]],
  ])("keep the time of an attempt that is left in the middle, to the end: by %s", (key, effects) => {
    const screens = new Screens("en").opens().waits(3).saves("x", FAILED).waits(4).presses(key);
    expect(screens.effects).toEqual([
      {
        type: "practice",
        effect: { type: "keep-attempt", attempt: expect.objectContaining({ ms: 7 * MINUTE }) },
      },
      ...effects,
    ]);
  });

  test("keep no time of an attempt that has ended", () => {
    const screens = new Screens("en").opens().saves("x", PASSED).waits(4).presses("q");
    expect(screens.effects).toEqual([{ type: "leave" }]);
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

  test("count and find by every filter what was begun once more", () => {
    const again = aListed({ attempt: "begun", standing: "due" });
    const early = aListed({
      exercise: { ...exercise, id: "c6-03" },
      attempt: "begun",
      standing: "done",
      due: "2026-12-09",
    });
    const screens = new Screens("en").hears({ type: "listed", listed: [again, early, aListed()] });
    expect(screens.frame).toContain("2 / 3 ");
    expect(screens.frame).toMatch(/❯ ▸ c6-02 .* begun · due$/mu);
    expect(screens.frame).toMatch(/ {2}▸ c6-03 .* begun · done · 2026-12-09$/mu);
    const shown = () => shownExercises(screens.presses("f").app);
    expect(shown()).toEqual([again, early, aListed()]);
    expect(shown()).toEqual([again]);
  });

  test("keep the selected exercise selected when the list has changed, and always one that is there", () => {
    const all = ["c1-01", "c2-01", "c3-01"].map((id) => aListed({ exercise: { ...exercise, id } }));
    const screens = new Screens("en").hears({ type: "listed", listed: all }).presses("down", "down");
    expect(screens.app.selected).toBe(2);
    expect(screens.hears({ type: "listed", listed: all.slice(1) }).app.selected).toBe(1);
    expect(screens.frame).toContain("❯   c3-01");
    expect(screens.hears({ type: "listed", listed: all.slice(0, 1) }).app.selected).toBe(0);
    expect(screens.frame).toContain("❯   c1-01");
    expect(screens.hears({ type: "listed", listed: [] }).app.selected).toBe(0);
  });

  test("lead back to where the list was left", () => {
    const all = Array.from({ length: 30 }, (_, index) =>
      aListed({ exercise: { ...exercise, id: `c1-${index + 10}` } }),
    );
    const screens = new Screens("en").hears({ type: "listed", listed: all });
    for (let index = 0; index < 25; index += 1) screens.presses("down");
    screens.opens().presses("q").hears({ type: "listed", listed: all });
    expect(screens.frame).toContain("❯   c1-35");
  });

  test("find an exercise by its name", () => {
    const screens = new Screens("en").presses("/").hears({ type: "entered", text: "window" });
    expect(screens.presses("enter").frame).toContain("No exercise fits.");
    expect(screens.presses("/", "ctrl-u", "enter").frame).toContain("c6-02");
  });
});
