// expect: any-order
// say.en: windows merge by themselves, what is in them doesn't: merge of the AggregateFunction gets both accumulators and must return both in one. In a test with sorted clicks it is never called.
// say.zh: 窗口会自己合并，里面的内容不会：AggregateFunction 的 merge 拿到两个累加器，必须把两者并成一个。测试数据如果排好了序，它一次也不会被调用。
// variant: accumulator-merge
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
    .keyBy(({ user }) => user)
    .window(EventTimeSessionWindows.withGap(GAP))
    .aggregate<Session | null, Session | null>({
      createAccumulator: () => null,
      add: (click, session) => withClick(session, click),
      getResult: (session) => session,
      // FIX: clicks are missing in sessions that were two before.
      merge: (one) => one,
    })
    .name("sessions")
    .addSink({ invoke: (session) => session !== null && report.add(session) })
    .name("report");
}

/** Returns a session with one more click. */
function withClick(session: Session | null, { user, page, time }: Click): Session {
  if (session === null) return { user, start: time, last: time, clicks: 1, entry: page };
  return {
    user,
    start: Math.min(session.start, time),
    last: Math.max(session.last, time),
    clicks: session.clicks + 1,
    entry: time < session.start ? page : session.entry,
  };
}
