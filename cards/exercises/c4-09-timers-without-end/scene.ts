import type { Scene } from "sluice/exercise";
import {
  Duration,
  EXTERNAL_SYSTEM,
  ScheduledSource,
  StreamExecutionEnvironment,
  type WatermarkGenerator,
  WatermarkStrategy,
} from "sluice/flink";

import type { Dispatch, job, RideEvent } from "./job.ts";

/** A call to a driver. */
export interface Call {
  readonly ride: string;
  /** How many events had come by then. */
  readonly events: number;
}

export interface Outcome {
  /** In the order in which they were made. */
  readonly calls: readonly Call[];
}

class DispatchDesk implements Dispatch {
  readonly [EXTERNAL_SYSTEM] = "dispatch";
  readonly calls: Call[] = [];
  readonly #events: () => number;

  constructor(events: () => number) {
    this.#events = events;
  }

  readonly call = (ride: string): void => {
    this.calls.push({ ride, events: this.#events() });
  };
}

const MINUTE = Duration.ofMinutes(1);
const OUT_OF_ORDERNESS = 10 * MINUTE;
/** Time between the beginnings of two rides. */
const GAP = 13 * MINUTE;
const RIDES = 20;
/** Time (ms) between the arrivals of two events. */
const BETWEEN = 1000;

/** Sends a watermark behind every event: nothing depends on when it was made. */
class WatermarkBehindEach implements WatermarkGenerator<RideEvent> {
  #latest = Number.NEGATIVE_INFINITY;

  readonly onEvent: WatermarkGenerator<RideEvent>["onEvent"] = (_event, timestamp, output) => {
    this.#latest = Math.max(this.#latest, timestamp);
    output.emitWatermark(this.#latest - OUT_OF_ORDERNESS - 1);
  };

  readonly onPeriodicEmit = (): void => {};
}

/** The events of a ride: minutes from its beginning to the event, and to its arrival. */
type Course = readonly (readonly [type: RideEvent["type"], after: number, arrives: number])[];

/** Returns the courses that rides can take; most are short and in order. */
function coursesOf(minutes: number): readonly Course[] {
  const [shortly, long] = [15 + minutes, 140 + minutes];
  const endFirst: Course = [
    ["END", 4, 5],
    ["START", 0, 8],
  ];
  const noStart: Course = [["END", shortly, shortly + 2]];
  const noEnd: Course = [["START", 0, 1]];
  const endAfterAlert: Course = [
    ["START", 0, 3],
    ["END", long, long + 1],
  ];
  const endBeforeAlert: Course = [
    ["START", 0, 1],
    ["END", 125, 126],
  ];
  const short: Course = [
    ["START", 0, 1],
    ["END", shortly, shortly + 4],
  ];
  return [endFirst, noStart, noEnd, endAfterAlert, endBeforeAlert, short, short, short];
}

/** The input is in the order of arrival. */
export const scene: Scene<typeof job, RideEvent, Outcome> = {
  input: (seed) =>
    Array.from({ length: RIDES }, (_, index) => {
      const [start, minutes] = [index * GAP, (index * 17 + seed * 29) % 60];
      const courses = coursesOf(minutes);
      const course = courses[(index * 5 + seed) % courses.length] ?? [];
      return course.map(([type, after, arrives]) => {
        const event: RideEvent = { ride: `r${index + 1}`, type, time: start + after * MINUTE };
        return { event, arrives: start + arrives * MINUTE };
      });
    })
      .flat()
      .toSorted((one, other) => one.arrives - other.arrives)
      .map(({ event }) => event),

  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(0);
    const strategy = WatermarkStrategy.forGenerator<RideEvent>(() => new WatermarkBehindEach());
    const arrivals = input.map((value, index) => ({ at: index * BETWEEN, value }));
    const events = env.fromSource(
      new ScheduledSource([arrivals]),
      strategy.withTimestampAssigner(({ time }) => time),
      "rides",
    );
    const come = () => arrivals.filter(({ at }) => at <= env.clock.now()).length;
    const dispatch = new DispatchDesk(come);
    job(events, dispatch);
    execute(env);
    return { calls: dispatch.calls };
  },
};
