import { everyRun, exactlyOnce, seedsOf } from "sluice/exercise";

import type { Payment } from "./job.ts";
import type { Outcome } from "./scene.ts";

const STOPS = [130, 270, 450];

/** Says which accounts have another balance than what was paid into them. */
function wrongBalances({ balances }: Outcome, payments: readonly Payment[]) {
  const expected = balancesOf(payments).filter((line) => !balances.includes(line));
  const actual = balances.filter((line) => !balancesOf(payments).includes(line));
  return expected.length + actual.length === 0 ? null : { expected, actual };
}

export const checks = [
  everyRun({
    id: "rescaled",
    says: {
      zh: "任一 savepoint 用 1 到 6 中任意并行度恢复，每个账户的余额都不变。",
      en: "From any savepoint, with any number of subtasks from 1 to 6, every account keeps its balance.",
    },
    requests: (effort) =>
      STOPS.flatMap((stop) =>
        [1, 2, 3, 4, 5, 6].flatMap((after) =>
          seedsOf(effort).map((seed) => ({
            seed,
            input: seed,
            variation: { parallelism: [2, after], stopAt: [stop] },
          })),
        ),
      ),
    breach: wrongBalances,
  }),
  everyRun({
    id: "one-owner",
    says: {
      zh: "连续扩缩容两次，每个账户始终只有一个主人，余额不变。",
      en: "Rescaled twice in a row, every account has one owner all the time, and keeps its balance.",
    },
    requests: (effort) =>
      [
        [2, 3, 2],
        [3, 2, 5],
        [4, 1, 6],
      ].flatMap((parallelism) =>
        seedsOf(effort).map((seed) => ({
          seed,
          input: seed,
          variation: { parallelism, stopAt: [270, 430] },
        })),
      ),
    breach: wrongBalances,
  }),
  everyRun({
    id: "shared-work",
    says: {
      zh: "并行度为 3 时，每个算子的活都由不止一个子任务来干。",
      en: "With three subtasks, no operator leaves all its work to one of them.",
    },
    requests: () => [{ variation: { parallelism: 3 }, watch: "trace" }],
    breach: (_outcome: Outcome, payments: readonly Payment[], { trace }) => {
      if (new Set(payments.map(({ account }) => account)).size < 6) return null;
      const workers = new Map<string, Set<number>>();
      for (const { type, operator, subtask } of trace) {
        if (type === "element-in") workers.set(operator, (workers.get(operator) ?? new Set()).add(subtask));
      }
      const alone = [...workers].filter(([, subtasks]) => subtasks.size === 1).map(([operator]) => operator);
      return alone.length === 0 ? null : { expected: { alone: [] }, actual: { alone } };
    },
  }),
  exactlyOnce({
    id: "exactly-once",
    says: {
      zh: "子任务在任何一步崩溃，余额都不多不少。",
      en: "Whichever step a subtask crashes at, no balance is too large or too small.",
    },
    outcomeOf: ({ balances }: Outcome) => balances,
    request: { variation: { parallelism: 2 } },
    checkpoints: 2,
  }),
];

/** Returns what has been paid into each account. */
function balancesOf(payments: readonly Payment[]): readonly string[] {
  const balances = new Map<number, number>();
  for (const { account, cents } of payments) balances.set(account, (balances.get(account) ?? 0) + cents);
  return [...balances].map(([account, cents]) => `account ${account}: ${cents}`);
}
