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
  last: ValueState<RideEvent> | undefined;

  open(context: RuntimeContext<string>): void {
    this.last = context.getState(new ValueStateDescriptor<RideEvent>("last"));
  }

  processElement(event: RideEvent, context: KeyedProcessFunctionContext<string>): void {
    // FIX: the number of timers grows with the events, and so does the state.
    context.timerService().registerEventTimeTimer(event.time + LIMIT);
    this.last?.update(event);
  }

  onTimer(_timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    // FIX: rides are reported that have ended long ago, and some twice.
    if (this.last?.value()?.type === "START") out.collect(context.getCurrentKey());
  }
}
