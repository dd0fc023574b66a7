// expect: nothing-left
// say.en: every session is reported once, by the timer that is its own, but none is ever removed: each visit of each user stays in the state and in every checkpoint.
// say.zh: 每个会话都由自己的定时器报出一次，却从不移除：每个用户的每次访问都留在状态里，也进每个 checkpoint。
// variant: state-clear
import {
  type Collector,
  type DataStream,
  Duration,
  type KeyedProcessFunction,
  type KeyedProcessFunctionContext,
  type MapState,
  MapStateDescriptor,
  type OnTimerContext,
  type RuntimeContext,
} from "sluice/flink";

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
    .process(new Sessions())
    .name("sessions")
    .addSink({ invoke: (session) => report.add(session) })
    .name("report");
}

/** Keeps the sessions that are not over, each with a timer at its end. */
class Sessions implements KeyedProcessFunction<string, Click, Session> {
  /** By their start. */
  sessions: MapState<number, Session> | undefined;

  open(context: RuntimeContext<string>): void {
    this.sessions = context.getMapState(new MapStateDescriptor<number, Session>("sessions"));
  }

  processElement(click: Click, context: KeyedProcessFunctionContext<string>): void {
    const timers = context.timerService();
    let session = sessionOf(click);
    for (const near of this.sessions?.values() ?? []) {
      if (!touch(near, session)) continue;
      this.sessions?.remove(near.start);
      timers.deleteEventTimeTimer(endOf(near));
      session = merge(near, session);
    }
    this.sessions?.put(session.start, session);
    timers.registerEventTimeTimer(endOf(session));
  }

  onTimer(timestamp: number, _context: OnTimerContext<string>, out: Collector<Session>): void {
    for (const session of this.sessions?.values() ?? []) {
      // FIX: the state grows with every visit.
      if (endOf(session) === timestamp) out.collect(session);
    }
  }
}

/** Returns the session of a click that is alone. */
function sessionOf({ user, page, time }: Click): Session {
  return { user, start: time, last: time, clicks: 1, entry: page };
}

/** Returns when (ms) a session is over, if no other click comes. */
function endOf({ last }: Session): number {
  return last + GAP;
}

/** Whether two sessions are one, for there is no more than GAP between them. */
function touch(one: Session, other: Session): boolean {
  return one.start <= endOf(other) && other.start <= endOf(one);
}

/** Returns two sessions as one. */
function merge(one: Session, other: Session): Session {
  const [earlier, later] = one.start < other.start ? [one, other] : [other, one];
  const last = Math.max(earlier.last, later.last);
  return { ...earlier, last, clicks: earlier.clicks + later.clicks };
}
