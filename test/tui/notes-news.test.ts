import { describe, expect, test } from "vitest";

import { Failure } from "../../src/base/failure.ts";
import { cardIdOf } from "../../src/card/card.ts";
import { aChoice, aQuestion, type ANote } from "./a-world.ts";
import { KEYS } from "./fake-terminal.ts";
import { openScreen } from "./open-screen.ts";

const BARRIER: ANote = { id: "barrier", texts: { en: aQuestion("What is a barrier?", "A mark.") } };
const STATE: ANote = { id: "state", texts: { en: aQuestion("What is state?", "What is remembered.") } };
const BETTER: ANote = {
  id: "barrier",
  texts: { en: aQuestion("What is a barrier?", "A mark in the stream.") },
};

describe("the key e", () => {
  test("opens the card's place in the editor, and comes back to it with its new text", async () => {
    const { world, terminal } = await openScreen("en", BARRIER, STATE);
    world.duringEdit = () => world.rewrite([BETTER, STATE]);
    await terminal.type(KEYS.enter, " ", "e", "");
    expect(world.edits).toEqual([{ file: "notes.md", line: 3, column: 1 }]);
    expect(terminal.frame).toMatchInlineSnapshot(`
      "
        State › Topic  new                                           1 / 2 ─────────

        │ What is a barrier?

        A mark in the stream.















        The text of this card has changed; its history stays.
         1 Again <1 min     2 Hard <6 min     ❯3 Good <10 min     4 Easy 9 d"
    `);
    await terminal.type("3");
    expect(world.events.at(-1)).toMatchObject({ card: "barrier", rating: "good" });
  });

  test("doesn't count for the answer", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    world.duringEdit = () => world.pass(90_000);
    await terminal.type(KEYS.enter, "e", "", " ", "3");
    expect(world.events.at(-1)).toMatchObject({ type: "card-rated", ms: 0 });
  });

  test("stays silent where nothing was changed", async () => {
    const { terminal } = await openScreen("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, " ");
    const before = terminal.frame;
    await terminal.type("e", "");
    expect(terminal.frame).toBe(before);
  });

  test("follows a card that goes by another id now", async () => {
    const { world, terminal } = await openScreen("en", BARRIER, STATE);
    const named: ANote = { ...BETTER, id: "c6-barrier" };
    const successors = new Map([[cardIdOf("barrier", ""), cardIdOf("c6-barrier", "")]]);
    world.duringEdit = () => world.rewrite([STATE, named], successors);
    await terminal.type(KEYS.enter, " ", "e", "", "3");
    expect(world.events.at(-1)).toMatchObject({ card: "c6-barrier", rating: "good" });
  });

  test("works where the source is looked at too", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    await terminal.type(KEYS.enter, "o");
    expect(terminal.lines.at(-1)).toBe("  Esc  back    ↑ ↓  scroll    e  edit this card in your editor");
    await terminal.type("e", "");
    expect(world.edits).toHaveLength(1);
    expect(terminal.frame).toContain("│ What is a barrier?");
  });

  test("opens one editor at a time", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    await terminal.type(KEYS.enter, "ee", "");
    expect(world.edits).toHaveLength(1);
  });

  test("says kindly that the card has gone, and asks the next", async () => {
    const { world, terminal } = await openScreen("en", BARRIER, STATE);
    world.duringEdit = () => world.rewrite([STATE]);
    await terminal.type(KEYS.enter, "e", "");
    expect(terminal.frame).toContain("│ What is state?");
    expect(terminal.frame).toContain("That card is no longer in the notes; its history is kept.");
  });

  test("tells what is to be done where no editor is set", async () => {
    const { world, terminal } = await openScreen("zh", BARRIER);
    world.duringEdit = () => {
      throw new Failure({ code: "editor-missing", data: {} });
    };
    await terminal.type(KEYS.enter, "e", "");
    expect(terminal.frame).toContain("还没有设编辑器。");
    expect(terminal.frame).toContain("What is a barrier?");
  });

  test("picks the option E of a choice that has one", async () => {
    const five: ANote = { id: "five", texts: { en: aChoice("Which?", "a", "b", "c", "d", "e") } };
    const four: ANote = { id: "four", texts: { en: aChoice("Which?", "a", "b", "c", "d") } };
    const { world, terminal } = await openScreen("en", five, four);
    await terminal.type(KEYS.enter, "e");
    expect(terminal.frame).toContain("[x] E");
    await terminal.type(KEYS.enter, "1", "e", "");
    expect(world.edits).toHaveLength(1);
  });
});

describe("notes that change on disk", () => {
  test("are noticed on the first screen", async () => {
    const { world, terminal } = await openScreen("en", BARRIER);
    world.rewrite([BARRIER, STATE]);
    await terminal.type("");
    expect(terminal.frame).toContain("new 2");
    expect(terminal.frame).toContain("The notes have changed and were read again.");
  });

  test("leave the card in front where it is, with one quiet line", async () => {
    const { world, terminal } = await openScreen("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, " ");
    const before = terminal.lines;
    world.rewrite([BARRIER]);
    await terminal.type("");
    const changed = terminal.lines.flatMap((line, index) => (line === before[index] ? [] : [index]));
    expect(changed).toEqual([1, 21]);
    expect(terminal.lines[1]).toContain("1 / 1");
    expect(terminal.lines[21]).toBe("  The notes have changed and were read again.");
  });

  test("show the card in front anew if its text has changed", async () => {
    const { world, terminal } = await openScreen("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, " ", KEYS.left);
    world.rewrite([BETTER, STATE]);
    await terminal.type("");
    expect(terminal.frame).toContain("A mark in the stream.");
    expect(terminal.lines.at(-1)).toContain("❯2 Hard");
  });

  test("don't disturb a line that is being written", async () => {
    const { world, terminal } = await openScreen("en", BARRIER, STATE);
    await terminal.type(KEYS.enter, "n", "half a no");
    world.rewrite([BETTER, STATE]);
    await terminal.type("te", KEYS.enter);
    expect(world.events.at(-1)).toMatchObject({ type: "card-noted", note: "half a note" });
  });
});
