import { IllegalStateException } from "../../java/exceptions.ts";
import type { Key } from "../../java/hash-code.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import { InternalTimerService, type TimerServiceHome } from "./internal-timer-service.ts";
import type { Triggerable } from "./internal-timer.ts";
import type { TimerServiceSnapshot } from "./timer-snapshot.ts";

interface AnyTimerService {
  readonly advanceWatermark: (timestamp: number) => void;
  readonly numEventTimeTimers: () => number;
  readonly numProcessingTimeTimers: () => number;
  readonly snapshot: () => TimerServiceSnapshot;
}

/** The timer services of one instance of a keyed operator (Flink's class of the same name). */
export class InternalTimeServiceManager<K extends Key> {
  readonly #home: TimerServiceHome<K>;
  readonly #restored: readonly TimerServiceSnapshot[];
  readonly #services = new Map<string, AnyTimerService>();

  constructor(home: TimerServiceHome<K>, restored: readonly TimerServiceSnapshot[] = []) {
    this.#home = home;
    this.#restored = restored;
  }

  /** Makes a timer service, with the timers that a snapshot has under its name. */
  getInternalTimerService<N>(
    name: string,
    namespaceType: NamespaceType<N>,
    triggerable: Triggerable<K, N>,
  ): InternalTimerService<K, N> {
    if (this.#services.has(name))
      throw new IllegalStateException(`There is a timer service "${name}" already.`);
    const service = new InternalTimerService(name, this.#home, namespaceType, triggerable);
    for (const snapshot of this.#restored) {
      if (snapshot.name === name) service.restore(snapshot);
    }
    this.#services.set(name, service);
    return service;
  }

  /** Fires the event time timers that are due at a watermark. */
  advanceWatermark(timestamp: number): void {
    for (const service of this.#services.values()) service.advanceWatermark(timestamp);
  }

  numEventTimeTimers(): number {
    let timers = 0;
    for (const service of this.#services.values()) timers += service.numEventTimeTimers();
    return timers;
  }

  numProcessingTimeTimers(): number {
    let timers = 0;
    for (const service of this.#services.values()) timers += service.numProcessingTimeTimers();
    return timers;
  }

  /** Returns a copy of all timers. */
  snapshot(): readonly TimerServiceSnapshot[] {
    return [...this.#services.values()].map((service) => service.snapshot());
  }
}
