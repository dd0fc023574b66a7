import { describe, expect, test } from "vitest";

import { aQuestion, aTypedQuestion, type ANote } from "./a-world.ts";
import { KEYS } from "./fake-terminal.ts";
import { openScreen } from "./open-screen.ts";

const BARRIER: ANote = {
  id: "barrier",
  texts: { en: aQuestion("What is a barrier?", "A mark in the stream.") },
};
const STATE: ANote = { id: "state", texts: { en: aQuestion("What is state?", "What is remembered.") } };

describe("a note of the learner's own", () => {
  test("is written at the bottom, and stands on the back of the card and on the page about it", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    await terminal.type(KEYS.enter, " ", "n", "see q", KEYS.backspace, "credit");
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        State › Topic  new                                           1 / 1 ─────────

        │ What is a barrier?

        A mark in the stream.














        Note ▸ see credit▏

        Enter  save    Esc  leave it"
    `);
    await terminal.type(KEYS.enter);
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        State › Topic  new                                           1 / 1 ─────────

        │ What is a barrier?

        A mark in the stream.

        Note  see credit













        Note saved.
         1 Again <1 min     2 Hard <6 min     ❯3 Good <10 min     4 Easy 9 d"
    `);
    await terminal.type("i");
    expect(terminal.frame).toContain("Note      see credit");
    expect(world.events.at(-1)).toMatchObject({ type: "card-noted", card: "barrier", note: "see credit" });
  });

  test("is left as it was by Esc, changed by another, taken away by none, and brought back by undo", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    await terminal.type(KEYS.enter, "n", "one", KEYS.enter, "n", " more", KEYS.escape);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(world.events).toHaveLength(1);
    await terminal.type("n", " more", KEYS.enter, "n", "\u0015", KEYS.enter, " ");
    expect(world.events.map((event) => (event.type === "card-noted" ? event.note : ""))).toEqual([
      "one",
      "one more",
      "",
    ]);
    expect(terminal.frame).not.toContain("one more");
    await terminal.type("u");
    expect(terminal.frame).toContain("Note  one more");
  });
});

describe("a flag", () => {
  test("asks for a reason, and is taken off without one", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    await terminal.type(KEYS.enter, "*");
    expect(terminal.lines.slice(-3)).toEqual([
      "  What is wrong? (optional) ▸ ▏",
      "",
      "  Enter  save    Esc  leave it",
    ]);
    await terminal.type("the answer is outdated", KEYS.enter);
    expect(terminal.frame).toContain("Flagged.");
    expect(world.events.at(-1)).toMatchObject({ type: "card-flagged", reason: "the answer is outdated" });
    await terminal.type("*");
    expect(world.events.at(-1)).toMatchObject({ type: "card-unflagged" });
  });

  test("takes Enter alone for a flag without a reason", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    await terminal.type(KEYS.enter, "*", KEYS.enter);
    expect(world.events.at(-1)).toMatchObject({ type: "card-flagged", reason: "" });
  });
});

describe("the grades", () => {
  test("are gone through by the arrows, and Enter takes the one they have come to", async () => {
    const { world, terminal } = await openScreen("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, " ", KEYS.left, KEYS.left, KEYS.left);
    expect(terminal.lines.at(-1)).toContain("❯1 Again");
    await terminal.type(KEYS.right, KEYS.enter);
    expect(world.events.at(-1)).toMatchObject({ card: "barrier", rating: "hard" });
    await terminal.type(" ");
    expect(terminal.lines.at(-1)).toContain("❯3 Good");
  });
});

describe("an answer that is typed", () => {
  const TYPED: ANote = { id: "typed", texts: { zh: aTypedQuestion("叫什么？", "反压", "back pressure") } };

  test("takes spaces, full width and what is pasted, wherever its cursor is", async () => {
    const { terminal } = await openScreen("zh", TYPED);
    await terminal.type(KEYS.enter, "Ｐressure", KEYS.home, "\u001b[200~back\n\u001b[201~");
    expect(terminal.frame).toContain("▸ back ▏Ｐressure");
    await terminal.type("\r");
    expect(terminal.frame).toContain("你的答案  back pressure");
    expect(terminal.lines.at(-1)).toContain("❯3 记得");
  });

  test("stays in its column, however long it is", async () => {
    const { terminal } = await openScreen("en", { id: "t", texts: { en: aTypedQuestion("What?", "x") } });
    await terminal.type(KEYS.enter, "word ".repeat(30), KEYS.enter);
    expect(terminal.frame.match(/word/gu)).toHaveLength(30);
    expect(Math.max(...terminal.lines.map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  test("is seen while it is written, however long its question is", async () => {
    const question = Array.from({ length: 40 }, (_, index) => `Line ${index + 1}.`).join("\n\n");
    const { terminal } = await openScreen("en", { id: "long", texts: { en: aTypedQuestion(question, "x") } });
    await terminal.type(KEYS.enter);
    expect(terminal.frame).not.toContain("▸");
    await terminal.type("x");
    expect(terminal.frame).toContain("▸ x▏");
    await terminal.type(KEYS.up, KEYS.up);
    expect(terminal.frame).not.toContain("▸");
    await terminal.type("x", KEYS.enter);
    expect(terminal.frame).toContain("│ Line 1.");
  });

  test("ends at an Enter that comes with it at one go", async () => {
    const { terminal } = await openScreen("zh", TYPED);
    await terminal.type(KEYS.enter, "反压\r");
    expect(terminal.frame).toContain("你的答案  反压");
  });

  test("has a footer without the letters that would be typed", async () => {
    const { terminal } = await openScreen("zh", TYPED);
    await terminal.type(KEYS.enter);
    expect(terminal.lines.at(-1)).toBe(
      "  Enter  输入答案后按 Enter    Ctrl-Z  撤销    Esc  首页    Ctrl-C  退出",
    );
  });
});

describe("a page that is scrolled", () => {
  test("tells how many rows are above and below", async () => {
    const answer = Array.from({ length: 40 }, (_, index) => `Line ${index + 1}.`).join("\n\n");
    const { terminal } = await openScreen("en", { id: "long", texts: { en: aQuestion("Long?", answer) } });
    await terminal.type(KEYS.enter, " ");
    expect(terminal.frame).not.toContain("↑");
    await terminal.type(KEYS.down, KEYS.down, KEYS.down);
    expect(terminal.lines[2]).toBe("  ↑ 3");
    expect(terminal.lines.at(-2)).toMatch(/^ {2}↓ \d+$/u);
  });
});
