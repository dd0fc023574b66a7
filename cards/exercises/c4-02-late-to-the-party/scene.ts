import type { Scene } from "sluice/exercise";
import {
  EXTERNAL_SYSTEM,
  ScheduledSource,
  StreamExecutionEnvironment,
  WatermarkStrategy,
} from "sluice/flink";

import type { Click, Dashboard, job, Row } from "./job.ts";

/** A click, and when it comes (ms). */
export interface Arrival extends Click {
  readonly arrives: number;
}

/** What was put of one page and window. */
export interface Billed extends Pick<Row, "page" | "end"> {
  /** How long (ms) after the end of the window the first row came. */
  readonly delay: number;
  readonly first: number;
  readonly last: number;
}

/** What the dashboard and the archive have seen. */
export interface Outcome {
  readonly rows: readonly Billed[];
  readonly archived: readonly Click[];
}

/** Remembers the first and the last row of each page and window. */
class RecordingDashboard implements Dashboard {
  readonly [EXTERNAL_SYSTEM] = "dashboard";
  readonly archived: Click[] = [];
  readonly #rows = new Map<string, Billed>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get rows(): readonly Billed[] {
    return [...this.#rows.values()];
  }

  readonly put = ({ page, end, clicks }: Row): void => {
    const key = `${page} ${end}`;
    const billed = this.#rows.get(key) ?? {
      page,
      end,
      delay: this.#now() - end,
      first: clicks,
      last: clicks,
    };
    this.#rows.set(key, { ...billed, last: clicks });
  };

  readonly archive = (click: Click): void => {
    this.archived.push(click);
  };
}

const PAGES = ["/home", "/cart", "/sale"];
const CLICKS = 200;
/** Time between two clicks, ms. */
const GAP = 500;

/** Returns a number from 0 to 1 that looks random: the fractional part of a large sine. */
function noise(seed: number, index: number): number {
  const large = Math.sin(seed * 127.1 + index * 311.7) * 43_758.5453;
  return large - Math.floor(large);
}

/** Returns how long (ms) a click is under way: most have a good line, one in four has not, and a few have none. */
function travelTime(seed: number, index: number): number {
  const dice = noise(seed, index);
  if (index % 200 === 77) return 40_000 + 20_000 * dice;
  if (index % 50 === 20 + (seed % 7)) return 11_000 + 3000 * dice;
  return index % 4 === 2 ? 2000 + 2000 * dice : 50 + 850 * dice;
}

/** The input is in the order of arrival. */
export const scene: Scene<typeof job, Arrival, Outcome> = {
  input: (seed) =>
    Array.from({ length: CLICKS }, (_, index) => {
      const time = index * GAP + Math.floor(noise(seed + 1, index) * GAP);
      const page = PAGES[(index * 7 + seed + (index % 4)) % PAGES.length] ?? "/home";
      return { id: `c${index + 1}`, page, time, arrives: time + Math.round(travelTime(seed, index)) };
    }).toSorted((one, other) => one.arrives - other.arrives),

  play({ job, input, execute }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    // Whoever moves a click in the input moves it in time: the times stay, in their order.
    const times = input.map(({ arrives }) => arrives).toSorted((one, other) => one - other);
    const arrivals = input.map(({ arrives, ...click }, index) => ({
      at: times[index] ?? arrives,
      value: click,
    }));
    const clicks = env.fromSource(
      new ScheduledSource([arrivals]),
      WatermarkStrategy.noWatermarks<Click>(),
      "clicks",
    );
    const dashboard = new RecordingDashboard(() => env.clock.now());
    job(clicks, dashboard);
    execute(env);
    return { rows: dashboard.rows, archived: dashboard.archived };
  },
};
