import type { Scene } from "sluice/exercise";
import { EXTERNAL_SYSTEM, ScheduledSource, StreamExecutionEnvironment } from "sluice/flink";

import type { Dashboard, job, Order, Row } from "./job.ts";

/** An order, where it lies in the topic, and when it can be read there (ms). */
export interface Arrival extends Order {
  readonly partition: number;
  readonly arrives: number;
}

/** What the dashboard has shown of one product and window. */
export interface Shown extends Row {
  /** How long (ms) after the end of the window the first row came. */
  readonly delay: number;
}

/** What the dashboard and the archive have seen. */
export interface Outcome {
  readonly rows: readonly Shown[];
  readonly archived: readonly Order[];
}

/** Remembers the last row of each product and window, and when the first one came. */
class RecordingDashboard implements Dashboard {
  readonly [EXTERNAL_SYSTEM] = "dashboard";
  readonly archived: Order[] = [];
  readonly #rows = new Map<string, Shown>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get rows(): readonly Shown[] {
    return [...this.#rows.values()];
  }

  readonly put = (row: Row): void => {
    const key = `${row.product} ${row.end}`;
    const delay = this.#rows.get(key)?.delay ?? this.#now() - row.end;
    this.#rows.set(key, { ...row, delay });
  };

  readonly archive = (order: Order): void => {
    this.archived.push(order);
  };
}

const PRODUCTS = ["tea", "rice", "soap"];
const PARTITIONS = 3;
const SECOND = 1000;
const END = 160 * SECOND;

/** The night shop: when (ms) it closes, when it opens again, and what it then still has to send. */
const CLOSES = 24 * SECOND;
const OPENS = 135 * SECOND;
const LEFT_OVER = [100 * SECOND, 112 * SECOND, 124 * SECOND];

/** When (ms) an order is placed, and when it can be read. */
type Moment = Pick<Arrival, "partition" | "time" | "arrives">;

/** Returns the times of orders: one every `gap` ms from `from` to `to`, each `lag` ms under way. */
function momentsOf(
  partition: number,
  { from, to, gap, lag }: Record<"from" | "to" | "gap" | "lag", number>,
): readonly Moment[] {
  return Array.from({ length: Math.floor((to - from) / gap) }, (_, index) => {
    const time = from + index * gap;
    return { partition, time, arrives: time + lag };
  });
}

/** What each region sends at the very end: as in Flink, a source that is idle when it ends says nothing any more. */
const CLOSING = "closing";
const CLOSING_TIMES = [END + 10 * SECOND, END + 10.3 * SECOND];

/** Returns when orders come: the second region has a long line, the third is closed for the night. */
function moments(seed: number): readonly Moment[] {
  const shift = (seed % 5) * 100;
  return [
    ...momentsOf(0, { from: shift, to: END, gap: 1500, lag: 100 }),
    ...momentsOf(1, { from: 500 + shift, to: END, gap: 2000, lag: 4000 }),
    ...momentsOf(2, { from: 500 + shift, to: CLOSES, gap: 1500, lag: 200 }),
    ...LEFT_OVER.map((time, index) => ({ partition: 2, time: time + shift, arrives: OPENS + index * 100 })),
    ...momentsOf(2, { from: OPENS + 500 + shift, to: END, gap: 1500, lag: 200 }),
  ];
}

export const scene: Scene<typeof job, Arrival, Outcome> = {
  input: (seed) =>
    moments(seed)
      .map((moment, index) => ({ moment, random: (index * 7919 + seed * 104_729) % 97 }))
      .map(({ moment, random }, index) => ({
        id: `o${index + 1}`,
        product: PRODUCTS[(index + seed) % PRODUCTS.length] ?? "tea",
        cents: 100 + 10 * random,
        ...moment,
      })),

  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) =>
      input
        .filter((order) => order.partition === partition)
        .map(({ id, product, cents, time, arrives }) => ({
          at: arrives,
          value: { id, product, cents, time },
        }))
        .concat(
          CLOSING_TIMES.map((time) => ({
            at: time,
            value: { id: CLOSING, product: CLOSING, cents: 0, time },
          })),
        ),
    );
    const dashboard = new RecordingDashboard(() => env.clock.now());
    job(env, new ScheduledSource(partitions), dashboard);
    execute(env);
    return {
      rows: dashboard.rows.filter(({ product }) => product !== CLOSING),
      archived: dashboard.archived.filter(({ product }) => product !== CLOSING),
    };
  },
};
