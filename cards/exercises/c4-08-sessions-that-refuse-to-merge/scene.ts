import type { Scene } from "sluice/exercise";
import {
  Duration,
  EXTERNAL_SYSTEM,
  ScheduledSource,
  StreamExecutionEnvironment,
  type WatermarkGenerator,
  WatermarkStrategy,
} from "sluice/flink";

import type { Click, job, Report, Session } from "./job.ts";

export interface Outcome {
  /** The rows of the report, such as `ann 00:12-01:04 5 clicks from /sale`, in the order of the alphabet. */
  readonly sessions: readonly string[];
  /** The clicks in the order in which they came. */
  readonly arrived: readonly Click[];
}

class VisitReport implements Report {
  readonly [EXTERNAL_SYSTEM] = "report";
  readonly sessions: Session[] = [];

  add(session: Session): void {
    this.sessions.push(session);
  }
}

const MINUTE = Duration.ofMinutes(1);
const OUT_OF_ORDERNESS = 60 * MINUTE;

/** Sends a watermark behind every click: nothing depends on when it was made. */
class WatermarkBehindEach implements WatermarkGenerator<Click> {
  #latest = Number.NEGATIVE_INFINITY;

  readonly onEvent: WatermarkGenerator<Click>["onEvent"] = (_click, timestamp, output) => {
    this.#latest = Math.max(this.#latest, timestamp);
    output.emitWatermark(this.#latest - OUT_OF_ORDERNESS - 1);
  };

  readonly onPeriodicEmit = (): void => {};
}

const USERS = ["ann", "bob", "eve"];
const PAGES = ["/home", "/sale", "/cart", "/help"];
const CLICKS_EACH = 7;
/** Minutes from one click of a user to the next; one of them is the gap to the minute. */
const PAUSES = [4, 12, 20, 30, 24, 28, 28, 36, 52, 68];

/** Returns a number from 0 to 1 that looks random: the fractional part of a large sine. */
function noise(seed: number, place: number): number {
  const large = Math.sin(seed * 127.1 + place * 311.7) * 43_758.5453;
  return large - Math.floor(large);
}

function oneOf<T>(choices: readonly T[], dice: number): T {
  const choice = choices[Math.floor(dice * choices.length)];
  if (choice === undefined) throw new RangeError("there is nothing to choose from");
  return choice;
}

/**
 * Returns the clicks in another order of arrival: each is under way for up to the bound of the watermark. Whoever moves a
 * click in the input moves it in time: the arrivals stay those of the clicks that were in their order there.
 */
function shuffled(clicks: readonly Click[], order: number): readonly Click[] {
  const delay = ({ user, time }: Click) =>
    order === 0 ? 0 : OUT_OF_ORDERNESS * noise(order, USERS.indexOf(user) + time / MINUTE);
  const arrivals = clicks
    .toSorted((one, other) => one.time - other.time)
    .map((click) => click.time + delay(click));
  return clicks
    .map((click, index) => ({ click, arrives: arrivals[index] ?? click.time }))
    .toSorted((one, other) => one.arrives - other.arrives)
    .map(({ click }) => click);
}

function clockOf(time: number): string {
  const minutes = Math.round(time / MINUTE);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The longest time (ms) in which the last click is through. */
const UNDER_WAY = 1000;
/** Behind all clicks comes one of nobody: it only lets the watermark pass all ends. */
const NOBODY = "";

/** `variation.order`: the order of arrival; 0, by default: that of time. */
export const scene: Scene<typeof job, Click, Outcome> = {
  input: (seed) =>
    USERS.flatMap((user, place) => {
      let time = 4 * place * MINUTE;
      return Array.from({ length: CLICKS_EACH }, (_, index) => {
        time += oneOf(PAUSES, noise(seed, place * 100 + index)) * MINUTE;
        return { user, page: oneOf(PAGES, noise(seed, place * 100 + index + 50)), time };
      });
    }).toSorted((one, other) => one.time - other.time),

  play({ job, input, variation, start }) {
    const env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.getConfig().setAutoWatermarkInterval(0);
    const strategy = WatermarkStrategy.forGenerator<Click>(() => new WatermarkBehindEach());
    const arrived = shuffled(input, Number(variation["order"] ?? 0));
    const end = Math.max(0, ...input.map(({ time }) => time)) + 120 * MINUTE;
    const arrivals = [...arrived, { user: NOBODY, page: "", time: end }].map((value, at) => ({ at, value }));
    const clicks = env
      .fromSource(
        new ScheduledSource([arrivals], "CONTINUOUS_UNBOUNDED"),
        strategy.withTimestampAssigner(({ time }) => time),
        "clicks",
      )
      .filter(({ user }) => user !== NOBODY)
      .name("of users");
    const report = new VisitReport();
    job(clicks, report);
    const cluster = start(env);
    cluster.runUntil(arrivals.length + UNDER_WAY);
    cluster.end("CANCELED");
    const sessions = report.sessions.map(
      ({ user, start: first, last, clicks: count, entry }) =>
        `${user} ${clockOf(first)}-${clockOf(last)} ${count} clicks from ${entry}`,
    );
    return { sessions: sessions.toSorted(), arrived };
  },
};
