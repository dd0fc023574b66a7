// expect: nothing-left
// say.en: an END whose START never comes stays in the state for ever, and so does the END behind an alert. Every key needs a moment at which it is cleared.
// say.zh: START 丢了，END 就永远留在状态里；报警之后才来的 END 也一样。每个 key 都要有一个会被清掉的时刻。
// variant: orphaned-state
import {
  type Collector,
  type DataStream,
  Duration,
  type KeyedProcessFunction,
  type KeyedProcessFunctionContext,
  type OnTimerContext,
  type RuntimeContext,
  type ValueState,
  ValueStateDescriptor,
} from "sluice/flink";

/* @locked */
/** A ride begins or ends. Events come out of order by up to ten minutes; some never come at all. */
export interface RideEvent {
  readonly ride: string;
  readonly type: "START" | "END";
  /** When it happened, ms. */
  readonly time: number;
}

/** A ride that lasts longer (ms) is a long one. */
export const LIMIT = Duration.ofHours(2);

/** The people who call the driver of a long ride: as soon as it is known to be one, and only once. */
export interface Dispatch {
  readonly call: (ride: string) => void;
}

export function job(events: DataStream<RideEvent>, dispatch: Dispatch): void {
  /* @end */
  events
    .keyBy(({ ride }) => ride)
    .process(new LongRides())
    .name("long rides")
    .addSink({ invoke: (ride) => dispatch.call(ride) })
    .name("dispatch");
}

/** Finds the rides that last too long. */
class LongRides implements KeyedProcessFunction<string, RideEvent, string> {
  first: ValueState<RideEvent> | undefined;

  open(context: RuntimeContext<string>): void {
    this.first = context.getState(new ValueStateDescriptor<RideEvent>("first"));
  }

  processElement(
    event: RideEvent,
    context: KeyedProcessFunctionContext<string>,
    out: Collector<string>,
  ): void {
    const timers = context.timerService();
    const first = this.first?.value() ?? null;
    if (first === null) {
      // FIX: an END that comes alone is never taken away.
      this.first?.update(event);
      if (event.type === "START") timers.registerEventTimeTimer(event.time + LIMIT);
      return;
    }
    timers.deleteEventTimeTimer(first.time + LIMIT);
    this.first?.clear();
    if (event.time - first.time > LIMIT) out.collect(event.ride);
  }

  onTimer(_timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    if (this.first?.value()?.type === "START") out.collect(context.getCurrentKey());
    this.first?.clear();
  }
}
