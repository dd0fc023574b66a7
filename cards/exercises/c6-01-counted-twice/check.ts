import { everyRun, exactlyOnce, seedsOf } from "sluice/exercise";

import type { Outcome, SaleAtTill } from "./scene.ts";

export const checks = [
  everyRun({
    id: "nothing-lost",
    says: {
      zh: "不崩溃时，每笔销售都恰好计入一次。",
      en: "Without a crash, every sale is counted once.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ board }: Outcome, sales: readonly SaleAtTill[]) => {
      const expected = soldIn(sales);
      return board.join() === expected.join() ? null : { expected, actual: board };
    },
  }),
  exactlyOnce({
    id: "exactly-once",
    says: {
      zh: "任何一个子任务在任何一步崩溃，每笔销售还是恰好计入一次。",
      en: "Whichever subtask crashes, at whichever step, every sale is still counted once.",
    },
    outcomeOf: ({ board }: Outcome) => board,
    checkpoints: 3,
    completedOf: ({ saved }: Outcome) => saved.length,
  }),
  everyRun({
    id: "nothing-but-before",
    says: {
      zh: "checkpoint 里只有、也全有它的 barrier 之前的销售。",
      en: "A checkpoint holds the sales before its barriers: all of them, and no others.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ saved, before }: Outcome) => {
      for (const { checkpoint, counts } of saved) {
        const right = before.find((each) => each.checkpoint === checkpoint)?.counts ?? [];
        if (right.join() !== counts.join())
          return { expected: { checkpoint, counts: right }, actual: { checkpoint, counts } };
      }
      return null;
    },
  }),
  everyRun({
    id: "every-checkpoint",
    says: {
      zh: "barrier 从两个通道都到了，这个 checkpoint 就一定会保存。",
      en: "A checkpoint whose barrier has come through both channels is saved.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ saved, before }: Outcome) => {
      const expected = before.map(({ checkpoint }) => checkpoint);
      const actual = saved.map(({ checkpoint }) => checkpoint);
      return actual.join() === expected.join() ? null : { expected, actual };
    },
  }),
];

/** Returns the pieces of each product, such as `tea 12`. */
function soldIn(sales: readonly SaleAtTill[]): readonly string[] {
  const pieces = new Map<string, number>();
  for (const sale of sales) pieces.set(sale.product, (pieces.get(sale.product) ?? 0) + sale.pieces);
  return [...pieces].map(([product, sum]) => `${product} ${sum}`).toSorted();
}
