import {
  EventTimeSessionWindows,
  type Fault,
  type FaultMoment,
  type MetricsRecorder,
  OutputTag,
  ScheduledSource,
  StreamExecutionEnvironment,
  TraceRecorder,
  type TracedEvent,
  TumblingEventTimeWindows,
  twoPhaseCommit,
  type TwoPhaseCommitSinkFunction,
  ValueStateDescriptor,
  type KeyedProcessFunctionContext,
  type RuntimeContext,
  type ValueState,
  WatermarkStrategy,
} from "../../../src/engine/index.ts";
import { messagesIn } from "../../../src/locale/choose.ts";
import { rowText, type Row } from "../../../src/pages/row.ts";
import type { TraceCanvas } from "../../../src/pages/trace/trace-canvas.ts";

/** A canvas of 80 x 24 in English, drawn with all signs, with changes. */
export function canvasOf(
  changes: Partial<Omit<TraceCanvas, "size" | "words">> & {
    readonly columns?: number;
    readonly rows?: number;
    readonly lang?: "zh" | "en";
  } = {},
): TraceCanvas {
  const { columns = 80, rows = 24, lang = "en", signs = "unicode", form = "drawn" } = changes;
  return { size: { columns, rows }, signs, form, words: messagesIn(lang).trace };
}

/** What is seen of rows, without the spaces at their ends. */
export function frame(rows: readonly Row[]): string {
  return rows.map((line) => rowText(line).trimEnd()).join("\n");
}

interface Order {
  readonly user: string;
  readonly time: number;
}

function order(at: number, user: string, time: number) {
  return { at, value: { user, time }, timestamp: time };
}

/** Runs an environment, and returns what happened. */
export function runOf(
  env: StreamExecutionEnvironment,
  options: { readonly seed?: number; readonly faults?: readonly Fault[] } = {},
): readonly TracedEvent[] {
  const recorder = new TraceRecorder();
  env.execute("test", { seed: 1, ...options, recorder });
  return recorder.events;
}

/** Orders of two partitions in windows of 10 s: the second one falls silent, and wakes with a record that is late. */
export function ordersRun(
  allowedLateness = 0,
  readers = 2,
  change = (each: Order): Order => each,
): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  const source = new ScheduledSource([
    [
      order(0, "ann", 2000),
      order(10, "bob", 7000),
      order(300, "ann", 12_000),
      order(900, "bob", 27_000),
      order(1900, "cat", 31_000),
      order(2300, "cat", 33_000),
    ],
    [
      order(0, "bob", 1000),
      order(10, "ann", 6000),
      order(1500, "ann", 3000),
      order(1900, "ann", 29_000),
      order(2300, "ann", 34_000),
    ],
  ]);
  const strategy = WatermarkStrategy.forBoundedOutOfOrderness<Order>(1000).withIdleness(500);
  const lateDataOutputTag = new OutputTag<Order>("late");
  const counts = env
    .fromSource(source, strategy, "orders")
    .setParallelism(readers)
    .map(change)
    .setParallelism(readers)
    .keyBy(({ user }) => user)
    .window(TumblingEventTimeWindows.of(10_000))
    .allowedLateness(allowedLateness)
    .sideOutputLateData(lateDataOutputTag)
    .reduce((one, other) => ({ user: one.user, time: Math.max(one.time, other.time) }))
    .name("counts")
    .setParallelism(1);
  counts
    .getSideOutput(lateDataOutputTag)
    .addSink({ invoke: () => {} })
    .name("late orders");
  counts.addSink({ invoke: () => {} }).name("table");
  return runOf(env);
}

/** Records of a single user, one every six seconds, in windows of 10 s; the fourth one comes too late. */
export function longRun(records: number): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  const orders = Array.from({ length: records }, (_, index) =>
    order(index * 300, "ann", index === 3 ? 1000 : index * 6000),
  );
  env
    .fromSource(new ScheduledSource([orders]), WatermarkStrategy.forMonotonousTimestamps<Order>(), "orders")
    .keyBy(({ user }) => user)
    .window(TumblingEventTimeWindows.of(10_000))
    .reduce((_, other) => other)
    .name("last")
    .addSink({ invoke: () => {} });
  return runOf(env);
}

interface Numbers {
  readonly fail?: FaultMoment;
  readonly seed?: number;
  readonly commit?: "when complete" | "too soon";
  readonly count?: number;
  readonly parallelism?: number;
}

/** Clicks in sessions with a gap of 4 s: the third one makes one session of two. */
export function sessionsRun(): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  const source = new ScheduledSource([
    [
      order(0, "ann", 2000),
      order(10, "ann", 8000),
      order(300, "ann", 5000),
      order(600, "ann", 20_000),
      order(900, "ann", 39_000),
    ],
  ]);
  const counts = env
    .fromSource(source, WatermarkStrategy.forBoundedOutOfOrderness<Order>(5000), "clicks")
    .keyBy(({ user }) => user)
    .window(EventTimeSessionWindows.withGap(4000))
    .reduce((one, other) => ({ user: one.user, time: Math.max(one.time, other.time) }))
    .name("sessions");
  counts.addSink({ invoke: () => {} }).name("table");
  return runOf(env);
}

/** Clicks of two partitions; the second one is silent for 50 s, and not idle. */
export function silentRun(): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  const many = Array.from({ length: 80 }, (_, index) => order(index * 500, "ann", index * 500));
  env
    .fromSource(
      new ScheduledSource([many, [order(0, "bob", 3000), order(50_000, "bob", 50_000)]]),
      WatermarkStrategy.forMonotonousTimestamps<Order>(),
      "clicks",
    )
    .keyBy(({ user }) => user)
    .window(TumblingEventTimeWindows.of(10_000))
    .reduce((one) => one)
    .name("counts")
    .addSink({ invoke: () => {} });
  return runOf(env);
}

/** Two records that are the same and both late. */
export function lateTwinsRun(): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  const source = new ScheduledSource([
    [order(0, "ann", 2000), order(10, "bob", 15_000), order(400, "ann", 3000), order(900, "ann", 3000)],
  ]);
  env
    .fromSource(source, WatermarkStrategy.forMonotonousTimestamps<Order>(), "clicks")
    .keyBy(({ user }) => user)
    .window(TumblingEventTimeWindows.of(10_000))
    .reduce((one) => one)
    .addSink({ invoke: () => {} });
  return runOf(env);
}

/** What a job of two phases has made to be seen, and its run. */
export interface CommittedRun {
  readonly events: readonly TracedEvent[];
  readonly committed: readonly number[];
}

/** The moment after a checkpoint is complete. */
export function whenComplete(checkpoint: number): FaultMoment {
  return { event: (event) => event.type === "checkpoint-complete" && event.checkpointId === checkpoint };
}

/** Running sums with checkpoints, written by a sink of two phases; a subtask fails at a moment. */
export function sumsRun({
  fail,
  seed = 3,
  commit = "when complete",
  count = 4,
  parallelism = 2,
}: Numbers): CommittedRun {
  const env = StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(parallelism);
  env.enableCheckpointing(150).setRestartStrategy({ type: "fixedDelay", attempts: 3, delay: 10 });
  const numbers = (first: number) =>
    Array.from({ length: count }, (_, index) => ({
      at: index * 100,
      value: first + 2 * index,
      timestamp: index * 100,
    }));
  const store: Store = { committed: [], begun: 0, seen: new Set() };
  const source = new ScheduledSource([numbers(1), numbers(2)]);
  const strategy = WatermarkStrategy.forMonotonousTimestamps<number>();
  env
    .fromSource(source, strategy, "numbers")
    .keyBy((value) => value % 3)
    .reduce((one, other) => one + other)
    .name("sum")
    .addSink(twoPhaseCommit(() => transactions(store, commit)))
    .name("store");
  const faults: readonly Fault[] = fail === undefined ? [] : [{ type: "fail-task", at: fail }];
  return { events: runOf(env, { seed, faults }), committed: store.committed };
}

/** What is to be seen of transactions, and which of them have been committed. */
interface Store {
  readonly committed: number[];
  readonly seen: Set<number>;
  begun: number;
}

function transactions(
  store: Store,
  commit: "when complete" | "too soon",
): TwoPhaseCommitSinkFunction<number, { readonly id: number; readonly values: number[] }> {
  return {
    beginTransaction: () => ({ id: ++store.begun, values: [] }),
    invoke: ({ values }, value) => void values.push(value),
    preCommit: ({ values }) => void (commit === "too soon" && store.committed.push(...values)),
    commit: ({ id, values }) => {
      if (commit === "when complete" && !store.seen.has(id)) store.committed.push(...values);
      store.seen.add(id);
    },
    abort: () => {},
  };
}

/** Remembers what it has seen of each user and sets a timer for each, and never forgets. */
class Leak {
  #seen: ValueState<number> | undefined;

  open(context: RuntimeContext<string>) {
    this.#seen = context.getState(new ValueStateDescriptor<number>("seen"));
  }

  processElement(_user: string, context: KeyedProcessFunctionContext<string>) {
    const time = context.timestamp() ?? 0;
    this.#seen?.update((this.#seen.value() ?? 0) + 1);
    context.timerService().registerEventTimeTimer(time + 1000);
  }

  onTimer() {}
}

/** Records of users, each with an entry of state that is never cleared and a timer that fires after a second. */
export function leakRun(records: number, users: number): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment();
  const seen = Array.from({ length: records }, (_, index) => ({
    at: index * 100,
    value: `user ${index % users}`,
    timestamp: index * 100,
  }));
  env
    .fromSource(new ScheduledSource([seen]), WatermarkStrategy.forMonotonousTimestamps<string>(), "clicks")
    .keyBy((user) => user)
    .process(() => new Leak())
    .name("sessions")
    .addSink({ invoke: () => {} });
  return runOf(env);
}

/** Numbers that come faster than the sum of them is made; every operator is a task of its own. */
export function slowRun(metrics: MetricsRecorder | null = null): readonly TracedEvent[] {
  const env = StreamExecutionEnvironment.getExecutionEnvironment().disableOperatorChaining();
  const numbers = Array.from({ length: 300 }, (_, index) => ({
    at: index * 2,
    value: index,
    timestamp: index * 2,
  }));
  env
    .fromSource(new ScheduledSource([numbers]), WatermarkStrategy.noWatermarks<number>(), "numbers")
    .map((value) => value * 2)
    .name("double")
    .setCost(() => 1000)
    .keyBy((value) => value % 3)
    .reduce((one, other) => one + other)
    .name("sum")
    .setCost(() => 10_000)
    .addSink({ invoke: () => {} })
    .name("store");
  const recorder = new TraceRecorder();
  env.execute("test", { seed: 1, recorder, ...(metrics === null ? {} : { metrics }) });
  return recorder.events;
}
