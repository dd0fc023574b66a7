import type { Scene } from "sluice/exercise";
import {
  createJobGraph,
  EXTERNAL_SYSTEM,
  requiredSlots,
  ScheduledSource,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "sluice/flink";

import type { Database, job, Update } from "./job.ts";

type Clock = StreamExecutionEnvironment["clock"];

const ROUND_TRIP = 50;
const MOST_ROWS = 20;
const ORDERS = 10;

/** Holds the rows, and lets each call take its time on the clock of the job. */
class ShopDatabase implements Database {
  readonly [EXTERNAL_SYSTEM] = "shop";
  readonly versions = new Map<string, number>();
  readonly #clock: Clock;
  /** When the last row was there, ms. */
  lastWrite = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  write(rows: readonly Update[]): void {
    if (rows.length < 1 || rows.length > MOST_ROWS)
      throw new Error(`${rows.length} rows in one call, 1 to ${MOST_ROWS} are allowed`);
    this.#clock.spend(ROUND_TRIP + rows.length);
    this.lastWrite = Math.max(this.lastWrite, this.#clock.now() + ROUND_TRIP + rows.length);
    for (const { order, version } of rows) this.versions.set(order, version);
  }
}

/** What the shop shows at the end, and what it took. */
export interface Outcome {
  /** A row an order, such as `o7 version 3`. */
  readonly rows: readonly string[];
  /** How long (ms) after the last update came the last row was written. */
  readonly behind: number;
  readonly slots: number;
}

/** `variation.rounds`: how often each update comes, 1 by default; `variation.every`: ms between two, 30 by default. */
export const scene: Scene<typeof job, string, Outcome> = {
  input: (seed) => Array.from({ length: 11 }, (_, index) => `o${1 + ((index * 3 + seed) % ORDERS)}`),

  play({ job, input, variation, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.enableCheckpointing(200).setRestartStrategy({ type: "fixedDelay", attempts: 10, delay: 10 });
    env.disableOperatorChaining().getConfig().setAutoWatermarkInterval(0);
    const every = Number(variation["every"] ?? 30);
    const arrivals = updatesOf(input, Number(variation["rounds"] ?? 1)).map((value, index) => ({
      at: Math.floor(index * every),
      value,
    }));
    const updates = env.fromSource(
      new ScheduledSource([arrivals]),
      WatermarkStrategy.noWatermarks<Update>(),
      "updates",
    );
    const database = new ShopDatabase(env.clock);
    job(updates, database);
    const slots = requiredSlots(createJobGraph(env.getStreamGraph(), "enabled"));
    execute(env);
    return {
      rows: [...database.versions].map(([order, version]) => `${order} version ${version}`).toSorted(),
      behind: Math.round(database.lastWrite - (arrivals.at(-1)?.at ?? 0)),
      slots,
    };
  },
};

/** Returns the orders again and again, each time with the next version. */
function updatesOf(orders: readonly string[], rounds: number): readonly Update[] {
  const versions = new Map<string, number>();
  return Array.from({ length: rounds }, () => orders)
    .flat()
    .map((order) => {
      const version = (versions.get(order) ?? 0) + 1;
      versions.set(order, version);
      return { order, version };
    });
}
