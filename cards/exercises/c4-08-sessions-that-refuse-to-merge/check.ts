import { everyRun, seedsOf } from "sluice/exercise";

import type { Click } from "./job.ts";
import type { Outcome } from "./scene.ts";

const MINUTE = 60_000;
const GAP = 30 * MINUTE;
const OUT_OF_ORDERNESS = 60 * MINUTE;
/** With each seed. */
const ORDERS = 40;

export const checks = [
  everyRun({
    id: "in-order",
    says: {
      zh: "点击按时间顺序到达时，会话不多不少，正好由超过 30 分钟的停顿隔开。",
      en: "If clicks come in the order of time, the sessions are those that their pauses of more than 30 minutes make.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: wrongSessions,
  }),
  everyRun({
    id: "any-order",
    says: {
      zh: "只要不超过乱序容忍，点击按任何顺序到达，会话都一样。",
      en: "In whatever order clicks come within the bound, the sessions are the same.",
    },
    requests: (effort) =>
      seedsOf(effort).flatMap((seed) =>
        Array.from({ length: ORDERS }, (_, order) => ({
          seed,
          input: seed,
          variation: { order: 1 + seed * ORDERS + order },
        })),
      ),
    breach: wrongSessions,
  }),
  everyRun({
    id: "one-timer",
    says: {
      zh: "任何时刻，定时器都不比开着的会话多。",
      en: "There are never more timers than open sessions.",
    },
    requests: () => [0, 1, 2].map((order) => ({ variation: { order }, watch: "metrics" }) as const),
    breach: ({ arrived }: Outcome, _clicks: readonly Click[], { metrics }) => {
      const [most, timers] = [mostOpen(arrived), Math.max(0, ...metrics.map((each) => each.maxTimers))];
      return timers <= most ? null : { expected: { timers: `<= ${most}` }, actual: { timers } };
    },
  }),
  everyRun({
    id: "nothing-left",
    says: {
      zh: "停顿超过 30 分钟，watermark 也越过之后，状态里什么也不剩。",
      en: "When every session has been over for its gap, and the watermark has passed it, nothing stays in the state.",
    },
    requests: () => [0, 1, 2].map((order) => ({ variation: { order }, watch: "metrics" }) as const),
    breach: (_outcome: Outcome, _clicks: readonly Click[], { metrics }) => {
      const stateEntries = metrics.reduce((sum, each) => sum + each.stateEntries, 0);
      const timers = metrics.reduce((sum, each) => sum + each.timers, 0);
      return stateEntries + timers === 0
        ? null
        : { expected: { stateEntries: 0, timers: 0 }, actual: { stateEntries, timers } };
    },
  }),
];

/** Says which sessions are wrong, and which are missing. */
function wrongSessions({ sessions }: Outcome, clicks: readonly Click[]) {
  const right = sessionsOf(clicks);
  const expected = right.filter((each) => !sessions.includes(each));
  const actual = sessions.filter((each, index) => !right.includes(each) || sessions.indexOf(each) !== index);
  return expected.length + actual.length === 0 ? null : { expected, actual };
}

/** Returns the sessions of clicks that are all known, in the words of the report. */
function sessionsOf(clicks: readonly Click[]): readonly string[] {
  return partsOf(clicks).map((part) => {
    const [first, last] = [part[0], part.at(-1)];
    if (first === undefined || last === undefined) return "";
    return `${first.user} ${clockOf(first.time)}-${clockOf(last.time)} ${part.length} clicks from ${first.page}`;
  });
}

/** Returns the clicks of each session, in the order of time. */
function partsOf(clicks: readonly Click[]): readonly (readonly Click[])[] {
  const parts: Click[][] = [];
  for (const click of clicks.toSorted((one, other) => one.time - other.time)) {
    const own = parts.find((part) =>
      part.some(({ user, time }) => user === click.user && click.time - time <= GAP),
    );
    if (own === undefined) parts.push([click]);
    else own.push(click);
  }
  return parts;
}

/** Returns how many sessions are open at a time at most: those of the clicks so far that the watermark has not passed. */
function mostOpen(arrived: readonly Click[]): number {
  let [most, watermark] = [0, Number.NEGATIVE_INFINITY];
  for (const [index, { time }] of arrived.entries()) {
    const ends = partsOf(arrived.slice(0, index + 1)).map((part) => (part.at(-1)?.time ?? 0) + GAP);
    const before = watermark;
    most = Math.max(most, ends.filter((end) => end > before).length);
    watermark = Math.max(watermark, time - OUT_OF_ORDERNESS - 1);
  }
  return most;
}

function clockOf(time: number): string {
  const minutes = Math.round(time / MINUTE);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
