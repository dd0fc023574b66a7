import { addDays, type Day, type Moment, type Zone } from "../base/day.ts";
import type { Deck } from "../card/deck.ts";
import { dayTally, type DayTally, type Progress } from "../history/progress.ts";
import { buildQueue, nextAt, type Limits, type Queue } from "./queue.ts";

/** Where and when somebody learns: what turns a logical day into an instant. */
export interface Locality {
  readonly zone: Zone;
  /** The hour at which a logical day begins. */
  readonly rollover: number;
}

/** Whose day it is: the cards, and what is known of them. */
export interface Subject {
  readonly deck: Deck;
  readonly progress: Progress;
}

/** What today holds. */
export interface Today {
  readonly day: Day;
  readonly queue: Queue;
  /** What was done today. */
  readonly tally: DayTally;
  /** Days in a row, up to today or yesterday, on which something was answered. */
  readonly streak: number;
  /** Whole minutes that what is left will take; 0 = less than one. */
  readonly minutes: number;
  /** Milliseconds until a card comes that isn't to be asked yet; `null` = none is scheduled. */
  readonly nextIn: number | null;
  /** New cards beyond today's limit; no more than 100 are counted. */
  readonly unseen: number;
}

/** What an answer takes as long as nothing is known, in milliseconds. */
const USUAL_ANSWER = 12_000;
/** So many answers of the usual length are taken for granted: a few slow ones say little. */
const ASSUMED = 20;
/** A new card is answered about so often on its first day. */
const ANSWERS_TO_NEW = 2.5;

/** Returns what today holds for a deck. */
export function todayOf(subject: Subject, limits: Limits, moment: Moment, here: Locality): Today {
  const { deck, progress } = subject;
  const queue = buildQueue(deck, progress, limits, moment);
  const { counts } = queue;
  const next = nextAt(queue, here.zone, here.rollover);
  const answers = counts.review + counts.learning + counts.new * ANSWERS_TO_NEW;
  return {
    day: moment.day,
    queue,
    tally: dayTally(progress, moment.day),
    streak: streakOf(progress, moment.day),
    minutes: minutesFor(answers * usualAnswer(progress)),
    nextIn: next === null ? null : Math.max(0, next - moment.at),
    unseen: queue.unseen,
  };
}

/** Returns a time in whole minutes: what takes less than one is never told as one. */
function minutesFor(ms: number): number {
  return ms < 60_000 ? 0 : Math.round(ms / 60_000);
}

/** Returns for how many days in a row something was answered; today counts as soon as it has an answer. */
export function streakOf(progress: Progress, today: Day): number {
  let day = dayTally(progress, today).answers > 0 ? today : addDays(today, -1);
  let days = 0;
  while (dayTally(progress, day).answers > 0) {
    days += 1;
    day = addDays(day, -1);
  }
  return days;
}

function usualAnswer(progress: Progress): number {
  const tallies = Object.values(progress.days);
  const answers = tallies.reduce((sum, tally) => sum + tally.answers, 0);
  const ms = tallies.reduce((sum, tally) => sum + tally.ms, 0);
  return (ms + USUAL_ANSWER * ASSUMED) / (answers + ASSUMED);
}
