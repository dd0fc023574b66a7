// expect: at-once
// say.en: half an hour on top is half an hour that the driver is not called. The watermark already waits for events that come out of order: a timer at START + 2 h fires only when no END from before can still come.
// say.zh: 多加半小时，司机就晚半小时才接到电话。watermark 已经等过乱序：START + 2 h 的定时器触发时，两小时以内的 END 不会再来了。
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

/** A little behind the limit (ms): an END can be on its way. */
const NOTICE = LIMIT + Duration.ofMinutes(30);

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
      // FIX: drivers are called half an hour after everybody could know.
      timers.registerEventTimeTimer(event.time + NOTICE);
      return;
    }
    timers.deleteEventTimeTimer(first.time + NOTICE);
    this.first?.clear();
    if (event.time - first.time > LIMIT) out.collect(event.ride);
  }

  onTimer(_timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    if (this.first?.value()?.type === "START") out.collect(context.getCurrentKey());
    this.first?.clear();
  }
}
