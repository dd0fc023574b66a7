import type { RestartStrategyOptions } from "../cluster/restart-backoff-time-strategy.ts";
import type { OperatorChaining } from "../graph/chaining.ts";
import { DEFAULT_AUTO_WATERMARK_INTERVAL } from "../operators/timestamps-and-watermarks-operator.ts";
import { type CheckpointConfig, DEFAULT_CHECKPOINT_CONFIG } from "../runtime/checkpoint/checkpoint-config.ts";
import { DEFAULT_JOB_CONFIGURATION, type JobConfiguration } from "../runtime/cluster/job-configuration.ts";
import { DEFAULT_NETWORK_OPTIONS, type NetworkOptions } from "../runtime/network/network-options.ts";

/** Whether chained operators hand each other the same object, or a copy. */
export type ObjectReuse = "enabled" | "disabled";

/** How jobs run (Flink's class of the same name). */
export class ExecutionConfig {
  #autoWatermarkInterval = DEFAULT_AUTO_WATERMARK_INTERVAL;
  #objectReuse: ObjectReuse = "disabled";
  #operatorChaining: OperatorChaining = "enabled";
  #checkpointing: CheckpointConfig = DEFAULT_CHECKPOINT_CONFIG;
  #network: NetworkOptions = DEFAULT_NETWORK_OPTIONS;
  #restartStrategy: RestartStrategyOptions | null = null;

  /**
   * Sets how often (ms of processing time) watermarks are made; 0 for never. Sources take note of it when they are
   * added.
   */
  setAutoWatermarkInterval(interval: number): this {
    this.#autoWatermarkInterval = interval;
    return this;
  }

  /** Returns how often (ms) watermarks are made, 200 by default. */
  getAutoWatermarkInterval(): number {
    return this.#autoWatermarkInterval;
  }

  /** Saves the copies between chained operators: who then changes an object changes it for all. */
  enableObjectReuse(): this {
    this.#objectReuse = "enabled";
    return this;
  }

  disableObjectReuse(): this {
    this.#objectReuse = "disabled";
    return this;
  }

  getObjectReuse(): ObjectReuse {
    return this.#objectReuse;
  }

  /** Lets every operator run in a task of its own. */
  disableOperatorChaining(): this {
    this.#operatorChaining = "disabled";
    return this;
  }

  getOperatorChaining(): OperatorChaining {
    return this.#operatorChaining;
  }

  /** Says when checkpoints are taken and how; what is not said stays as it is. */
  setCheckpointing(settings: Partial<CheckpointConfig>): this {
    this.#checkpointing = { ...this.#checkpointing, ...settings };
    return this;
  }

  /** Says how often and when a job that failed is tried again. */
  setRestartStrategy(restartStrategy: RestartStrategyOptions): this {
    this.#restartStrategy = restartStrategy;
    return this;
  }

  /** Sets how records lie in buffers between tasks; what is not said stays as it is. */
  setNetwork(network: Partial<NetworkOptions>): this {
    this.#network = { ...this.#network, ...network };
    return this;
  }

  /** Returns what a cluster needs to know of a job. */
  toJobConfiguration(jobName: string): JobConfiguration {
    return {
      ...DEFAULT_JOB_CONFIGURATION,
      jobName,
      chaining: this.#operatorChaining,
      checkpointing: this.#checkpointing,
      network: this.#network,
      restartStrategy: this.#restartStrategy,
      handover: this.#objectReuse === "enabled" ? "reference" : "copy",
    };
  }
}
