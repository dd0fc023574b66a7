import type { Scene } from "sluice/exercise";
import { EXTERNAL_SYSTEM, ScheduledSource, StreamExecutionEnvironment } from "sluice/flink";

import type { Database, job, Reading, Row } from "./job.ts";

/** A reading, the gateway that sends it, and when it can be read in the topic (ms). */
export interface Arrival extends Reading {
  readonly gateway: number;
  readonly arrives: number;
}

/** A row, and when the database took it (ms). */
export interface Written extends Row {
  readonly at: number;
}

/** What the database has written, in this order, and what was put aside. */
export interface Outcome {
  readonly rows: readonly Written[];
  readonly aside: readonly Reading[];
}

/** How long (ms) the database takes for a row. */
const WRITE = 100;

/** A database that takes its time on the clock of the job. */
class SlowDatabase implements Database {
  readonly [EXTERNAL_SYSTEM] = "database";
  readonly rows: Written[] = [];
  readonly aside: Reading[] = [];
  readonly #spend: (duration: number) => void;
  readonly #now: () => number;

  constructor({ spend, now }: { readonly spend: (duration: number) => void; readonly now: () => number }) {
    this.#spend = spend;
    this.#now = now;
  }

  readonly write = (row: Row): void => {
    this.#spend(WRITE);
    this.rows.push({ ...row, at: this.#now() });
  };

  readonly putAside = (reading: Reading): void => {
    this.aside.push(reading);
  };
}

const SECOND = 1000;
const METERS = 8;
const GATEWAYS = 2;
const PERIOD = 5 * SECOND;
const END = 120 * SECOND;

/** When (ms) the second gateway loses its line, and when it has it again. */
const OFFLINE = 50 * SECOND;
const ONLINE = 75 * SECOND;

/** What each gateway sends at the very end: as in Flink, a source that is idle when it ends says nothing any more. */
const CLOSING = "closing";
const CLOSING_TIMES = [END + 10 * SECOND, END + 10.4 * SECOND];

/** Returns a reading of a meter: meters are read in turn, and a reading is up to a second under way. */
function readingOf(index: number, seed: number): Arrival {
  const meter = index % METERS;
  const gateway = meter % GATEWAYS;
  const random = (index * 7919 + seed * 104_729) % 89;
  const time = Math.floor(index / METERS) * PERIOD + meter * (PERIOD / METERS) + random;
  const sent = gateway === 1 && time >= OFFLINE && time < ONLINE ? ONLINE : time;
  return { meter: `m${meter + 1}`, wattHours: 5 + random, time, gateway, arrives: sent + 100 + 9 * random };
}

export const scene: Scene<typeof job, Arrival, Outcome> = {
  input: (seed) =>
    Array.from({ length: (END / PERIOD) * METERS }, (_, index) => readingOf(index, seed)).toSorted(
      (one, other) => one.arrives - other.arrives,
    ),

  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.disableOperatorChaining();
    env
      .getConfig()
      .setNetwork({ recordsPerBuffer: 1, exclusivePerChannel: 1, floatingPerGate: 1, bufferTimeout: 0 });
    // Whoever moves a reading in the input moves it in time: the times stay, in their order.
    const times = input.map(({ arrives }) => arrives).toSorted((one, other) => one - other);
    const arrivals = input.map((reading, index) => ({ ...reading, arrives: times[index] ?? reading.arrives }));
    const partitions = Array.from({ length: GATEWAYS }, (_, partition) =>
      arrivals
        .filter(({ gateway }) => gateway === partition)
        .map(({ meter, wattHours, time, arrives }) => ({ at: arrives, value: { meter, wattHours, time } }))
        .concat(CLOSING_TIMES.map((time) => ({ at: time, value: { meter: CLOSING, wattHours: 0, time } }))),
    );
    const database = new SlowDatabase({
      spend: (duration) => env.clock.spend(duration),
      now: () => env.clock.now(),
    });
    job(env, new ScheduledSource(partitions), database);
    execute(env);
    return {
      rows: database.rows.filter(({ meter }) => meter !== CLOSING),
      aside: database.aside.filter(({ meter }) => meter !== CLOSING),
    };
  },
};
