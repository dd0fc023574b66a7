import type { Cancellable, VirtualClock } from "../clock/virtual-clock.ts";
import type { SourceStreamOperator } from "../source/source-stream-operator.ts";
import type { InputStatus } from "../source/source.ts";

/** Knows when a source is worth asking: it is woken when its reader has said that there will be something to read. */
export class SourcePoller {
  readonly #clock: VirtualClock;
  readonly #wake: () => void;
  #alarm: Cancellable | null = null;
  #alarmAt = Number.POSITIVE_INFINITY;
  #mayHaveMore = true;
  #isSuspended = false;

  /** `wake` tells the task that the source may have something. */
  constructor(clock: VirtualClock, wake: () => void) {
    this.#clock = clock;
    this.#wake = wake;
  }

  /** Whether nothing is read for now, whatever there is. */
  get isSuspended(): boolean {
    return this.#isSuspended;
  }

  /** Whether the source may have something, as far as is known. */
  get isReady(): boolean {
    return !this.#isSuspended && this.#mayHaveMore;
  }

  /** Reads nothing until `resume`. */
  suspend(): void {
    this.#isSuspended = true;
  }

  resume(): void {
    this.#isSuspended = false;
  }

  /** The source may have something from now on. */
  wakeUp(): void {
    this.#mayHaveMore = true;
    this.#wake();
  }

  /** Asks the source for its next element. */
  poll(source: SourceStreamOperator): InputStatus {
    const status = source.emitNext();
    this.#mayHaveMore = status !== "NOTHING_AVAILABLE";
    // Readers see a clock of whole ms: what is due at 2.5 is there at 3.
    if (!this.#mayHaveMore) this.#setAlarm(Math.ceil(source.nextAvailableAt()));
    return status;
  }

  /** Rings at `time` (ms) at the latest; Infinity: not at all. */
  #setAlarm(time: number): void {
    if (time >= this.#alarmAt) return;
    this.#alarm?.cancel();
    this.#alarmAt = time;
    this.#alarm = this.#clock.schedule(time, () => {
      this.#alarmAt = Number.POSITIVE_INFINITY;
      this.wakeUp();
    });
  }
}
