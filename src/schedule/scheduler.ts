import type { FSRS, FSRSState, Grade } from "ts-fsrs";
import { Rating as FsrsRating, fsrs } from "ts-fsrs";

import type { Moment } from "../base/day.ts";
import { DAY, addDays, instantOf } from "../base/day.ts";
import { elapsedDays } from "./elapsed.ts";
import { fuzzAfter } from "./fuzz.ts";
import { setApart } from "./intervals.ts";
import type { Memory, Rating } from "./memory.ts";
import type { Parameters } from "./parameters.ts";
import { stepAfter } from "./steps.ts";

/** Says when cards come back. The same question always gets the same answer: there is no clock and no chance in it. */
export interface Scheduler {
  /** Returns the memory of `card` after an answer; `memory` is `null` for its first one. */
  readonly next: (card: string, memory: Memory | null, rating: Rating, moment: Moment) => Memory;
  /** Returns what `next` would return for each rating: what is shown is what is applied. */
  readonly outlook: (card: string, memory: Memory | null, moment: Moment) => Readonly<Record<Rating, Memory>>;
  /** Returns the chance that a card is recalled at `moment`, from 0 to 1. */
  readonly retrievability: (memory: Memory, moment: Moment) => number;
}

/**
 * Returns the scheduler of FSRS-6 by `parameters`.
 *
 * Of ts-fsrs it takes the formulas alone and gives them whole logical days. The scheduler in ts-fsrs counts days in UTC,
 * draws fuzz from the clock and refuses a clock that was put back; formulas know no clock.
 */
export function createScheduler(parameters: Parameters): Scheduler {
  let made: FSRS | null = null;
  // Most starts take no answer into account, and making the formulas takes as long as reading the journals.
  const formulas = (): FSRS => (made ??= formulasOf(parameters));
  const next: Scheduler["next"] = (card, memory, rating, moment) => {
    const elapsed = memory === null ? 0 : elapsedDays(memory.last, moment);
    return memoryAfter({ card, memory, rating, moment, elapsed, parameters, formulas: formulas() });
  };
  return {
    next,
    outlook: (card, memory, moment) => ({
      again: next(card, memory, "again", moment),
      hard: next(card, memory, "hard", moment),
      good: next(card, memory, "good", moment),
      easy: next(card, memory, "easy", moment),
    }),
    retrievability: (memory, moment) =>
      formulas().forgetting_curve(elapsedDays(memory.last, moment), memory.stability),
  };
}

/** An answer and what decides what becomes of it. */
interface Answer {
  readonly card: string;
  readonly memory: Memory | null;
  readonly rating: Rating;
  readonly moment: Moment;
  /** Logical days since the last answer. */
  readonly elapsed: number;
  readonly parameters: Parameters;
  readonly formulas: FSRS;
}

const GRADES: Readonly<Record<Rating, Grade>> = {
  again: FsrsRating.Again,
  hard: FsrsRating.Hard,
  good: FsrsRating.Good,
  easy: FsrsRating.Easy,
};

function formulasOf(parameters: Parameters): FSRS {
  return fsrs({
    w: parameters.weights,
    request_retention: parameters.retention,
    maximum_interval: parameters.maximumInterval,
    // Only their number matters here: several relearning steps lower the ceiling of the same-day weights.
    relearning_steps: parameters.relearningSteps.map(() => "1m" as const),
  });
}

function memoryAfter(answer: Answer): Memory {
  const { memory, rating, moment } = answer;
  const { stability, difficulty } = stateAfter(answer, rating);
  const lapsed = memory?.phase === "review" && rating === "again";
  return {
    stability,
    difficulty,
    ...courseAfter(answer, stability),
    last: { at: moment.at, day: moment.day, tz: moment.tz },
    reps: repsAfter(answer),
    lapses: (memory?.lapses ?? 0) + (lapsed ? 1 : 0),
  };
}

function stateAfter({ formulas, memory, elapsed }: Answer, rating: Rating): FSRSState {
  return formulas.next_state(memory, elapsed, GRADES[rating]);
}

function repsAfter({ memory }: Answer): number {
  return (memory?.reps ?? 0) + 1;
}

/** Returns where the card goes from here: to a step, or back after some days. A step of a day or more counts in days. */
function courseAfter(answer: Answer, stability: number): Pick<Memory, "phase" | "step" | "due"> {
  const { memory, rating, moment, parameters } = answer;
  const step = stepAfter(memory, rating, parameters);
  if (step !== null && step.delay < DAY) {
    const phase = memory === null || memory.phase === "learning" ? "learning" : "relearning";
    return { phase, step: step.index, due: { kind: "instant", at: instantOf(moment.at + step.delay) } };
  }
  const days = step === null ? intervalAfter(answer, stability) : Math.floor(step.delay / DAY);
  return { phase: "review", step: 0, due: { kind: "day", day: addDays(moment.day, days) } };
}

/** Returns the days until a card comes back that is past its steps. */
function intervalAfter(answer: Answer, stability: number): number {
  const { card, memory, rating, elapsed, parameters, formulas } = answer;
  const fuzz = fuzzAfter({ card, reps: repsAfter(answer), elapsed }, parameters);
  const intervalOf = (stability: number): number => formulas.next_interval(stability, elapsed);
  if (memory?.phase !== "review" || rating === "again") return fuzz(intervalOf(stability));
  const intervals = {
    hard: intervalOf(stateAfter(answer, "hard").stability),
    good: intervalOf(stateAfter(answer, "good").stability),
    easy: intervalOf(stateAfter(answer, "easy").stability),
  };
  return setApart(intervals, fuzz, parameters.maximumInterval)[rating];
}
