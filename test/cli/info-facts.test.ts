import { describe, expect, test } from "vitest";

import { infoFacts } from "../../src/cli/info-facts.ts";
import { replay } from "../../src/history/replay.ts";
import { messagesIn } from "../../src/locale/choose.ts";
import { after, draft, card, journal, rated } from "../history/builders.ts";
import { aCard } from "../review/builders.ts";

function dueAfter(days: number, lang: "zh" | "en"): string {
  const events = journal([rated("a", "easy")]);
  const history = { progress: () => replay(events), events: () => events };
  const facts = infoFacts({ card: aCard("a"), lang, moment: after(0, days) }, history, messagesIn(lang));
  return facts.memory?.due ?? "";
}

describe("the page about a card", () => {
  test("says in words of its own when a card is due, and how long it has been", () => {
    const days = Array.from({ length: 20 }, (_, day) => day).find((day) =>
      dueAfter(day, "en").includes("today"),
    );
    expect(days).toBeGreaterThan(1);
    const due = days ?? 0;
    expect(dueAfter(due - 2, "en")).toMatch(/\(in 2 days\)$/u);
    expect(dueAfter(due + 1, "en")).toMatch(/\(1 day overdue\)$/u);
    expect(dueAfter(due, "zh")).toMatch(/（今天）$/u);
    expect(dueAfter(due + 3, "zh")).toMatch(/（已过期 3 天）$/u);
  });

  test("has the learner's note and the reason of the flag", () => {
    const events = journal([
      draft({ type: "card-noted", card: card("a"), note: "mine" }),
      draft({ type: "card-flagged", card: card("a"), reason: "outdated" }),
    ]);
    const history = { progress: () => replay(events), events: () => events };
    const facts = infoFacts({ card: aCard("a"), lang: "en", moment: after(1) }, history, messagesIn("en"));
    expect(facts).toMatchObject({ note: "mine", flag: "outdated" });
  });
});
