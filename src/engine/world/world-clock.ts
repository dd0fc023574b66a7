/** What can be called off: something that was to happen later. */
export interface Scheduled {
  /** Calls it off; does nothing if it has happened. */
  readonly cancel: () => void;
}

/** The time that the systems outside share with the cluster. It moves only when the run moves it. */
export interface WorldClock {
  /** Returns the time in ms. */
  readonly now: () => number;
  /** Has `action` called at `time` (ms). The run is not over before. */
  readonly schedule: (time: number, action: () => void) => Scheduled;
  /** As `schedule`, for chores that go on for ever: the run need not wait for them. */
  readonly scheduleInBackground: (time: number, action: () => void) => Scheduled;
  /** Says that whoever works now stands still for so many ms: a call that it made blocks it. */
  readonly spend: (duration: number) => void;
}

/** Has a chore of a system outside done every `interval` ms, for as long as anything else goes on. */
export function everyInBackground(clock: WorldClock, interval: number, chore: () => void): void {
  const repeat = (): void => {
    chore();
    clock.scheduleInBackground(clock.now() + interval, repeat);
  };
  clock.scheduleInBackground(clock.now() + interval, repeat);
}
