import type { Mutation } from "./exercise-mutations.ts";

/** A mutation that is right too: no check may find it. */
interface HarmlessMutation {
  /** The exercise. */
  readonly id: string;
  /** What it does to which line, as `Mutation.says` has it behind the number of the line. */
  readonly says: string;
  /** Why the job is worth as much as before. */
  readonly because: string;
}

const NEVER_MERGED = "Flink calls merge for windows that merge; tumbling windows never do.";
const NEVER_EMPTY = "The default is there for the compiler: a window that fires has one result.";
const WITHIN_PROMISE = "A second more stays within the delay that is promised: it is a choice, not a slip.";
const OTHER_PARALLELISM = "Operators of different parallelism are never chained.";

/** Every mutation that survives, and rightly so. One that is found, or isn't there any more, has no place here. */
export const HARMLESS_MUTATIONS: readonly HarmlessMutation[] = [
  { id: "c4-01", says: "5 + 1: .withIdleness(Duration.ofSeconds(5));", because: WITHIN_PROMISE },
  { id: "c4-01", says: " \\+  to - : merge: (one, other) => one + other,", because: NEVER_MERGED },
  { id: "c4-01", says: "does nothing: merge: (one, other) => one + other,", because: NEVER_MERGED },
  { id: "c4-01", says: "0 + 1: process: (product, context, [cents = 0], out) =>", because: NEVER_EMPTY },
  {
    id: "c4-02",
    says: "12 + 1: .allowedLateness(Duration.ofSeconds(12))",
    because: "A second more keeps no more windows than are promised, and archives no click more.",
  },
  { id: "c4-02", says: " \\+  to - : merge: (one, other) => one + other,", because: NEVER_MERGED },
  { id: "c4-02", says: "does nothing: merge: (one, other) => one + other,", because: NEVER_MERGED },
  { id: "c4-02", says: "0 + 1: process: (page, context, [count = 0], out) =>", because: NEVER_EMPTY },
  {
    id: "c4-03",
    says: "2 + 1: const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Reading>(Duration.ofSeconds(2))",
    because: WITHIN_PROMISE,
  },
  { id: "c4-03", says: "3 + 1: .withIdleness(Duration.ofSeconds(3));", because: WITHIN_PROMISE },
  {
    id: "c4-04",
    says: "20 halved: if (this.rows.length === 20) this.flush();",
    because: "Batches of ten keep up with the rush as well.",
  },
  {
    id: "c4-04",
    says: "statement taken away: this.flush();",
    because:
      "What is left at the end is written by snapshotState, for the last checkpoint comes after finish.",
  },
  {
    id: "c4-04",
    says: " >  to >= : if (this.rows.length > 0) this.database.write(this.rows);",
    because: "A call without rows writes nothing.",
  },
  {
    id: "c4-08",
    says: " <  to <= : return one.start < endOf(other) && other.start < endOf(one);",
    because:
      "Flink's own session windows merge where they only touch: both are right, and no data tell them apart.",
  },
  {
    id: "c4-08",
    says: " <  to <= : const [earlier, later] = one.start < other.start ? [one, other] : [other, one];",
    because: "Of two clicks of one user at the same ms nobody knows which came first.",
  },
  {
    id: "c6-02",
    says: "does nothing: abort: (transaction) => ledger.abort(transaction),",
    because: "Rows of a transaction that is left open are never seen: to abort it only frees the ledger.",
  },
  { id: "c7-02", says: "call taken away: .startNewChain()", because: OTHER_PARALLELISM },
  {
    id: "c7-02",
    says: "call taken away: .setParallelism(subtasks.score)",
    because: "The filter costs next to nothing: it may run on as many subtasks as it likes.",
  },
  { id: "c7-02", says: "call taken away: .disableChaining()", because: OTHER_PARALLELISM },
];

/** Returns what is known of a mutation of an exercise that is right too; `undefined` of any other. */
export function harmlessMutation(id: string, { says }: Mutation): HarmlessMutation | undefined {
  return HARMLESS_MUTATIONS.find((each) => each.id === id && says.endsWith(`, ${each.says}`));
}
