import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { eventIdOf } from "../../src/history/event-id.ts";
import { replay } from "../../src/history/replay.ts";
import { revise } from "../../src/history/revise.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { after, draft, journal, journals, later, rated } from "./builders.ts";

describe("revise", () => {
  test("ends where a replay of everything ends, whatever is retracted", () => {
    fc.assert(
      fc.property(journals, fc.nat(45), fc.nat(20_000), (events, target, minutes) => {
        const event = events[target]?.id ?? eventIdOf("gone", 99);
        const [retraction] = journal([draft({ type: "retracted", event }, later(minutes))], "c3");
        const all = retraction === undefined ? events : [...events, retraction];
        expect(all.slice(-1).map((last) => revise(replay(events), all, last))).toEqual([replay(all)]);
      }),
      { numRuns: 500 },
    );
  });

  test("goes by other parameters where they are what is retracted", () => {
    const parameters = { ...DEFAULT_PARAMETERS, learningSteps: [] };
    const events = journal([
      draft({ type: "parameters-set", parameters }),
      rated("a", "good", after(1)),
      draft({ type: "retracted", event: eventIdOf("d3f2", 1) }, after(2)),
    ]);
    const [undo] = events.slice(-1).map((last) => revise(replay(events.slice(0, 2)), events, last));
    expect(undo).toEqual(replay(events));
    expect(undo?.parameters).toBeNull();
  });
});
