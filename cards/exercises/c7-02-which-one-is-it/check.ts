import { everyRun, type RunResult, seedsOf } from "sluice/exercise";

import type { Outcome } from "./scene.ts";

const TARGET = 210;
const SLOTS = 6;
const SUBTASKS = 2;
const TASKS = ["Source: clicks", "decode", "locate", "score -> suspicious", "store"];
const REGIONS = ["north", "east", "south", "west"];

export const checks = [
  everyRun({
    id: "throughput",
    says: {
      zh: "每秒至少通过 210 次点击。",
      en: "At least 210 clicks a second get through.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed, watch: "metrics" })),
    breach: ({ clicksPerSecond }: Outcome, _input, result) =>
      clicksPerSecond >= TARGET
        ? null
        : {
            expected: { clicksPerSecond: `>= ${TARGET}` },
            actual: { clicksPerSecond, load: loadOf(result) },
          },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "one-change",
    says: {
      zh: "只有一个算子的并行度变了，task 还是原来那五个。",
      en: "The number of subtasks of one operator has changed, and of no other; the five tasks are what they were.",
    },
    requests: () => [{}],
    breach: ({ subtasks, tasks }: Outcome) => {
      const changed = Object.keys(subtasks).filter((operator) => subtasks[operator] !== SUBTASKS);
      if (changed.length > 1) return { expected: { changed: 1 }, actual: { changed, subtasks } };
      return tasks.join() === TASKS.join() ? null : { expected: { tasks: TASKS }, actual: { tasks } };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "six-slots",
    says: { zh: "作业用的 slot 不超过 6 个。", en: "The job takes no more than six slots." },
    requests: () => [{}],
    breach: ({ slots }: Outcome) =>
      slots <= SLOTS ? null : { expected: { slots: `<= ${SLOTS}` }, actual: { slots } },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "nothing-lost",
    says: {
      zh: "每次可疑的点击都带着地区和风险分入库，而且只入库一次。",
      en: "Every suspicious click is stored once, with its region and its risk.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ stored }: Outcome, lines: readonly string[]) => {
      const expected = suspiciousOf(lines);
      return stored.join() === expected.join()
        ? null
        : { expected: except(expected, stored), actual: except(stored, expected) };
    },
  }),
];

/** Returns a line a task: how busy it was, and how long it waited for those behind it. */
function loadOf({ metrics }: RunResult): readonly string[] {
  return metrics.flatMap(({ tasks }) =>
    tasks.map(
      ({ name, busyRatio, backPressuredRatio }) =>
        `${name}: busy ${percent(busyRatio)}, backpressured ${percent(backPressuredRatio)}`,
    ),
  );
}

function percent(ratio: number): string {
  return `${Math.round(100 * ratio)} %`;
}

/** Returns the rows that belong into the store. */
function suspiciousOf(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => line.split(" "))
    .filter(([, , cents]) => Number(cents) % 100 >= 80)
    .map(([id, network, cents]) => `${id} ${REGIONS[Number(network) % 4]} ${Number(cents) % 100}`)
    .toSorted();
}

function except(rows: readonly string[], others: readonly string[]): readonly string[] {
  return rows.filter((row) => !others.includes(row));
}
