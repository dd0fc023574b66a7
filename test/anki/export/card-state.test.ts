import { describe, expect, test } from "vitest";

import type { StandingCard } from "../../../src/anki/export/card-state.ts";
import { cardState } from "../../../src/anki/export/card-state.ts";
import type { Day } from "../../../src/base/day.ts";
import { instantOf, MINUTE } from "../../../src/base/day.ts";
import { FRESH_CARD } from "../../../src/history/progress.ts";
import type { Memory } from "../../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../../src/schedule/parameters.ts";

const AT = instantOf(Date.parse("2026-11-20T09:00:00+08:00"));
const MEMORY: Memory = {
  stability: 12.34567,
  difficulty: 5.6789,
  phase: "review",
  step: 0,
  due: { kind: "day", day: "2026-12-02" as Day },
  last: { at: AT, day: "2026-11-20" as Day, tz: 480 },
  reps: 4,
  lapses: 1,
};
const RULES = { firstDay: "2026-11-01" as Day, today: "2026-11-21" as Day, parameters: DEFAULT_PARAMETERS };

function stateOf(memory: Memory | null, change: Partial<StandingCard["progress"]> = {}) {
  return cardState(
    { position: 9, lastAnswer: AT + 1, progress: { ...FRESH_CARD, memory, ...change } },
    RULES,
  );
}

describe("the state of a card", () => {
  test("that is new is its place in the queue of new ones", () => {
    expect(stateOf(null)).toMatchObject({ type: 0, queue: 0, due: 9, factor: 0, reps: 0, data: "{}" });
  });

  test("in review counts days from the first", () => {
    expect(stateOf(MEMORY)).toMatchObject({
      type: 2,
      queue: 2,
      due: 31,
      interval: 12,
      factor: 2500,
      left: 0,
      reps: 4,
      lapses: 1,
    });
  });

  test("tells its memory in Anki's precision, and when it was last answered", () => {
    expect(JSON.parse(stateOf(MEMORY).data)).toEqual({
      pos: 9,
      s: 12.3457,
      d: 5.679,
      dr: 0.9,
      decay: 0.154,
      lrt: AT / 1000,
    });
  });

  test("in learning tells seconds, and how many steps are left", () => {
    const due = { kind: "instant", at: instantOf(AT + 10 * MINUTE) } as const;
    expect(stateOf({ ...MEMORY, phase: "learning", due })).toMatchObject({
      type: 1,
      queue: 1,
      due: AT / 1000 + 600,
      interval: 0,
      left: 2002,
    });
    expect(stateOf({ ...MEMORY, phase: "learning", step: 1, due })).toMatchObject({ left: 1001 });
    expect(stateOf({ ...MEMORY, phase: "relearning", due })).toMatchObject({
      type: 3,
      queue: 1,
      interval: 12,
      left: 1001,
    });
  });

  test("in learning over the end of a day counts days", () => {
    const late = instantOf(Date.parse("2026-11-21T03:55:00+08:00"));
    const memory: Memory = {
      ...MEMORY,
      phase: "learning",
      due: { kind: "instant", at: instantOf(late + 10 * MINUTE) },
      last: { at: late, day: "2026-11-20" as Day, tz: 480 },
    };
    expect(stateOf(memory)).toMatchObject({ type: 1, queue: 3, due: 20 });
  });

  test("that is suspended or buried keeps type and due", () => {
    expect(stateOf(MEMORY, { standing: "suspended" })).toMatchObject({ type: 2, queue: -1, due: 31 });
    expect(stateOf(MEMORY, { buriedOn: "2026-11-21" as Day })).toMatchObject({ type: 2, queue: -3, due: 31 });
    expect(stateOf(MEMORY, { buriedOn: "2026-11-20" as Day })).toMatchObject({ queue: 2 });
  });
});
