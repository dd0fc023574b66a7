import { everyRun, seedsOf } from "sluice/exercise";

import type { Arrival, Billed, Outcome } from "./scene.ts";

const WINDOW = 10_000;
/** The first row of a window comes no later than so many ms after its end. */
const DEADLINE = 7000;
/** The last windows have no traffic behind them that could close them. */
const TRAFFIC_BEHIND = 10_000;
const MOST_MISSING = 3;
const MOST_ARCHIVED = 1;
const MOST_WINDOWS = 24;

export const checks = [
  everyRun({
    id: "all-accounted",
    says: {
      zh: "每次点击要么计入它那个页面、那个窗口的行，要么进了归档，不多不少。",
      en: "Every click is counted in the row of its page and window or is in the archive, and never in both.",
    },
    requests: (effort) => seedsOf(effort).map((seed) => ({ seed, input: seed })),
    breach: ({ rows, archived }: Outcome, clicks: readonly Arrival[]) => {
      const expected = tally(clicks.map((click) => rowNameOf(click)));
      const counted = rows.map(({ page, end, last }) => [nameOf(page, end), last] as const);
      const actual = tally(
        archived.map((click) => rowNameOf(click)),
        counted,
      );
      return differenceOf(expected, actual);
    },
  }),
  everyRun({
    id: "first-row-on-time",
    says: {
      zh: "窗口结束后 7 秒之内，它的第一行就出来了。",
      en: "The first row of a window is out no later than 7 seconds after its end.",
    },
    requests: () => [{}],
    breach: ({ rows }: Outcome, clicks: readonly Arrival[]) => {
      const closed = Math.max(...clicks.map(({ time }) => time)) - TRAFFIC_BEHIND;
      const [worst] = rows
        .filter(({ end, delay }) => end <= closed && delay > DEADLINE)
        .toSorted((one, other) => other.delay - one.delay);
      if (worst === undefined) return null;
      return {
        expected: { row: nameOf(worst.page, worst.end), out: `<= ${DEADLINE / 1000} s later` },
        actual: { row: nameOf(worst.page, worst.end), out: `${worst.delay / 1000} s later` },
      };
    },
    counterexample: "whole-input",
  }),
  everyRun({
    id: "first-row-good",
    says: {
      zh: "各窗口的第一行合起来，缺的点击不超过 3 %。",
      en: "All first rows together lack no more than 3 % of the clicks.",
    },
    requests: () => [{}],
    breach: ({ rows }: Outcome, clicks: readonly Arrival[]) =>
      shareBreach("missing", clicks.length - sumOf(rows), clicks.length, MOST_MISSING),
    counterexample: "whole-input",
  }),
  everyRun({
    id: "few-archived",
    says: {
      zh: "进归档的点击不超过 1 %。",
      en: "No more than 1 % of the clicks go to the archive.",
    },
    requests: () => [{}],
    breach: ({ archived }: Outcome, clicks: readonly Arrival[]) =>
      shareBreach("archived", archived.length, clicks.length, MOST_ARCHIVED),
    counterexample: "whole-input",
  }),
  everyRun({
    id: "few-windows",
    says: {
      zh: "任何时刻保留的窗口不超过 24 个（三个页面合计）。",
      en: "Never more than 24 windows are kept, of all three pages together.",
    },
    requests: () => [{ watch: "metrics" }],
    breach: (_outcome: Outcome, _clicks: readonly Arrival[], { metrics }) => {
      const most = Math.max(0, ...metrics.map(({ maxStateEntries }) => maxStateEntries));
      return most <= MOST_WINDOWS
        ? null
        : { expected: { windows: `<= ${MOST_WINDOWS}` }, actual: { windows: most } };
    },
    counterexample: "whole-input",
  }),
];

/** Returns how a row is called, such as `/home 00:20-00:30`. */
function nameOf(page: string, end: number): string {
  return `${page} ${clockOf(end - WINDOW)}-${clockOf(end)}`;
}

function rowNameOf({ page, time }: { readonly page: string; readonly time: number }): string {
  return nameOf(page, (Math.floor(time / WINDOW) + 1) * WINDOW);
}

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** Returns how many clicks belong to each row. */
function tally(
  names: readonly string[],
  counted: readonly (readonly [string, number])[] = [],
): ReadonlyMap<string, number> {
  const tallied = new Map(counted);
  for (const name of names) tallied.set(name, (tallied.get(name) ?? 0) + 1);
  return tallied;
}

/** Returns the rows that differ; `null` if none does. */
function differenceOf(expected: ReadonlyMap<string, number>, actual: ReadonlyMap<string, number>) {
  const names = [...new Set([...expected.keys(), ...actual.keys()])].toSorted();
  const differing = names.filter((name) => expected.get(name) !== actual.get(name));
  if (differing.length === 0) return null;
  const of = (tallied: ReadonlyMap<string, number>) =>
    Object.fromEntries(differing.map((name) => [name, tallied.get(name) ?? 0]));
  return { expected: of(expected), actual: of(actual) };
}

function sumOf(rows: readonly Billed[]): number {
  return rows.reduce((sum, { first }) => sum + first, 0);
}

function shareBreach(what: string, part: number, whole: number, most: number) {
  const percent = Math.round((1000 * part) / whole) / 10;
  return percent <= most
    ? null
    : { expected: { [what]: `<= ${most} %` }, actual: { [what]: `${percent} %`, clicks: part } };
}
