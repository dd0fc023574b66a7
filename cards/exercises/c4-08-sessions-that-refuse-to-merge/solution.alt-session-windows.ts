// trade-off.en: Flink keeps the windows, merges them and their state, and moves the timers: nothing to get wrong but the merging of two sessions. What it can't do is what windows can't, such as a session that ends with a click on "log out".
// trade-off.zh: 窗口、状态、定时器都由 Flink 来合并和挪动，自己只要写对“两个会话怎样并成一个”。窗口做不到的它也做不到，比如点了“退出登录”就立刻结束会话。
import { type DataStream, Duration, EventTimeSessionWindows } from "sluice/flink";

/* @locked */
export interface Click {
  readonly user: string;
  readonly page: string;
  /** When it was made, ms. Clicks come out of order by up to an hour. */
  readonly time: number;
}

/** Clicks of a user of which each is at most GAP behind the one before it. */
export interface Session {
  readonly user: string;
  readonly start: number;
  readonly last: number;
  readonly clicks: number;
  /** The page of its first click. */
  readonly entry: string;
}

export const GAP = Duration.ofMinutes(30);

/** The report of visits: a row a session, once it is over. */
export interface Report {
  readonly add: (session: Session) => void;
}

export function job(clicks: DataStream<Click>, report: Report): void {
  /* @end */
  clicks
    .map(sessionOf)
    .keyBy(({ user }) => user)
    .window(EventTimeSessionWindows.withGap(GAP))
    .reduce(merge)
    .name("sessions")
    .addSink({ invoke: (session) => report.add(session) })
    .name("report");
}

/** Returns the session of a click that is alone. */
function sessionOf({ user, page, time }: Click): Session {
  return { user, start: time, last: time, clicks: 1, entry: page };
}

/** Returns two sessions as one. */
function merge(one: Session, other: Session): Session {
  const [earlier, later] = one.start < other.start ? [one, other] : [other, one];
  const last = Math.max(earlier.last, later.last);
  return { ...earlier, last, clicks: earlier.clicks + later.clicks };
}
