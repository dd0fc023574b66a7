// expect: one-timer
// say.en: the alerts are right, for a timer that finds nothing does nothing. But each event still leaves one behind for two hours: in the heap, in every checkpoint, and all of them fire.
// say.zh: 报警对了，因为找不到东西的定时器什么也不做。但每个事件照样留下一个，一留两小时：占着堆，进每个 checkpoint，最后还都要触发一遍。
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
    // FIX: there are more timers than rides under way.
    context.timerService().registerEventTimeTimer(event.time + LIMIT);
    const first = this.first?.value() ?? null;
    if (first === null) {
      this.first?.update(event);
      return;
    }
    this.first?.clear();
    if (event.time - first.time > LIMIT) out.collect(event.ride);
  }

  onTimer(_timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    if (this.first?.value()?.type === "START") out.collect(context.getCurrentKey());
    this.first?.clear();
  }
}
