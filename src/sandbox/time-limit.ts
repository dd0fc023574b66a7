import type { ProcessorTime } from "./processor-time.ts";

/** What has to do with the time of a process. */
export interface TimedProcess {
  /** Returns what it has had of the processor; `null` where nobody tells. */
  readonly processorTime: () => ProcessorTime | null;
  /** Called once its time is up. */
  readonly expired: () => void;
}

/** Ends what takes too long: by the time that it has had of the processor where that is known, else by the clock. */
export class TimeLimit {
  readonly #process: TimedProcess;
  #timer: NodeJS.Timeout | undefined;

  constructor(process: TimedProcess) {
    this.#process = process;
  }

  /** Gives it so many ms from now on, whatever is left of what it was given before. */
  allow(ms: number): void {
    const used = this.#process.processorTime()?.used ?? 0;
    this.#lookAfter(ms, { allowed: ms, used, seen: null, begun: performance.now() });
  }

  /** Gives it all the time in the world. */
  lift(): void {
    clearTimeout(this.#timer);
  }

  #lookAfter(ms: number, allowance: Allowance): void {
    this.lift();
    this.#timer = setTimeout(() => {
      const time = this.#process.processorTime();
      if (time !== null && isStarving(allowance, time))
        this.#lookAfter(PATIENCE, { ...allowance, seen: time.used });
      else this.#process.expired();
    }, ms);
  }
}

/** Time that was given to a process, and what it had of the processor and the clock before, all in ms. */
interface Allowance {
  readonly allowed: number;
  readonly used: number;
  /** What it had of the processor when it was looked at last; `null` if it wasn't yet. */
  readonly seen: number | null;
  readonly begun: number;
}

/** For how long a process that gets no processor is let be before it is looked at again, ms. */
const PATIENCE = 200;

/** How many times the time allowed a process may take that gets no processor. */
const MOST_PATIENCE = 5;

/** The share of the time allowed that a process has surely had of the processor if nobody else wanted it. */
const FULL_SHARE = 0.9;

/**
 * Tells whether it is the machine that is slow, and not the process: a verdict doesn't depend on what else is running.
 * What only waits isn't starving; main threads wait for a moment too, for the collector of garbage.
 */
function isStarving({ allowed, used, seen, begun }: Allowance, time: ProcessorTime): boolean {
  if (performance.now() - begun > allowed * MOST_PATIENCE) return false;
  if (time.is === "waiting" && time.used === seen) return false;
  return time.used - used < allowed * FULL_SHARE;
}
