import { everyRun, seedsOf } from "sluice/exercise";

import type { Arrival, Outcome, Written } from "./scene.ts";

const WINDOW = 10_000;
/** The database takes so long (ms) for a row. */
const WRITE = 100;
/** Eight meters, and a fifth more. */
const MOST_AT_ONCE = 9;
/** A row comes no later than so many ms after the end of its window. */
const DEADLINE = 5000;
/** The last windows have no traffic behind them that could close them. */
const TRAFFIC_BEHIND = 10_000;
const MOST_ASIDE = 10;
const MOST_WINDOWS = 24;

export const checks = [
  everyRun({
    id: "all-accounted",
    says: {
      zh: "每条读数要么计入它那块电表、那个窗口的行，要么放到了一边，不多不少。",
      en: "Every reading is in the row of its meter and window or has been put aside, and never both.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ rows, aside }: Outcome, readings: readonly Arrival[]) => {
      const last = new Map(rows.map(({ meter, end, wattHours }) => [nameOf(meter, end), wattHours]));
      return differenceOf(usageOf(readings), usageOf(aside, last));
    },
  }),
  everyRun({
    id: "no-flood",
    says: {
      zh: "数据库从不一口气收到超过 9 行：一块电表一行，再加两成。",
      en: "The database never gets more than 9 rows in one go: one for each meter, and a fifth more.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ rows }: Outcome, readings: readonly Arrival[]) => {
      const [largest = []] = floodsOf(rows, Math.max(...readings.map(({ arrives }) => arrives))).toSorted(
        (one, other) => other.length - one.length,
      );
      if (largest.length <= MOST_AT_ONCE) return null;
      const windows = new Set(largest.map(({ end }) => end)).size;
      return {
        expected: { rowsInOneGo: `<= ${MOST_AT_ONCE}` },
        actual: { rowsInOneGo: largest.length, windows, at: clockOf(largest[0]?.at ?? 0) },
      };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "rows-soon",
    says: {
      zh: "窗口结束后 5 秒之内，它的行就到了数据库。",
      en: "A row gets to the database no later than 5 seconds after its window.",
    },
    requests: () => [{}],
    breach: ({ rows }: Outcome, readings: readonly Arrival[]) => {
      const closed = Math.max(...readings.map(({ time }) => time)) - TRAFFIC_BEHIND;
      const [worst] = rows
        .filter(({ end, at }) => end <= closed && at - end > DEADLINE)
        .toSorted((one, other) => other.at - other.end - (one.at - one.end));
      if (worst === undefined) return null;
      const row = nameOf(worst.meter, worst.end);
      return {
        expected: { row, written: `<= ${DEADLINE / 1000} s later` },
        actual: { row, written: `${(worst.at - worst.end) / 1000} s later` },
      };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "few-aside",
    says: { zh: "放到一边的读数不超过 10 %。", en: "No more than 10 % of the readings are put aside." },
    requests: () => [{}],
    breach: ({ aside }: Outcome, readings: readonly Arrival[]) => {
      const percent = Math.round((1000 * aside.length) / readings.length) / 10;
      return percent <= MOST_ASIDE
        ? null
        : {
            expected: { aside: `<= ${MOST_ASIDE} %` },
            actual: { aside: `${percent} %`, readings: aside.length },
          };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "few-windows",
    says: {
      zh: "任何时刻保留的窗口不超过 24 个（八块电表合计）。",
      en: "Never more than 24 windows are kept, of all eight meters together.",
    },
    requests: () => [{ watch: "metrics" }],
    breach: (_outcome: Outcome, _readings: readonly Arrival[], { metrics }) => {
      const most = Math.max(0, ...metrics.map(({ maxStateEntries }) => maxStateEntries));
      return most <= MOST_WINDOWS
        ? null
        : { expected: { windows: `<= ${MOST_WINDOWS}` }, actual: { windows: most } };
    },
    counterexample: "whole-input",
  }),
];

/** Returns the rows that the database wrote without a pause, flood by flood, of those that came before `until` (ms). */
function floodsOf(rows: readonly Written[], until: number): readonly (readonly Written[])[] {
  const floods: Written[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const row of rows.toSorted((one, other) => one.at - other.at)) {
    const pause = row.at - previous > WRITE;
    if (pause && row.at > until) break;
    if (pause) floods.push([]);
    floods.at(-1)?.push(row);
    previous = row.at;
  }
  return floods;
}

/** Returns how a row is called, such as `m3 00:20-00:30`. */
function nameOf(meter: string, end: number): string {
  return `${meter} ${clockOf(end - WINDOW)}-${clockOf(end)}`;
}

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** Returns the watt-hours that belong to each row, those that are there already included. */
function usageOf(
  readings: readonly Pick<Arrival, "meter" | "time" | "wattHours">[],
  written: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const usage = new Map(written);
  for (const { meter, time, wattHours } of readings) {
    const name = nameOf(meter, (Math.floor(time / WINDOW) + 1) * WINDOW);
    usage.set(name, (usage.get(name) ?? 0) + wattHours);
  }
  return usage;
}

/** Returns the rows that differ, in watt-hours; `null` if none does. */
function differenceOf(expected: ReadonlyMap<string, number>, actual: ReadonlyMap<string, number>) {
  const names = [...new Set([...expected.keys(), ...actual.keys()])].toSorted();
  const differing = names.filter((name) => expected.get(name) !== actual.get(name));
  if (differing.length === 0) return null;
  const wattHoursOf = (usage: ReadonlyMap<string, number>) =>
    Object.fromEntries(differing.map((name) => [name, usage.get(name) ?? 0]));
  return { expected: wattHoursOf(expected), actual: wattHoursOf(actual) };
}
