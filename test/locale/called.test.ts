import { afterEach, describe, expect, test } from "vitest";

import { messagesIn, nameProgram } from "../../src/locale/choose.ts";

afterEach(() => nameProgram("sluice"));

describe("the program's name in hints", () => {
  test.each(["zh", "en"] as const)("is what it is called here, wherever a command is named: %s", (lang) => {
    nameProgram("npx sluice");
    const words = messagesIn(lang);
    expect(words.home.noCardsNext).toContain("npx sluice check");
    expect(words.home.problems(1, 2)).toContain("npx sluice check");
    expect(words.help.command.cards.examples[0]).toBe("npx sluice cards");
    expect(words.failureLine({ code: "nothing-selected", data: {} })).toContain("npx sluice cards");
  });

  test("stays a name where no command follows", () => {
    nameProgram("npx sluice");
    const { smallWindow, help } = messagesIn("en");
    expect(smallWindow).toContain("sluice needs");
    expect(smallWindow).not.toContain("npx");
    expect(help.tagline).toMatch(/^sluice/u);
  });

  test("is named once", () => {
    nameProgram("npx sluice");
    nameProgram("npx sluice");
    expect(messagesIn("en").home.noCardsNext).not.toContain("npx npx");
  });
});
