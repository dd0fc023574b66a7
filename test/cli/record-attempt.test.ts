import { join } from "node:path";

import { describe, expect, test } from "vitest";

import type { Context } from "../../src/cli/context.ts";
import { recordAttempt } from "../../src/cli/record-attempt.ts";
import { variantFor } from "../../src/exercise/variant.ts";
import type { HistoryEvent } from "../../src/history/event.ts";
import { cardProgress } from "../../src/history/progress.ts";
import { beginAttempt } from "../../src/practice/practice.ts";
import { openStore } from "../../src/store/store.ts";
import { anExercise } from "../exercise/an-exercise.ts";
import { after, card, draft, rated } from "../history/builders.ts";
import { writeFiles } from "../store/scratch.ts";
import { aContext } from "./a-context.ts";

const NOTES = ["seen", "other", "new", "resting"]
  .map((name) => `<!-- card: ${name} -->\n## What is ${name}?\n\nA thing called ${name}.\n`)
  .join("\n");
const exercise = anExercise({ cards: ["seen", "new", "resting", "elsewhere"] });
const variant = variantFor(exercise, 0, null);

/** A deck of four cards, of which three have been learned; one of those rests for good, one is about something else. */
function aLearner(): Context {
  const { context, folder } = aContext();
  writeFiles(join(folder, "cards"), { "a.md": NOTES });
  const store = openStore(context.places);
  store.append([
    rated("seen", "good", after(-60)),
    rated("other", "good", after(-60)),
    rated("resting", "good", after(-60)),
    draft({ type: "card-suspended", card: card("resting") }, after(-50)),
  ]);
  store.close();
  return context;
}

/** Puts a pass on record, and returns what the journal gained. */
async function record(
  context: Context,
  rootCause: "right" | "wrong" | null,
): Promise<readonly HistoryEvent[]> {
  const attempt = beginAttempt(variant);
  await recordAttempt(context, exercise, variant, {
    type: "record",
    rating: "easy",
    attempt,
    end: "passed",
    rootCause,
  });
  const store = openStore(context.places);
  const events = store.events().filter(({ type, at }) => type === "card-rated" && at >= after(-1).at);
  store.close();
  return events;
}

describe("an attempt on record", () => {
  test("rates the learned cards that it is about hard, where the learner didn't know why the job was broken", async () => {
    const context = aLearner();
    const events = await record(context, "wrong");
    expect(events).toMatchObject([
      { card: "seen", rating: "hard", source: "exercise", ms: 0 },
      { card: "c6-02", rating: "easy", attempt: { rootCause: "wrong" } },
    ]);
    expect(events[0]).not.toHaveProperty("attempt");
    const store = openStore(context.places);
    expect(cardProgress(store.progress(), card("new")).memory).toBeNull();
    store.close();
  });

  test.each(["right", null] as const)(
    "leaves them alone where the learner knew, or wasn't asked: %s",
    async (cause) => {
      const events = await record(aLearner(), cause);
      expect(events.map((event) => "card" in event && event.card)).toEqual(["c6-02"]);
      expect(events[0]).toHaveProperty(
        "attempt",
        expect.objectContaining(cause === null ? {} : { rootCause: cause }),
      );
      expect(JSON.stringify(events)).not.toContain("wrong");
    },
  );
});
