import type { Day } from "../../base/day.ts";
import { dayOf, daysBetween, SECOND } from "../../base/day.ts";
import type { CardProgress } from "../../history/progress.ts";
import type { Memory } from "../../schedule/memory.ts";
import type { Parameters } from "../../schedule/parameters.ts";
import type { CardState } from "../package/collection.ts";

/** What a card's row follows from, besides the card. */
export interface StateRules {
  /** The day that counts as 0. */
  readonly firstDay: Day;
  readonly today: Day;
  readonly parameters: Parameters;
}

/** How a card stands here. */
export interface StandingCard {
  /** Its place among all cards, from 1: the order in which new ones come. */
  readonly position: number;
  readonly progress: CardProgress;
  /** When it was last answered as the exported log has it, in milliseconds; 0 = never. */
  readonly lastAnswer: number;
}

const SUSPENDED = -1;
const BURIED = -3;
const OVER_DAYS = 3;

/** The hour at which Anki's days begin; logical days are counted as if ours did too. */
export const ROLLOVER = 4;
const START_EASE = 2500;

/** Returns where a card stands, as Anki keeps it. */
export function cardState(card: StandingCard, rules: StateRules): CardState {
  const { memory, standing, buriedOn } = card.progress;
  const state = memory === null ? newState(card.position) : learnedState(memory, card, rules);
  if (standing === "suspended") return { ...state, queue: SUSPENDED };
  return buriedOn === rules.today ? { ...state, queue: BURIED } : state;
}

function newState(position: number): CardState {
  return {
    type: 0,
    queue: 0,
    due: position,
    interval: 0,
    factor: 0,
    reps: 0,
    lapses: 0,
    left: 0,
    data: "{}",
  };
}

function learnedState(memory: Memory, card: StandingCard, rules: StateRules): CardState {
  const { reps, lapses } = memory;
  return {
    ...courseOf(memory, rules),
    factor: START_EASE,
    reps,
    lapses,
    data: memoryJson(memory, card, rules),
  };
}

type Course = Pick<CardState, "type" | "queue" | "due" | "interval" | "left">;

function courseOf(memory: Memory, rules: StateRules): Course {
  const { phase, due, last } = memory;
  if (due.kind === "day") {
    const interval = Math.max(1, daysBetween(last.day, due.day));
    return { type: 2, queue: 2, due: daysBetween(rules.firstDay, due.day), interval, left: 0 };
  }
  const [type, steps] =
    phase === "learning" ? [1, rules.parameters.learningSteps] : [3, rules.parameters.relearningSteps];
  const remaining = Math.max(1, steps.length - memory.step);
  // Only a card that was forgotten has an interval while it is learned; at 90 % it is the stability.
  const interval = phase === "learning" ? 0 : Math.max(1, Math.round(memory.stability));
  const dueDay = dayOf(due.at, last.tz, ROLLOVER);
  return {
    type,
    interval,
    left: remaining * 1000 + remaining,
    ...(dueDay > dayOf(last.at, last.tz, ROLLOVER)
      ? { queue: OVER_DAYS, due: daysBetween(rules.firstDay, dueDay) }
      : { queue: 1, due: Math.floor(due.at / SECOND) }),
  };
}

/**
 * Stability, difficulty and retention as Anki writes them. `lrt` is when the card was last answered, in seconds:
 * without it Anki repairs the card and asks for a full synchronisation.
 */
function memoryJson(
  { stability, difficulty }: Memory,
  card: StandingCard,
  { parameters }: StateRules,
): string {
  return JSON.stringify({
    pos: card.position,
    s: rounded(stability, 4),
    d: rounded(difficulty, 3),
    dr: rounded(parameters.retention, 2),
    decay: rounded(parameters.weights[20] ?? 0, 3),
    lrt: Math.floor(card.lastAnswer / SECOND),
  });
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
