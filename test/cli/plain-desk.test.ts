import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, onTestFinished, test } from "vitest";

import { PlainDesk, sittingNow } from "../../src/cli/plain-desk.ts";
import { startSession, type Answer } from "../../src/review/session.ts";
import { openStore } from "../../src/store/store.ts";
import { after, journal, rated } from "../history/builders.ts";
import { aContext } from "./a-context.ts";

function answerAt(minutes: number): Answer {
  const [event] = journal([rated("a", "good", after(minutes))], "d3f2", minutes);
  if (event?.type !== "card-rated") throw new Error("an answer is a rating");
  return { event, before: "new" };
}

describe("the desk of a review in lines", () => {
  test("lets somebody else write, and goes on with what was answered and undone before", async () => {
    const { context } = aContext();
    mkdirSync(context.shippedDeck);
    writeFileSync(join(context.shippedDeck, "notes.en.md"), "# Notes\n\n## What is a barrier?\n\nA mark.\n");
    const sitting = await sittingNow(context);
    const lines = {
      next: () => Promise.resolve(null),
      pausedFor: (run: () => Promise<void>) => run(),
      signal: new AbortController().signal,
      close: () => {},
    };
    const desk = new PlainDesk(context, lines, sitting);
    onTestFinished(() => desk.close());
    const [one, other] = [answerAt(1), answerAt(2)];
    const session = { ...startSession(sitting.start), answers: [one], undone: [other] };
    const back = await desk.closedFor(() => Promise.resolve(openStore(context.places).close()), session);
    expect([back.answers, back.undone]).toEqual([[one], [other]]);
    expect(back.stage.kind).toBe("asking");
    expect(() => openStore(context.places)).toThrow("locked");
  });
});
