import { describe, expect, test } from "vitest";

import { answersIn } from "../../../src/anki/export/answers.ts";
import { reviewsOf } from "../../../src/anki/export/review-log.ts";
import { DAY, HOUR, MINUTE } from "../../../src/base/day.ts";
import type { CardId } from "../../../src/card/card.ts";
import { cardProgress } from "../../../src/history/progress.ts";
import { replay } from "../../../src/history/replay.ts";
import { Diary } from "../sample-history.ts";

const NINE = Date.parse("2026-11-02T01:00:00Z");

function logOf(diary: Diary, card = "a") {
  return reviewsOf(
    answersIn(diary.events).filter((answer) => answer.card === card),
    7,
  );
}

describe("the review log", () => {
  test("tells by which step or interval a card comes back, and came before", () => {
    const diary = new Diary();
    diary.rate(NINE, "a", 3);
    diary.rate(NINE + 11 * MINUTE, "a", 3);
    diary.rate(NINE + 5 * DAY, "a", 1);
    diary.rate(NINE + 5 * DAY + 11 * MINUTE, "a", 3);
    const log = logOf(diary);
    expect(log.map(({ kind, rating }) => [kind, rating])).toEqual([
      [0, 3],
      [0, 3],
      [1, 1],
      [2, 3],
    ]);
    expect(log[0]).toMatchObject({ card: 7, id: NINE, interval: -600, lastInterval: 0 });
    expect(log[1]?.interval).toBeGreaterThanOrEqual(1);
    expect(log.map(({ lastInterval }) => lastInterval)).toEqual([
      0,
      ...log.slice(0, -1).map(({ interval }) => interval),
    ]);
    expect(log[2]?.interval).toBe(-600);
  });

  test("tells the difficulty after the answer, from 100 to 1100", () => {
    const diary = new Diary();
    diary.rate(NINE, "a", 1);
    const difficulty = cardProgress(replay(diary.events), "a" as CardId).memory?.difficulty ?? 0;
    expect(logOf(diary)[0]?.factor).toBe(Math.round(((difficulty - 1) / 9 + 0.1) * 1000));
  });

  test("counts no answer longer than a minute", () => {
    const diary = new Diary();
    diary.rate(NINE, "a", 3, 90_000);
    diary.rate(NINE + HOUR, "a", 3, 1234.4);
    expect(logOf(diary).map(({ milliseconds }) => milliseconds)).toEqual([60_000, 1234]);
  });

  test("gives two answers of one millisecond two ids, for one can't have both", () => {
    const diary = new Diary();
    for (const card of ["a", "b", "c"]) diary.rate(NINE, card, 3);
    diary.rate(NINE + 1, "d", 3);
    expect(answersIn(diary.events).map(({ id }) => id - NINE)).toEqual([0, 1, 2, 3]);
  });

  test("has practice as what changed nothing", () => {
    const diary = new Diary();
    diary.rate(NINE, "a", 3);
    diary.rate(NINE + HOUR, "a", 1, 1000, "cram");
    const [first, practice] = logOf(diary);
    expect(practice).toMatchObject({ kind: 3, factor: 0, interval: first?.interval });
  });

  test("begins with learning: practice from before it is left out", () => {
    const diary = new Diary();
    diary.rate(NINE, "a", 3, 1000, "cram");
    expect(logOf(diary)).toEqual([]);
    diary.rate(NINE + HOUR, "a", 3);
    expect(logOf(diary).map(({ kind }) => kind)).toEqual([0]);
  });

  test("leaves out what was undone, and has it again once it was redone", () => {
    const diary = new Diary();
    const answer = diary.rate(NINE, "a", 1);
    const undo = diary.note(NINE + 1000, { type: "retracted", event: answer.id });
    expect(logOf(diary)).toEqual([]);
    diary.note(NINE + 2000, { type: "retracted", event: undo.id });
    expect(logOf(diary)).toHaveLength(1);
  });

  test("follows a card that is called otherwise since", () => {
    const diary = new Diary();
    diary.rate(NINE, "old", 3);
    diary.note(NINE + 1000, { type: "card-renamed", card: "old" as CardId, to: "a" as CardId });
    diary.rate(NINE + 11 * MINUTE, "a", 3);
    expect(logOf(diary).map(({ id }) => id)).toEqual([NINE, NINE + 11 * MINUTE]);
  });
});
