// expect: right-alerts
// say.en: without a timer nobody notices a ride that never ends, and that is the one to call. The timer was right; it has to go when the ride does.
// say.zh: 没有定时器，永不结束的行程就没人发现，而最该打电话的正是它。定时器本来是对的，只是行程结束时要跟着删掉。
import {
  type Collector,
  type DataStream,
  Duration,
  type KeyedProcessFunction,
  type KeyedProcessFunctionContext,
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
    const first = this.first?.value() ?? null;
    if (first === null) {
      this.first?.update(event);
      return;
    }
    this.first?.clear();
    if (Math.abs(event.time - first.time) > LIMIT) out.collect(context.getCurrentKey());
  }
}
