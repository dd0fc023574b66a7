// expect: one-timer
// say.en: a timer is known by its key and its time: the one of the START is at START + 2 h. To delete another time does nothing, without a word.
// say.zh: 定时器由 key 和时间确定：START 的那个在 START + 2 h。删一个不存在的时间，什么也不会发生，也不会报错。
// variant: timer-delete
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
      this.first?.update(event);
      timers.registerEventTimeTimer(event.time + LIMIT);
      return;
    }
    // FIX: there are more timers than rides under way.
    timers.deleteEventTimeTimer(event.time + LIMIT);
    this.first?.clear();
    if (event.time - first.time > LIMIT) out.collect(event.ride);
  }

  onTimer(_timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    if (this.first?.value()?.type === "START") out.collect(context.getCurrentKey());
    this.first?.clear();
  }
}
