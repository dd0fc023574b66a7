import { readFileSync, readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { daysBetween } from "../../src/base/day.ts";
import type { Memory, Rating } from "../../src/schedule/memory.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import type { Parameters } from "../../src/schedule/parameters.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { createScheduler } from "../../src/schedule/scheduler.ts";
import { noonOf } from "./moments.ts";

interface State {
  readonly w: number;
  readonly s: number;
  readonly d: number;
  readonly days: number;
  readonly retention: number;
  readonly next: readonly (readonly [stability: number, difficulty: number, interval: number])[];
}

interface History {
  readonly w: number;
  readonly reviews: readonly (readonly [grade: number, days: number])[];
  readonly s: number;
  readonly d: number;
}

interface Vectors {
  readonly sets: readonly (readonly number[])[];
  readonly states: readonly State[];
  readonly histories: readonly History[];
}

const FOLDER = new URL("vectors/", import.meta.url);
const TOLERANCE = 1e-4;
const START = 20_000;

/** Every answer leads to days, as in the vectors, and intervals are what the formulas say. */
const BARE: Parameters = {
  ...DEFAULT_PARAMETERS,
  learningSteps: [],
  relearningSteps: [],
  fuzz: "off",
};

function schedulerOf(vectors: Vectors, { w, retention }: { w: number; retention: number }) {
  return createScheduler({ ...BARE, retention, weights: vectors.sets[w] ?? [] });
}

function deviation(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-9);
}

function memoryOf({ s, d }: State): Memory {
  const last = noonOf(START);
  return {
    stability: s,
    difficulty: d,
    phase: "review",
    step: 0,
    due: { kind: "day", day: last.day },
    last,
    reps: 5,
    lapses: 0,
  };
}

/** The intervals of the vectors times `factor` in whole days, set apart as the ratings demand. */
function wholeIntervals(state: State, factor: number): Readonly<Record<Rating, number>> {
  const longest = BARE.maximumInterval;
  const [again = 0, hard = 0, good = 0, easy = 0] = state.next.map(([, , interval]) =>
    Math.min(Math.max(1, Math.round(interval * factor)), longest),
  );
  const first = Math.min(hard, good);
  const second = Math.min(Math.max(good, first + 1), longest);
  return { again, hard: first, good: second, easy: Math.min(Math.max(easy, second + 1), longest) };
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith(".json")))("vectors of %s", (name) => {
  const vectors: Vectors = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

  test("every next state is within 1e-4", () => {
    const wrong = vectors.states.filter((state) => {
      const outlook = schedulerOf(vectors, state).outlook(
        "card",
        memoryOf(state),
        noonOf(START + state.days),
      );
      return RATINGS.some((rating, index) => {
        const [s = Number.NaN, d = Number.NaN] = state.next[index] ?? [];
        const { stability, difficulty } = outlook[rating];
        return !(deviation(stability, s) < TOLERANCE && deviation(difficulty, d) < TOLERANCE);
      });
    });
    expect(wrong).toEqual([]);
  });

  test("every next interval is the one of the vectors in whole days", () => {
    const wrong = vectors.states.filter((state) => {
      const today = noonOf(START + state.days);
      const outlook = schedulerOf(vectors, state).outlook("card", memoryOf(state), today);
      // A hair's breadth may fall on the other side of a half.
      const lowest = wholeIntervals(state, 1 - TOLERANCE);
      const highest = wholeIntervals(state, 1 + TOLERANCE);
      return RATINGS.some((rating) => {
        const { due } = outlook[rating];
        const days = due.kind === "day" ? daysBetween(today.day, due.day) : Number.NaN;
        return !(lowest[rating] <= days && days <= highest[rating]);
      });
    });
    expect(wrong).toEqual([]);
  });

  test("every history ends within 1e-4", () => {
    const wrong = vectors.histories.filter((history) => {
      const scheduler = schedulerOf(vectors, { w: history.w, retention: 0.9 });
      let memory: Memory | null = null;
      let day = START;
      for (const [grade, days] of history.reviews) {
        day += days;
        memory = scheduler.next("card", memory, RATINGS[grade - 1] ?? "again", noonOf(day));
      }
      return !(
        memory !== null &&
        deviation(memory.stability, history.s) < TOLERANCE &&
        deviation(memory.difficulty, history.d) < TOLERANCE
      );
    });
    expect(wrong).toEqual([]);
  });
});
