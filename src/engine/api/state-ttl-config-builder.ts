import {
  type BackgroundCleanup,
  type StateTtlConfig as Config,
  stateTtlConfig,
  type StateVisibility,
  type UpdateType,
} from "../state/state-ttl-config.ts";

/** How long an entry of a state lives, in ms of processing time (Flink's class of the same name). */
export const StateTtlConfig = {
  /** Begins with Flink's defaults: a life begins with a write, and what has expired is never seen. */
  newBuilder: (ttl: number): StateTtlConfigBuilder => new StateTtlConfigBuilder(ttl),
};

/** Builds the settings for the life of a state's entries (Flink's `StateTtlConfig.Builder`). */
export class StateTtlConfigBuilder {
  readonly #ttl: number;
  #updateType: UpdateType = "OnCreateAndWrite";
  #stateVisibility: StateVisibility = "NeverReturnExpired";
  #cleanup: BackgroundCleanup = "incremental";

  constructor(ttl: number) {
    this.#ttl = ttl;
  }

  /** Says what makes a life begin anew. */
  setUpdateType(updateType: UpdateType): this {
    this.#updateType = updateType;
    return this;
  }

  /** Lets a read begin a life anew too. */
  updateTtlOnReadAndWrite(): this {
    return this.setUpdateType("OnReadAndWrite");
  }

  /** Says what a read gives of an entry that has expired. */
  setStateVisibility(stateVisibility: StateVisibility): this {
    this.#stateVisibility = stateVisibility;
    return this;
  }

  /** Lets a read give an expired value as long as it is there. */
  returnExpiredIfNotCleanedUp(): this {
    return this.setStateVisibility("ReturnExpiredIfNotCleanedUp");
  }

  /** Keeps expired entries that nobody reads. */
  disableCleanupInBackground(): this {
    this.#cleanup = "none";
    return this;
  }

  build(): Config {
    return stateTtlConfig(this.#ttl, {
      updateType: this.#updateType,
      stateVisibility: this.#stateVisibility,
      cleanup: this.#cleanup,
    });
  }
}
