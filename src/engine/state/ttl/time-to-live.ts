import type { StateTtlConfig } from "../state-ttl-config.ts";

/** A user's value with the processing time (ms) of its last access, as it lies in the state and in snapshots. */
export interface TtlValue<T> {
  readonly userValue: T;
  readonly lastAccess: number;
}

/** Where a value with a time to live lies. */
export interface TtlPlace<T> {
  readonly update: (value: TtlValue<T>) => void;
  readonly expire: () => void;
}

/** Takes expired entries out, a few with each access. */
export interface BackgroundCleaner {
  readonly stateAccessed: () => void;
}

/** The rules of a time to live by the clock of a task (Flink's `AbstractTtlDecorator`). */
export class TimeToLive {
  readonly #config: StateTtlConfig;
  readonly #now: () => number;
  #cleanup: BackgroundCleaner | undefined;

  /** `now` gives the processing time in ms. */
  constructor(config: StateTtlConfig, now: () => number) {
    this.#config = config;
    this.#now = now;
  }

  get renewsOnRead(): boolean {
    return this.#config.updateType === "OnReadAndWrite";
  }

  /** Lets `cleanup` hear of every access, if the settings want a background cleanup. */
  cleanUpWith(cleanup: BackgroundCleaner): void {
    if (this.#config.cleanup === "incremental") this.#cleanup = cleanup;
  }

  /** Says that the state is about to be used. */
  stateAccessed(): void {
    this.#cleanup?.stateAccessed();
  }

  wrap<T>(userValue: T): TtlValue<T> {
    return { userValue, lastAccess: this.#now() };
  }

  hasExpired(value: TtlValue<unknown>): boolean {
    return value.lastAccess + this.#config.ttl <= this.#now();
  }

  /** Whether a reader may see the value: it lives, or what has expired may be seen once more. */
  isVisible(value: TtlValue<unknown>): boolean {
    return this.#config.stateVisibility === "ReturnExpiredIfNotCleanedUp" || !this.hasExpired(value);
  }

  /** Reads a value: removes one that has expired, renews one that lives if reads do so. */
  read<T>(value: TtlValue<T> | null, place: TtlPlace<T>): T | null {
    if (value === null) return null;
    if (this.hasExpired(value)) place.expire();
    else if (this.renewsOnRead) place.update(this.wrap(value.userValue));
    return this.isVisible(value) ? value.userValue : null;
  }
}
