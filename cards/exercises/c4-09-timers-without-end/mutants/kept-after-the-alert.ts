// expect: right-alerts
// say.en: the alert is out, but the START is still there: when the END comes at last, the ride is reported a second time, and without END the state stays.
// say.zh: 报警已经发出，START 却还留着：END 终于到达时会再报一次；END 不来，状态就一直在。
// variant: clear-on-alert
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
    timers.deleteEventTimeTimer(first.time + LIMIT);
    this.first?.clear();
    if (event.time - first.time > LIMIT) out.collect(event.ride);
  }

  onTimer(_timestamp: number, context: OnTimerContext<string>, out: Collector<string>): void {
    // FIX: some rides are reported twice, and some stay in the state.
    if (this.first?.value()?.type === "START") out.collect(context.getCurrentKey());
  }
}
