import { UnsupportedOperationException } from "../../java/exceptions.ts";
import type { Key } from "../../java/hash-code.ts";
import { VOID_NAMESPACE, type VoidNamespace } from "../../state/namespace.ts";
import type { InternalTimerService } from "./internal-timer-service.ts";

/** Whether a timer goes by the timestamps of the elements or by the clock. */
export type TimeDomain = "EVENT_TIME" | "PROCESSING_TIME";

/** The timers and clocks that a function sees (Flink's `TimerService`). Times are in ms. */
export interface TimerService {
  readonly currentProcessingTime: () => number;
  /** Returns the newest watermark, `Long.MIN_VALUE` before the first one. */
  readonly currentWatermark: () => number;
  readonly registerProcessingTimeTimer: (time: number) => void;
  readonly registerEventTimeTimer: (time: number) => void;
  readonly deleteProcessingTimeTimer: (time: number) => void;
  readonly deleteEventTimeTimer: (time: number) => void;
}

/** The timer service of functions that know no namespaces (Flink's class of the same name). */
export class SimpleTimerService<K extends Key> implements TimerService {
  readonly #internal: InternalTimerService<K, VoidNamespace>;

  constructor(internal: InternalTimerService<K, VoidNamespace>) {
    this.#internal = internal;
  }

  currentProcessingTime(): number {
    return this.#internal.currentProcessingTime();
  }

  currentWatermark(): number {
    return this.#internal.currentWatermark();
  }

  registerProcessingTimeTimer(time: number): void {
    this.#internal.registerProcessingTimeTimer(VOID_NAMESPACE, time);
  }

  registerEventTimeTimer(time: number): void {
    this.#internal.registerEventTimeTimer(VOID_NAMESPACE, time);
  }

  deleteProcessingTimeTimer(time: number): void {
    this.#internal.deleteProcessingTimeTimer(VOID_NAMESPACE, time);
  }

  deleteEventTimeTimer(time: number): void {
    this.#internal.deleteEventTimeTimer(VOID_NAMESPACE, time);
  }
}

const NOT_KEYED = "Setting timers is only supported on a keyed streams.";
const NOT_KEYED_DELETE = "Deleting timers is only supported on a keyed streams.";

/** The clocks of a function on a stream without keys: it may read them, but has no timers. */
export class TimerlessService implements TimerService {
  readonly #clock: () => number;
  readonly #watermark: () => number;

  constructor(clock: () => number, watermark: () => number) {
    this.#clock = clock;
    this.#watermark = watermark;
  }

  currentProcessingTime(): number {
    return this.#clock();
  }

  currentWatermark(): number {
    return this.#watermark();
  }

  registerProcessingTimeTimer(): void {
    throw new UnsupportedOperationException(NOT_KEYED);
  }

  registerEventTimeTimer(): void {
    throw new UnsupportedOperationException(NOT_KEYED);
  }

  deleteProcessingTimeTimer(): void {
    throw new UnsupportedOperationException(NOT_KEYED_DELETE);
  }

  deleteEventTimeTimer(): void {
    throw new UnsupportedOperationException(NOT_KEYED_DELETE);
  }
}
