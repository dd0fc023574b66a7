import { everyRun, exactlyOnce, sameOutcome, seedsOf } from "sluice/exercise";

import type { Outcome } from "./scene.ts";

const countsOf = ({ counts }: Outcome) => counts;

export const checks = [
  everyRun({
    id: "second-start",
    says: {
      zh: "在同一个进程里把作业再启动一次，数出来的和第一次一样。",
      en: "Started a second time in the same process, the job counts the same as the first time.",
    },
    requests: () => [{ variation: { starts: 2 } }],
    breach: ({ counts, again }: Outcome) =>
      again.join() === counts.join()
        ? null
        : { expected: { secondStart: counts }, actual: { secondStart: again } },
    // What is left over of one run falsifies the next: to look for less input would only make it worse.
    counterexample: "whole-input",
  }),
  everyRun({
    id: "all-counted",
    says: {
      zh: "单并行度、不崩溃时，每个词的计数等于它出现的次数。",
      en: "With one subtask and no crash, each word's count is how often it came.",
    },
    requests: (effort) =>
      seedsOf(effort).map((seed) => ({ seed, input: seed, variation: { parallelism: 1 } })),
    breach: ({ counts }: Outcome, input: readonly string[]) => {
      const expected = tallyOf(input);
      return counts.join() === expected.join() ? null : { expected, actual: counts };
    },
  }),
  sameOutcome({
    id: "any-parallelism",
    says: {
      zh: "并行度取 1、2、4、8，最终的计数都一样。",
      en: "With 1, 2, 4 or 8 subtasks the counts come out the same.",
    },
    outcomeOf: countsOf,
    differences: (effort) =>
      [1, 2, 4, 8].flatMap((parallelism) =>
        seedsOf(effort).map((seed) => ({ seed, variation: { parallelism } })),
      ),
  }),
  exactlyOnce({
    id: "exactly-once",
    says: {
      zh: "子任务在任何一步崩溃，每个词最终都恰好计了它出现的次数。",
      en: "Whichever step a subtask crashes at, every word has been counted exactly once.",
    },
    outcomeOf: countsOf,
    request: { variation: { parallelism: 1 } },
  }),
];

/** Returns how often each word comes, in the order of the alphabet. */
function tallyOf(words: readonly string[]): readonly string[] {
  const tally = new Map<string, number>();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  return [...tally].map(([word, count]) => `${word} ${count}`).toSorted();
}
