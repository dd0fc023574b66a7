import { everyRun, exactlyOnce } from "sluice/exercise";

import type { Payment } from "./job.ts";
import type { Outcome } from "./scene.ts";

export const checks = [
  exactlyOnce({
    id: "exactly-once",
    says: {
      zh: "子任务在任何一步崩溃，账本里的每笔付款都恰好出现一次。",
      en: "Whichever step a subtask crashes at, every payment is in the ledger exactly once.",
    },
    outcomeOf: ({ committed }: Outcome) => committed,
    checkpoints: 2,
  }),
  exactlyOnce({
    id: "nothing-open",
    says: {
      zh: "第一个 checkpoint 之后，子任务在任何一步崩溃，账本里都不会留下没有了结的事务。",
      en: "After the first checkpoint, whichever step a subtask crashes at, no transaction stays open in the ledger.",
    },
    outcomeOf: ({ open }: Outcome) => ({ open }),
    checkpoints: 2,
  }),
  everyRun({
    id: "no-loss",
    says: { zh: "不崩溃时，每笔付款都会入账。", en: "Without a crash, every payment reaches the ledger." },
    requests: ({ seeds }) => Array.from({ length: seeds }, (_, seed) => ({ seed, input: seed })),
    breach: ({ committed }: Outcome, input: readonly Payment[]) => {
      const expected = input.map(({ id, customer, cents }) => `${id} ${customer} ${cents}`).toSorted();
      return committed.join() === expected.join() ? null : { expected, actual: committed };
    },
  }),
];
