import { everyRun, exactlyOnce, seedsOf } from "sluice/exercise";

import type { Outcome } from "./scene.ts";

const MOST_BEHIND = 400;
const MOST_BACKPRESSURE = 0.1;
const SLOTS = 4;
/** 396 updates, 400 a second. */
const RUSH = { rounds: 36, every: 2.5 };

export const checks = [
  everyRun({
    id: "keeps-up",
    says: {
      zh: "每秒 400 条更新时，source 反压不超过 10 %，最后一条更新到达后 400 毫秒之内全部写完。",
      en: "At 400 updates a second the source is backpressured 10 % at most, and 400 ms after the last update all is written.",
    },
    requests: (effort) =>
      seedsOf(effort).map((seed) => ({ seed, input: seed, variation: RUSH, watch: "metrics" })),
    breach: ({ behind }: Outcome, _input, { metrics }) => {
      const source = metrics[0]?.tasks[0]?.backPressuredRatio ?? 0;
      if (behind <= MOST_BEHIND && source <= MOST_BACKPRESSURE) return null;
      return {
        expected: { msBehind: `<= ${MOST_BEHIND}`, sourceBackpressured: `<= ${percent(MOST_BACKPRESSURE)}` },
        actual: { msBehind: behind, sourceBackpressured: percent(source) },
      };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "four-slots",
    says: { zh: "作业用的 slot 不超过 4 个。", en: "The job takes no more than four slots." },
    requests: () => [{}],
    breach: ({ slots }: Outcome) =>
      slots <= SLOTS ? null : { expected: { slots: `<= ${SLOTS}` }, actual: { slots } },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "newest-wins",
    says: {
      zh: "每个订单最后留在数据库里的是最新的版本。",
      en: "What the database shows of every order in the end is its newest version.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed, variation: RUSH })),
    breach: ({ rows }: Outcome, orders: readonly string[]) => {
      const newest = newestOf(orders, RUSH.rounds);
      const expected = newest.filter((row) => !rows.includes(row));
      const actual = rows.filter((row) => !newest.includes(row));
      return expected.length + actual.length === 0 ? null : { expected, actual };
    },
  }),
  exactlyOnce({
    id: "no-loss",
    says: {
      zh: "TaskManager 进程在任何一步被杀，更新一条不丢，旧版本也不会盖住新版本。",
      en: "Whichever step a TaskManager is killed at, no update is lost, and none comes back in place of a newer one.",
    },
    outcomeOf: ({ rows }: Outcome) => rows,
    crashAt: (step) => ({ type: "kill-task-manager", at: { step } }),
    checkpoints: 2,
  }),
];

function percent(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}

/** Returns the newest version of each order. */
function newestOf(orders: readonly string[], rounds: number): readonly string[] {
  const versions = new Map<string, number>();
  for (const order of orders) versions.set(order, (versions.get(order) ?? 0) + rounds);
  return [...versions].map(([order, version]) => `${order} version ${version}`);
}
