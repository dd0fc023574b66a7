import type { Mutation } from "./exercise-mutations.ts";

/** A mutation that no check finds. */
export interface KnownSurvivor {
  /** The exercise. */
  readonly id: string;
  /** What it does to which line, as `Mutation.says` has it behind the number of the line. */
  readonly says: string;
  /**
   * `equivalent`: the job does the same, whatever it is fed with. `free`: it does something else, and no less right; that
   * counts against the checks, for who is to say that a learner who does it has meant to?
   */
  readonly kind: "equivalent" | "free";
  /** Where that can be read, or what leaves the choice open. */
  readonly because: string;
}

/** `AbstractHeapMergingState.mergeNamespaces` calls it, and only `WindowOperator`'s branch for merging windows calls that. */
const NEVER_MERGED =
  "merge is called for windows that merge: WindowOperator asks for a MergingWindowAssigner, and TumblingEventTimeWindows is none (here: window-operator.ts, merging-windows.ts).";
/** `WindowOperator.onEventTime`: `if (contents != null) emitWindowContents(...)`, a singleton by `InternalSingleValueProcessWindowFunction`. */
const NEVER_EMPTY =
  "A window that fires hands over one value: contents that are null aren't emitted, an aggregate is wrapped as one (here: AppendingContents.emit, overFold).";
/** `StreamingJobGraphGenerator.isChainableInput`. */
const OTHER_PARALLELISM =
  "Operators are chained only if their parallelism is the same (here: isChainable); these two have 2 and 4.";

/** Every mutation that survives. One that is found, or isn't there any more, has no place here. */
export const SURVIVORS: readonly KnownSurvivor[] = [
  {
    id: "c4-01",
    says: " \\+  to - : merge: (one, other) => one + other,",
    kind: "equivalent",
    because: NEVER_MERGED,
  },
  {
    id: "c4-01",
    says: "does nothing: merge: (one, other) => one + other,",
    kind: "equivalent",
    because: NEVER_MERGED,
  },
  {
    id: "c4-01",
    says: "0 + 1: process: (product, context, [cents = 0], out) =>",
    kind: "equivalent",
    because: NEVER_EMPTY,
  },
  {
    id: "c4-02",
    says: "12 + 1: .allowedLateness(Duration.ofSeconds(12))",
    kind: "free",
    because: "A second more keeps no more windows than are promised, and archives no click more.",
  },
  {
    id: "c4-02",
    says: " \\+  to - : merge: (one, other) => one + other,",
    kind: "equivalent",
    because: NEVER_MERGED,
  },
  {
    id: "c4-02",
    says: "does nothing: merge: (one, other) => one + other,",
    kind: "equivalent",
    because: NEVER_MERGED,
  },
  {
    id: "c4-02",
    says: "0 + 1: process: (page, context, [count = 0], out) =>",
    kind: "equivalent",
    because: NEVER_EMPTY,
  },
  {
    id: "c4-04",
    says: "20 halved: if (this.rows.length === 20) this.flush();",
    kind: "free",
    because: "Batches of ten keep up with the rush as well.",
  },
  {
    id: "c4-04",
    says: "statement taken away: this.flush();",
    kind: "equivalent",
    because:
      "What finish would write is written by snapshotState: a task that has finished waits for one more checkpoint (FLIP-147, StreamTask.afterInvoke; here: task-ending.ts).",
  },
  {
    id: "c4-08",
    says: " <  to <= : const [earlier, later] = one.start < other.start ? [one, other] : [other, one];",
    kind: "free",
    because: "Of two clicks of one user at the same ms nobody knows which came first.",
  },
  {
    id: "c7-02",
    says: "call taken away: .startNewChain()",
    kind: "equivalent",
    because: OTHER_PARALLELISM,
  },
  {
    id: "c7-02",
    says: "call taken away: .disableChaining()",
    kind: "equivalent",
    because: OTHER_PARALLELISM,
  },
];

/** Returns what is known of a mutation of an exercise that survives; `undefined` of any other. */
export function knownSurvivor(id: string, { says }: Mutation): KnownSurvivor | undefined {
  return SURVIVORS.find((each) => each.id === id && says.endsWith(`, ${each.says}`));
}
