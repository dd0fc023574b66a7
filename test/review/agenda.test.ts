import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { HOUR, MINUTE, instantOf, momentAt, type Moment } from "../../src/base/day.ts";
import { replay } from "../../src/history/replay.ts";
import { agendaOf } from "../../src/review/agenda-of.ts";
import { holdsAt, type Agenda } from "../../src/review/agenda.ts";
import { buildQueue } from "../../src/review/queue.ts";
import { RATINGS } from "../../src/schedule/memory.ts";
import { MORNING, journal, rated } from "../history/builders.ts";
import { ROLLOVER, fixedZone } from "../schedule/moments.ts";
import { LIMITS, aDeck } from "./builders.ts";

const HERE = { zone: fixedZone(8 * 60), rollover: ROLLOVER };
const CARDS = ["a", "b.1", "b.2", "c", "d.1", "d.2", "e"];
const DECK = aDeck(...CARDS);

/** The moment so many minutes after the morning. */
function at(minutes: number): Moment {
  return momentAt(instantOf(MORNING.at + minutes * MINUTE), HERE.zone, ROLLOVER);
}

const answers = fc.array(
  fc.record({
    card: fc.constantFrom(...CARDS),
    rating: fc.constantFrom(...RATINGS),
    minutes: fc.nat(4000),
  }),
  { maxLength: 25 },
);
const limits = fc.record({
  newPerDay: fc.nat(4),
  reviewsPerDay: fc.nat(4),
  learnAhead: fc.nat(40).map((minutes) => minutes * MINUTE),
});

describe("an agenda", () => {
  test("says the same as one made anew, for as long as it says that it holds", () => {
    fc.assert(
      fc.property(answers, limits, fc.nat(6000), fc.nat(1500), (given, rules, first, later) => {
        const inOrder = given.toSorted((a, b) => a.minutes - b.minutes);
        const events = inOrder.map(({ card, rating, minutes }) => rated(card, rating, at(minutes)));
        const progress = replay(journal(events));
        const agenda = (moment: Moment): Agenda =>
          agendaOf(buildQueue(DECK, progress, rules, moment), rules, moment, HERE);
        const said = agenda(at(first));
        const after = at(first + later);
        expect(holdsAt(said, at(first).at)).toBe(true);
        fc.pre(holdsAt(said, after.at));
        expect({ ...agenda(after), from: said.from }).toEqual(said);
      }),
      { numRuns: 2000 },
    );
  });

  test("ends where a step that is too far away comes near, and with the day", () => {
    const progress = replay(journal([rated("a", "again")]));
    const made = (learnAhead: number): Agenda => {
      const rules = { ...LIMITS, learnAhead };
      return agendaOf(buildQueue(DECK, progress, rules, MORNING), rules, MORNING, HERE);
    };
    expect(made(0)).toMatchObject({ counts: { learning: 0 }, until: MORNING.at + MINUTE });
    expect(made(HOUR)).toMatchObject({ counts: { learning: 1 } });
    expect(momentAt(made(HOUR).until, HERE.zone, ROLLOVER).day).not.toBe(MORNING.day);
    expect(momentAt(instantOf(made(HOUR).until - 1), HERE.zone, ROLLOVER).day).toBe(MORNING.day);
  });
});
