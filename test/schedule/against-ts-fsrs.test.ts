import * as fc from "fast-check";
import type { Card, Grade } from "ts-fsrs";
import { State, createEmptyCard, fsrs } from "ts-fsrs";
import { describe, expect, test } from "vitest";

import { DAY, MINUTE, dayNumber } from "../../src/base/day.ts";
import type { Memory, Phase } from "../../src/schedule/memory.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { noonOf } from "./moments.ts";

const PHASES: Readonly<Record<State, Phase | null>> = {
  [State.New]: null,
  [State.Learning]: "learning",
  [State.Review]: "review",
  [State.Relearning]: "relearning",
};

/** In UTC, from noon to noon, the scheduler of ts-fsrs counts days as we do: there it is a model for ours. */
function expected(card: Card) {
  const at = card.due.getTime();
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    phase: PHASES[card.state],
    due: card.state === State.Review ? { day: Math.floor(at / DAY) } : { minute: Math.round(at / MINUTE) },
    reps: card.reps,
    lapses: card.lapses,
  };
}

function actual({ stability, difficulty, phase, due, reps, lapses }: Memory) {
  const when = due.kind === "day" ? { day: dayNumber(due.day) } : { minute: Math.round(due.at / MINUTE) };
  return { stability, difficulty, phase, due: when, reps, lapses };
}

const answers = fc.array(
  fc.record({
    // `hard` on a later step is left out: ts-fsrs gives it the delay of the first step, Anki repeats the present one.
    grade: fc.constantFrom<Grade>(1, 3, 4),
    days: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
  }),
  { minLength: 1, maxLength: 30 },
);

describe("the scheduler in logical days that are days of UTC", () => {
  test("does what ts-fsrs does", () => {
    const model = fsrs({ enable_fuzz: false });
    const { next } = createScheduler({ ...DEFAULT_PARAMETERS, fuzz: "off" });
    fc.assert(
      fc.property(answers, (history) => {
        let card = createEmptyCard(new Date(noonOf(20_000).at));
        let memory: Memory | null = null;
        let day = 20_000;
        for (const [index, { grade, days }] of history.entries()) {
          day += days;
          const moment = noonOf(day, index);
          card = model.next(card, new Date(moment.at), grade).card;
          memory = next("card", memory, RATINGS[grade - 1] ?? "again", moment);
          expect(actual(memory)).toEqual(expected(card));
        }
      }),
      { numRuns: 300 },
    );
  });
});
