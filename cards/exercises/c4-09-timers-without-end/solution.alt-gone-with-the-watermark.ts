// trade-off.en: an END without START is dropped as soon as the watermark has passed it: two hours less of state for each. But a START that comes later than the bound of the watermark begins the ride anew, and is then reported as a long one.
// trade-off.zh: 没有 START 的 END，watermark 一越过就删，每条少占两小时状态。但如果 START 比 watermark 的乱序容忍还晚，这趟行程就被当成新的，过后还会误报。
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
      timers.registerEventTimeTimer(dueOf(event));
      return;
    }
    timers.deleteEventTimeTimer(dueOf(first));
    this.first?.clear();
    if (event.time - first.time > LIMIT) out.collect(event.ride);
  }

  onTimer(_timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    if (this.first?.value()?.type === "START") out.collect(context.getCurrentKey());
    this.first?.clear();
  }
}

/** Returns when the other event of a ride is no longer waited for: a START behind the watermark will not come. */
function dueOf({ type, time }: RideEvent): number {
  return type === "START" ? time + LIMIT : time;
}
