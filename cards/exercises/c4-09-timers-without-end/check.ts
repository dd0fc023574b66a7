import { everyRun, seedsOf } from "sluice/exercise";

import type { RideEvent } from "./job.ts";
import type { Outcome } from "./scene.ts";

const MINUTE = 60_000;
const LIMIT = 120 * MINUTE;
const OUT_OF_ORDERNESS = 10 * MINUTE;

/** What can come of a ride, in the order in which it comes: minutes from the beginning. */
const ORDERINGS = [
  events(["in order", "START", 0], ["in order", "END", 40]),
  events(["END first", "END", 4], ["END first", "START", 0]),
  events(["no START", "END", 40]),
  events(["no END", "START", 0]),
  events(
    ["END after alert", "START", 0],
    ["other", "START", 131],
    ["other", "END", 132],
    ["END after alert", "END", 150],
  ),
];

/** Two hours to the minute are not more than two hours, and less than two hours are not either, however late the END is. */
const BORDERS = [
  events(["two hours", "START", 0], ["two hours", "END", 120]),
  events(
    ["two hours", "START", 0],
    ["other", "START", 130],
    ["two hours", "END", 120],
    ["other", "END", 131],
  ),
  events(["1:56", "START", 0], ["other", "START", 126], ["1:56", "END", 116], ["other", "END", 127]),
  events(["2:01", "START", 0], ["2:01", "END", 121]),
];

export const checks = [
  everyRun({
    id: "right-alerts",
    says: {
      zh: "凡是超过两小时的行程都只报一次，其余的一次也不报，事件按哪种顺序来都一样。",
      en: "Every ride of more than two hours is reported once, and no other, in whatever order events come.",
    },
    requests: (effort) => [
      ...[...ORDERINGS, ...BORDERS].map((input) => ({ input })),
      ...seedsOf(effort).map((seed) => ({ seed, input: seed })),
    ],
    breach: ({ calls }: Outcome, arrived: readonly RideEvent[]) => {
      const [expected, actual] = [longRides(arrived), calls.map(({ ride }) => ride).toSorted()];
      return actual.join() === expected.join() ? null : { expected, actual };
    },
  }),
  everyRun({
    id: "at-once",
    says: {
      zh: "一知道行程超过两小时就打电话：END 到的那一刻，或者 watermark 越过两小时的那一刻。",
      en: "Drivers are called as soon as it is known: when the END comes, or when the watermark has passed two hours.",
    },
    requests: (effort) => [
      ...[...ORDERINGS, ...BORDERS].map((input) => ({ input })),
      ...seedsOf(effort).map((seed) => ({ seed, input: seed })),
    ],
    breach: ({ calls }: Outcome, arrived: readonly RideEvent[]) => {
      for (const ride of longRides(arrived)) {
        const [known, call] = [knownAfter(ride, arrived), calls.find((each) => each.ride === ride)];
        if (call !== undefined && call.events !== known)
          return { expected: whenOf(ride, known, arrived), actual: whenOf(ride, call.events, arrived) };
      }
      return null;
    },
  }),
  everyRun({
    id: "one-timer",
    says: {
      zh: "任何时刻，定时器都不比还在等另一个事件的行程多。",
      en: "There are never more timers than rides that wait for their other event.",
    },
    requests: () => [0, 1].map((seed) => ({ seed, input: seed, watch: "metrics" })),
    breach: (_outcome: Outcome, arrived: readonly RideEvent[], { metrics }) => {
      const [most, timers] = [mostWaiting(arrived), Math.max(0, ...metrics.map((each) => each.maxTimers))];
      return timers <= most
        ? null
        : { expected: { timers: `<= ${most}` }, actual: { timers, events: arrived.length } };
    },
  }),
  everyRun({
    id: "nothing-left",
    says: {
      zh: "行程结束或者不必再等以后，状态里什么也不剩，五种到达顺序都一样。",
      en: "Nothing of a ride stays in the state when it is over, in none of the five orders of arrival.",
    },
    requests: () => [...ORDERINGS, 1].map((input) => ({ input, watch: "metrics" }) as const),
    breach: (_outcome: Outcome, _arrived: readonly RideEvent[], { metrics }) => {
      const stateEntries = metrics.reduce((sum, each) => sum + each.stateEntries, 0);
      const timers = metrics.reduce((sum, each) => sum + each.timers, 0);
      return stateEntries + timers === 0
        ? null
        : { expected: { stateEntries: 0, timers: 0 }, actual: { stateEntries, timers } };
    },
  }),
];

/** Returns events, and behind them those of a ride so much later that the watermark has passed them. */
function events(...rows: readonly (readonly [ride: string, type: RideEvent["type"], minute: number])[]) {
  const later = [
    ["later", "START", 600],
    ["later", "END", 601],
  ] as const;
  return [...rows, ...later].map(([ride, type, minute]) => ({ ride, type, time: minute * MINUTE }));
}

/** Returns the rides that lasted too long, or whose END never came. */
function longRides(arrived: readonly RideEvent[]): readonly string[] {
  const ends = new Map(arrived.filter(({ type }) => type === "END").map((end) => [end.ride, end.time]));
  return arrived
    .filter(({ type, ride, time }) => type === "START" && (ends.get(ride) ?? Infinity) - time > LIMIT)
    .map(({ ride }) => ride)
    .toSorted();
}

/** Returns how many events must have come to know that a long ride is one. */
function knownAfter(ride: string, arrived: readonly RideEvent[]): number {
  const start = arrived.find((event) => event.ride === ride && event.type === "START");
  let latest = Number.NEGATIVE_INFINITY;
  for (const [index, event] of arrived.entries()) {
    latest = Math.max(latest, event.time);
    const isOver = event.ride === ride && event.type === "END";
    if (start !== undefined && (isOver || latest - OUT_OF_ORDERNESS - 1 >= start.time + LIMIT))
      return index + 1;
  }
  // The end of the input is also the end of event time.
  return arrived.length;
}

/** Says when a driver is called: behind which event. */
function whenOf(ride: string, events: number, arrived: readonly RideEvent[]) {
  const last = arrived[events - 1];
  return { call: ride, behind: last === undefined ? "nothing" : `${last.type} ${last.ride}` };
}

/** Returns how many rides wait for their other event at a time at most; none waits for more than two hours. */
function mostWaiting(arrived: readonly RideEvent[]): number {
  const waiting = new Map<string, number>();
  let [most, latest] = [0, 0];
  for (const { ride, time } of arrived) {
    if (!waiting.delete(ride)) waiting.set(ride, time + LIMIT);
    most = Math.max(most, waiting.size);
    latest = Math.max(latest, time);
    for (const [each, until] of waiting) if (until < latest - OUT_OF_ORDERNESS) waiting.delete(each);
  }
  return most;
}
