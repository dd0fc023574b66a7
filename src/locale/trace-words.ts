/** A sign of the pictures of a trace whose meaning a legend tells. */
export type LegendSign =
  | "record"
  | "ahead"
  | "here"
  | "several"
  | "late"
  | "watermark"
  | "jump"
  | "barrier"
  | "blocked"
  | "snapshot"
  | "ack"
  | "complete"
  | "aborted"
  | "crash"
  | "restore"
  | "transaction"
  | "preCommitted"
  | "committed"
  | "busy"
  | "backPressured"
  | "idle"
  | "fullBuffer"
  | "held"
  | "violated"
  | "added"
  | "changed"
  | "removed";

/** What is counted in pictures of a trace. */
export type TraceCount = "keys" | "records" | "late" | "entries" | "timers";

/** What a transaction of a sink is in. */
export type TransactionPhase = "open" | "pre-committed" | "committed" | "aborted";

/** What happened at a step, in words; operators, values and times come as they are to be shown. */
export interface TraceSentences {
  readonly takes: (value: string, timestamp: string) => string;
  readonly sends: (value: string, timestamp: string) => string;
  readonly sendsAside: (value: string, tag: string) => string;
  readonly late: (timestamp: string, watermark: string) => string;
  readonly watermark: (timestamp: string) => string;
  readonly idle: string;
  readonly active: string;
  readonly timer: Readonly<Record<"set" | "deleted" | "fires", (time: string, key: string) => string>>;
  readonly statePut: (state: string, key: string, value: string) => string;
  readonly stateCleared: (state: string, key: string) => string;
  readonly stateExpired: (state: string, key: string) => string;
  readonly windowFires: (window: string, key: string) => string;
  readonly windowPurged: (window: string, key: string) => string;
  readonly windowGone: (window: string, key: string) => string;
  readonly windowsMerge: (window: string, parts: string, key: string) => string;
  readonly barrier: (checkpoint: number, channel: string) => string;
  readonly blocked: (channel: string) => string;
  readonly resumed: (channel: string) => string;
  readonly snapshot: (checkpoint: number) => string;
  readonly ack: (checkpoint: number) => string;
  readonly begun: (checkpoint: number) => string;
  readonly complete: (checkpoint: number) => string;
  readonly aborted: (checkpoint: number) => string;
  readonly transaction: Readonly<Record<TransactionPhase, (id: string) => string>>;
  readonly failure: (message: string) => string;
  readonly restore: (checkpoint: number) => string;
  readonly job: (status: string) => string;
}

/** The words of the pictures of a trace. */
export interface TraceWords {
  /** Where the cursor stands. */
  readonly step: (step: number, last: number, time: string) => string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly moreRows: (count: number) => string;
  /** Several facts of one thing, one behind the other. */
  readonly listed: (facts: readonly string[]) => string;
  /** A fact with a remark behind it. */
  readonly marked: (fact: string, mark: string) => string;
  /** A name and what there is to say of it. */
  readonly named: (name: string, facts: string) => string;
  readonly count: Readonly<Record<TraceCount, (count: number) => string>>;
  readonly sign: Readonly<Record<LegendSign, string>>;
  readonly sentence: TraceSentences;
  readonly strip: {
    readonly title: string;
    readonly watermark: string;
    readonly none: string;
    readonly idle: string;
    readonly heldBy: (who: string) => string;
    readonly jump: (length: string) => string;
    readonly endOfInput: string;
    readonly atStep: (step: number) => string;
    /** Records that came before those that are told. */
    readonly earlier: (count: number) => string;
    readonly phase: Readonly<Record<"ahead" | "open" | "fired" | "gone", string>>;
    readonly fired: (times: number) => string;
    readonly purged: string;
  };
  readonly state: {
    readonly title: string;
    readonly timers: string;
    readonly timer: string;
    readonly most: (count: number, step: number) => string;
    readonly noEntries: string;
    readonly noTimers: string;
    readonly domain: Readonly<Record<"EVENT_TIME" | "PROCESSING_TIME", string>>;
    readonly fired: string;
    /** The time to live of an entry is over. */
    readonly expired: string;
  };
  readonly checkpoints: {
    readonly title: string;
    readonly channel: (number: number, from: string) => string;
    readonly none: string;
    readonly transactions: string;
    /** What stands before the name of a sink, for its transactions. */
    readonly transactionsOf: string;
    readonly phase: Readonly<Record<TransactionPhase, string>>;
    readonly twice: (times: number) => string;
  };
  readonly sweep: {
    readonly title: string;
    /** While the job is crashed before each of its steps, and where that came to no end. */
    readonly running: string;
    readonly failed: string;
    readonly seed: (seed: number) => string;
    readonly crashBefore: (first: number, last: number) => string;
    readonly held: string;
    readonly violated: (steps: readonly string[]) => string;
    readonly each: (steps: number) => string;
    readonly summary: (held: number, seeds: number, runs: number) => string;
    readonly counterexample: (records: number) => string;
    readonly crash: (seed: number, step: number | null) => string;
    readonly input: string;
    readonly expected: string;
    readonly actual: string;
    readonly missing: string;
    readonly surplus: string;
  };
  readonly load: {
    readonly title: string;
    readonly share: Readonly<Record<"busy" | "backPressured" | "idle", string>>;
    readonly buffers: (used: number, most: number) => string;
    readonly credits: (credits: number) => string;
    readonly culprit: (task: string) => string;
    readonly culpritWhy: string;
    readonly noCulprit: string;
    readonly none: string;
  };
  readonly divergence: {
    readonly title: string;
    readonly same: (steps: number) => string;
    /** How many steps are the same before it. */
    readonly after: (steps: number) => string;
    readonly ended: string;
    /** What only one of the two runs holds then. */
    readonly only: (run: string) => string;
    readonly holdsSame: string;
  };
  readonly outputs: {
    readonly title: string;
    readonly same: string;
    readonly summary: (added: number, removed: number) => string;
    readonly kept: string;
  };
}
