import { describe, expect, onTestFinished, test } from "vitest";

import type { Lang } from "../../src/base/lang.ts";
import { textWidth } from "../../src/pages/text-width.ts";
import { runTui } from "../../src/tui/run-tui.tsx";
import { aChoice, aQuestion, aTypedQuestion, aWorld, type ANote, type AWorld } from "./a-world.ts";
import { FakeTerminal, KEYS } from "./fake-terminal.ts";

const BARRIER: ANote = {
  id: "barrier",
  texts: {
    en: aQuestion("What is a barrier?", "A mark in the stream."),
    zh: aQuestion("barrier 是什么？", "数据流里的一个标记。"),
  },
};
const STATE: ANote = { id: "state", texts: { en: aQuestion("What is state?", "What is remembered.") } };
const CHOICE: ANote = { id: "choice", texts: { en: aChoice("Which one?", "this", "that", "those") } };

async function open(
  lang: Lang,
  ...notes: readonly ANote[]
): Promise<{ world: AWorld; terminal: FakeTerminal; ended: Promise<unknown> }> {
  const world = aWorld(lang, ...notes);
  const terminal = new FakeTerminal(80, 24);
  const ended = runTui(world, terminal.options);
  onTestFinished(async () => {
    await terminal.type(KEYS.ctrlC);
    await ended;
  });
  await terminal.type();
  return { world, terminal, ended };
}

function ratings(world: AWorld): readonly string[] {
  return world.events.flatMap((event) =>
    event.type === "card-rated" ? [`${event.card} ${event.rating}`] : [],
  );
}

describe("the first screen", () => {
  test("tells what today holds, in both languages", async () => {
    const { terminal } = await open("en", BARRIER, STATE);
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        sluice                                                             Tue 1 Dec

        Today    review 0     learning 0   new 2                         about 1 min
        ───────────────────────────────────────────────────────────────────    0 / 2

        ❯ Start today's review                                                 Enter

        Deck · 2 cards













        Enter  start    l  中文    ?  all keys    q  quit"
    `);
    await terminal.type("l");
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        sluice                                                          12月1日 周二

        今天     复习 0       学习中 0     新卡 2                          约 1 分钟
        ───────────────────────────────────────────────────────────────────    0 / 2

        ❯ 开始今天的复习                                                       Enter

        Deck · 2 张卡













        Enter  开始    l  English    ?  所有按键    q  退出"
    `);
  });

  test("starts the review on Enter", async () => {
    const { terminal } = await open("en", BARRIER, STATE);
    await terminal.type(KEYS.enter);
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        State › Topic  new                                           1 / 2 ─────────

        │ What is a barrier?


















        Enter  show the answer    l  中文    u  undo    ?  all keys    q  quit"
    `);
  });

  test("says what to do where nothing is due", async () => {
    const { terminal } = await open("en");
    expect(terminal.frame).toContain("This deck has no cards yet.");
  });
});

describe("the review", () => {
  test("shows the answer with the interval of each grade", async () => {
    const { terminal } = await open("en", BARRIER);
    await terminal.type(KEYS.enter, " ");
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        State › Topic  new                                           1 / 1 ─────────

        │ What is a barrier?

        A mark in the stream.
















         1 Again <1 min     2 Hard <6 min     ❯3 Good <10 min     4 Easy 9 d"
    `);
  });

  test("records a grade and asks the next card", async () => {
    const { world, terminal } = await open("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, " ", "4");
    expect(ratings(world)).toEqual(["barrier easy"]);
    expect(terminal.frame).toContain("What is state?");
  });

  test("takes no grade before the answer is shown", async () => {
    const { world, terminal } = await open("en", BARRIER);
    await terminal.type(KEYS.enter, "3");
    expect(ratings(world)).toEqual([]);
  });

  test("undoes and redoes", async () => {
    const { terminal } = await open("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, " ", "4", "u");
    expect(terminal.frame).toContain("What is a barrier?");
    expect(terminal.frame).toContain("Undone.");
    await terminal.type("U");
    expect(terminal.frame).toContain("What is state?");
    await terminal.type(KEYS.ctrlZ);
    expect(terminal.frame).toContain("What is a barrier?");
  });

  test("flips the language of the card", async () => {
    const { terminal } = await open("en", BARRIER);
    await terminal.type(KEYS.enter, "l");
    expect(terminal.frame).toContain("barrier 是什么？");
  });

  test("says that a card is there in the other language only", async () => {
    const { terminal } = await open("zh", STATE);
    await terminal.type(KEYS.enter);
    expect(terminal.frame).toContain("只有英文");
  });

  test("asks a forgotten card again when its step is over", async () => {
    const { world, terminal } = await open("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, " ", "1");
    expect(terminal.frame).toContain("What is state?");
    await terminal.type(" ", "4");
    world.pass(60_000);
    await terminal.type(" ");
    expect(terminal.frame).toContain("What is a barrier?");
  });

  test("suspends, buries and flags", async () => {
    const { world, terminal } = await open("en", BARRIER, STATE, CHOICE);
    await terminal.type(KEYS.enter, "*", KEYS.enter);
    expect(terminal.frame).toContain("Flagged.");
    await terminal.type("@", "-");
    expect(world.events.map(({ type }) => type)).toEqual(["card-flagged", "card-suspended", "card-buried"]);
    expect(terminal.frame).toContain("Which one?");
  });

  test("opens information, source and keys, and closes them by Esc", async () => {
    const { terminal } = await open("en", BARRIER);
    await terminal.type(KEYS.enter, "i");
    expect(terminal.frame).toContain("About this card");
    await terminal.type(KEYS.escape);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await terminal.type("o");
    expect(terminal.frame).toContain("3 ❯ ## Question?");
    await terminal.type("o", "?");
    expect(terminal.frame).toContain("suspend");
  });

  test("says what the disk refused, and keeps the card", async () => {
    const { world, terminal } = await open("en", BARRIER, STATE);
    world.breakDisk();
    await terminal.type(KEYS.enter, " ", "3");
    expect(terminal.frame).toContain("couldn't be written");
    expect(terminal.frame).toContain("A mark in the stream.");
    expect(ratings(world)).toEqual([]);
  });

  test("ends with a summary, from which undo leads back", async () => {
    const { terminal } = await open("en", BARRIER);
    await terminal.type(KEYS.enter, " ", "4");
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        Done

        1 answer · in 0 s · 0 s a card
        1 new card

        Again 0      Hard 0       Good 0       Easy 1

        Everything is saved.













        Enter  home    u  undo    q  quit"
    `);
    await terminal.type("u");
    expect(terminal.frame).toContain("What is a barrier?");
  });
});

describe("a choice", () => {
  test("is picked by letters or arrows and judged when the answer is shown", async () => {
    const { world, terminal } = await open("en", CHOICE);
    await terminal.type(KEYS.enter, "b", KEYS.enter);
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        State › Topic  new                                           1 / 1 ─────────

        │ Which one?

        ✓ A  this
        ✗ B  that  ← wrong
        ✗ C  those














        ❯1 Again <1 min     2 Hard <6 min      3 Good <10 min     4 Easy 6 d"
    `);
    await terminal.type(KEYS.enter);
    expect(ratings(world)).toEqual(["choice again"]);
  });

  test("comes back with nothing picked", async () => {
    const { terminal } = await open("en", CHOICE);
    await terminal.type(KEYS.enter, "b", KEYS.enter, "1");
    expect(terminal.frame).toContain("[ ] B  that");
    expect(terminal.frame).not.toContain("[x]");
  });
});

describe("a narrow window", () => {
  test("shows all four grades, and lets their intervals go", async () => {
    const world = aWorld("zh", BARRIER);
    const terminal = new FakeTerminal(40, 10);
    const ended = runTui(world, terminal.options);
    await terminal.type("", KEYS.enter, " ");
    expect(terminal.lines.at(-1)).toBe("   1 重来   2 吃力  ❯3 记得   4 轻松");
    await terminal.type(KEYS.ctrlC);
    expect(await ended).toMatchObject({ how: "interruption" });
  });
});

describe("every screen", () => {
  test.each([
    [80, 24],
    [60, 20],
    [120, 40],
    [40, 10],
  ])("keeps within %i × %i", async (columns, rows) => {
    const long: ANote = {
      id: "long",
      texts: {
        zh: aQuestion(
          "问题".repeat(80),
          `${"一段很长的回答，里面有 checkpoint。".repeat(40)}\n\n| 列 | 列 |\n|---|---|\n| ${"宽".repeat(60)} | b |`,
        ),
      },
    };
    const world = aWorld("zh", long);
    const terminal = new FakeTerminal(columns, rows);
    const ended = runTui(world, terminal.options);
    for (const key of ["", KEYS.enter, " ", KEYS.down, "i", "i", "o", "o", "?", "?", "3"]) {
      await terminal.type(key);
      expect(Math.max(...terminal.lines.map((line) => textWidth(line)))).toBeLessThanOrEqual(columns);
      expect(terminal.lines.length).toBeLessThanOrEqual(rows);
    }
    await terminal.type(KEYS.ctrlC);
    await ended;
  });
});

describe("an answer that is typed", () => {
  const TYPED: ANote = {
    id: "typed",
    texts: { zh: aTypedQuestion("下游慢、上游被拖住，叫什么？", "反压", "背压") },
  };

  test("takes text from an input method, is erased by characters, and is held against what is accepted", async () => {
    const { world, terminal } = await open("zh", TYPED);
    await terminal.type(KEYS.enter, "反压q", "\u007f");
    expect(terminal.frame).toContain("▸ 反压▏");
    await terminal.type(KEYS.enter);
    expect(terminal.frame).toContain("你的答案  反压");
    await terminal.type(KEYS.enter);
    expect(ratings(world)).toEqual(["typed good"]);
  });

  test("is suggested as forgotten where it is wrong, and the learner decides", async () => {
    const { world, terminal } = await open("zh", TYPED);
    await terminal.type(KEYS.enter, "水位线", KEYS.enter);
    expect(terminal.frame).toContain("❯1 重来");
    await terminal.type("2");
    expect(ratings(world)).toEqual(["typed hard"]);
  });

  test("is only looked at where nothing is typed", async () => {
    const { terminal } = await open("zh", TYPED);
    await terminal.type(KEYS.enter, KEYS.enter);
    expect(terminal.frame).toContain("反压 | 背压");
  });
});
