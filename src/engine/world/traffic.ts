import { IllegalArgumentException } from "../java/exceptions.ts";
import type { WorldClock } from "./world-clock.ts";

const SECOND = 1000;

/** A time with so many events a second, evenly spread; times in ms. */
export interface TrafficPhase {
  readonly duration: number;
  readonly perSecond: number;
}

/** Returns the times (ms) of events that come in phases, one phase after the other from `start` on. */
export function timesOf(phases: readonly TrafficPhase[], start = 0): readonly number[] {
  let begin = start;
  return phases.flatMap(({ duration, perSecond }) => {
    const first = begin;
    begin += duration;
    const count = Math.floor((duration * perSecond) / SECOND);
    return Array.from({ length: count }, (_, index) => first + (index * SECOND) / perSecond);
  });
}

/**
 * Has something done at each of these times (ms), which must not go back: how users and devices feed the systems outside
 * while a job runs. The run is not over before the last one. Throws an `IllegalArgumentException` if the times go back.
 */
export function atTimes(clock: WorldClock, times: readonly number[], event: (index: number) => void): void {
  if (times.some((time, index) => time < (times[index - 1] ?? time))) {
    throw new IllegalArgumentException("the times of events must not go back");
  }
  const arrange = (index: number): void => {
    const time = times[index];
    if (time === undefined) return;
    clock.schedule(time, () => {
      event(index);
      arrange(index + 1);
    });
  };
  arrange(0);
}
