import { everyRun, seedsOf } from "sluice/exercise";

import type { Arrival, Outcome } from "./scene.ts";

const WINDOW = 10_000;
/** A row comes no later than so many ms after the end of its window. */
const DEADLINE = 8000;
/** The last windows have no traffic behind them that could close them. */
const TRAFFIC_BEHIND = 10_000;
const MOST_ARCHIVED = 3;
const MOST_WINDOWS = 24;

export const checks = [
  everyRun({
    id: "rows-on-time",
    says: {
      zh: "窗口结束后 8 秒之内就有它的结果，哪个分区没有数据都一样。",
      en: "A row is out no later than 8 seconds after its window, whichever partition is silent.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ rows }: Outcome, orders: readonly Arrival[]) => {
      const closed = Math.max(...orders.map(({ time }) => time)) - TRAFFIC_BEHIND;
      const [worst] = rows
        .filter(({ end, delay }) => end <= closed && delay > DEADLINE)
        .toSorted((one, other) => other.delay - one.delay);
      if (worst === undefined) return null;
      const row = nameOf(worst.product, worst.end);
      return {
        expected: { row, out: `<= ${DEADLINE / 1000} s later` },
        actual: { row, out: `${worst.delay / 1000} s later` },
      };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "all-accounted",
    says: {
      zh: "每笔订单要么计入它那个商品、那个窗口的行，要么进了归档，不多不少。",
      en: "Every order is in the row of its product and window or is in the archive, and never in both.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ rows, archived }: Outcome, orders: readonly Arrival[]) => {
      const expected = salesOf(orders);
      const shown = rows.map(({ product, end, cents }) => [nameOf(product, end), cents] as const);
      return differenceOf(expected, salesOf(archived, shown));
    },
  }),
  everyRun({
    id: "few-archived",
    says: { zh: "进归档的订单不超过 3 %。", en: "No more than 3 % of the orders go to the archive." },
    requests: () => [{}],
    breach: ({ archived }: Outcome, orders: readonly Arrival[]) => {
      const percent = Math.round((1000 * archived.length) / orders.length) / 10;
      return percent <= MOST_ARCHIVED
        ? null
        : {
            expected: { archived: `<= ${MOST_ARCHIVED} %` },
            actual: { archived: `${percent} %`, orders: archived.length },
          };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "few-windows",
    says: {
      zh: "任何时刻保留的窗口不超过 24 个（三种商品合计）。",
      en: "Never more than 24 windows are kept, of all three products together.",
    },
    requests: () => [{ watch: "metrics" }],
    breach: (_outcome: Outcome, _orders: readonly Arrival[], { metrics }) => {
      const most = Math.max(0, ...metrics.map(({ maxStateEntries }) => maxStateEntries));
      return most <= MOST_WINDOWS
        ? null
        : { expected: { windows: `<= ${MOST_WINDOWS}` }, actual: { windows: most } };
    },
    counterexample: "whole-input",
  }),
];

/** Returns how a row is called, such as `tea 00:20-00:30`. */
function nameOf(product: string, end: number): string {
  return `${product} ${clockOf(end - WINDOW)}-${clockOf(end)}`;
}

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** Returns the cents that belong to each row, those that are there already included. */
function salesOf(
  orders: readonly Pick<Arrival, "product" | "time" | "cents">[],
  shown: readonly (readonly [string, number])[] = [],
): ReadonlyMap<string, number> {
  const sales = new Map(shown);
  for (const { product, time, cents } of orders) {
    const name = nameOf(product, (Math.floor(time / WINDOW) + 1) * WINDOW);
    sales.set(name, (sales.get(name) ?? 0) + cents);
  }
  return sales;
}

/** Returns the rows that differ, in cents; `null` if none does. */
function differenceOf(expected: ReadonlyMap<string, number>, actual: ReadonlyMap<string, number>) {
  const names = [...new Set([...expected.keys(), ...actual.keys()])].toSorted();
  const differing = names.filter((name) => expected.get(name) !== actual.get(name));
  if (differing.length === 0) return null;
  const centsOf = (sales: ReadonlyMap<string, number>) =>
    Object.fromEntries(differing.map((name) => [name, sales.get(name) ?? 0]));
  return { expected: centsOf(expected), actual: centsOf(actual) };
}
