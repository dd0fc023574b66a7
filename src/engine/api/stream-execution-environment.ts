import type { RestartStrategyOptions } from "../cluster/restart-backoff-time-strategy.ts";
import { generateStreamGraph, type StreamGraph } from "../graph/stream-graph.ts";
import type { Transformation } from "../graph/transformation.ts";
import { IllegalArgumentException, IllegalStateException } from "../java/exceptions.ts";
import type { KeyType } from "../java/hash-code.ts";
import type { CheckpointConfig } from "../runtime/checkpoint/checkpoint-config.ts";
import { VirtualClock } from "../runtime/clock/virtual-clock.ts";
import { completeOptions, type RunOptions } from "../runtime/cluster/run-options.ts";
import { type OperatorFactory, sourceFactory } from "../runtime/program/operator-factory.ts";
import { DataGeneratorSource } from "../runtime/source/data-generator-source.ts";
import { SourceOperator } from "../runtime/source/source-operator.ts";
import type { Source, SourceSplit } from "../runtime/source/source.ts";
import { WatermarkStrategy } from "../time/watermark-strategy.ts";
import { World } from "../world/world.ts";
import { executeJob, type JobExecutionResult } from "./execute-job.ts";
import { ExecutionConfig } from "./execution-config.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import type { StreamFactory } from "./stream-factory.ts";
import { StreamTransformation } from "./stream-transformation.ts";
import { streamFactoryOf } from "./streams.ts";

/**
 * Where a job is described and run (Flink's class of the same name). Time is virtual: a run takes no longer than its
 * work, and the same program gives the same results every time.
 *
 * @example
 * import { StreamExecutionEnvironment } from "sluice/flink";
 * const env = StreamExecutionEnvironment.getExecutionEnvironment();
 * env.fromData(1, 2, 3).map((n) => n * n).executeAndCollect(); // => [1, 4, 9]
 */
export class StreamExecutionEnvironment {
  /** The clock of the job and of all systems around it. */
  readonly clock = new VirtualClock();
  /** What the systems outside share: the clock, the dice, the network. */
  readonly world = new World(this.clock);
  /** Makes the streams of this environment. */
  readonly streams: StreamFactory = streamFactoryOf(this);
  readonly #config = new ExecutionConfig();
  #transformations: Transformation[] = [];
  #nextId = 1;
  #parallelism = 1;
  #maxParallelism: number | null = null;
  static #contextOptions: ((own: Partial<RunOptions>) => Partial<RunOptions>) | null = null;

  /** Returns a new environment of parallelism 1. */
  static getExecutionEnvironment(): StreamExecutionEnvironment {
    return new StreamExecutionEnvironment();
  }

  /**
   * Decides how all jobs are run from now on that don't say themselves: who runs the programs of others asks for a seed
   * or a recorder so. `optionsOf` is asked for each job and hears what the job says; `null` ends it.
   */
  static initializeContextEnvironment(
    optionsOf: ((own: Partial<RunOptions>) => Partial<RunOptions>) | null,
  ): void {
    StreamExecutionEnvironment.#contextOptions = optionsOf;
  }

  getConfig(): ExecutionConfig {
    return this.#config;
  }

  /** Sets how many instances operators have that don't say otherwise, from now on; 1 by default. */
  setParallelism(parallelism: number): this {
    if (parallelism < 1)
      throw new IllegalArgumentException(
        "Parallelism must be at least one, or ExecutionConfig.PARALLELISM_DEFAULT (use system default).",
      );
    this.#parallelism = parallelism;
    return this;
  }

  getParallelism(): number {
    return this.#parallelism;
  }

  /**
   * Sets the number of key groups of operators that don't say otherwise; by default it comes from the parallelism.
   */
  setMaxParallelism(maxParallelism: number): this {
    this.#maxParallelism = maxParallelism;
    return this;
  }

  /** Takes a checkpoint every `interval` ms. The settings are Flink's `CheckpointConfig`; exactly once by default. */
  enableCheckpointing(interval: number, settings: Partial<CheckpointConfig> = {}): this {
    this.#config.setCheckpointing({ ...settings, interval });
    return this;
  }

  /** Says how often and when a job that failed is tried again; by default only with checkpoints, ever later. */
  setRestartStrategy(restartStrategy: RestartStrategyOptions): this {
    this.#config.setRestartStrategy(restartStrategy);
    return this;
  }

  /** Lets every operator run in a task of its own. */
  disableOperatorChaining(): this {
    this.#config.disableOperatorChaining();
    return this;
  }

  /**
   * Begins a stream with what a source reads; the strategy makes its timestamps and watermarks, for each split by
   * itself.
   */
  fromSource<T, Split extends SourceSplit>(
    source: Source<T, Split>,
    watermarkStrategy: WatermarkStrategy<T>,
    sourceName: string,
  ): SingleOutputStreamOperator<T> {
    const autoWatermarkInterval = this.#config.getAutoWatermarkInterval();
    const options = { source, watermarkStrategy, autoWatermarkInterval };
    const factory = sourceFactory<T>(
      (parameters) => new SourceOperator(parameters, options),
      watermarkStrategy.alignmentParameters,
    );
    return this.streams.singleOutput(this.addTransformation(`Source: ${sourceName}`, [], factory));
  }

  /**
   * Begins a stream with given elements, in their order, without timestamps. Throws an IllegalArgumentException for
   * none.
   */
  fromData<T>(...elements: readonly T[]): SingleOutputStreamOperator<T> {
    if (elements.length === 0) throw new IllegalArgumentException("Collection must not be empty");
    return this.fromCollection(elements);
  }

  /** Begins a stream with the elements of a list, which may be empty, in their order and without timestamps. */
  fromCollection<T>(elements: readonly T[]): SingleOutputStreamOperator<T> {
    const source = new DataGeneratorSource((index) => elements[index] as T, elements.length);
    return this.fromSource(
      source,
      WatermarkStrategy.noWatermarks<T>(),
      "Collection Source",
    ).forceNonParallel();
  }

  /** Begins a stream with the numbers from `from` to `to`, both included. */
  fromSequence(from: number, to: number): SingleOutputStreamOperator<number> {
    const source = new DataGeneratorSource((index) => from + index, to - from + 1);
    return this.fromSource(source, WatermarkStrategy.noWatermarks<number>(), "Sequence Source");
  }

  /** Adds an operator, source or sink to the job. */
  addTransformation(
    name: string,
    inputs: readonly Transformation[],
    factory: OperatorFactory,
    keyType?: KeyType,
  ): StreamTransformation {
    const transformation = new StreamTransformation({
      id: this.#nextId++,
      name,
      inputs,
      factory,
      keyType,
      parallelism: this.#parallelism,
      maxParallelism: this.#maxParallelism,
    });
    if (inputs.length > 0) this.#transformations.push(transformation);
    return transformation;
  }

  /** Returns the operators of the job as they stand. Throws an IllegalStateException if there are none. */
  getStreamGraph(): StreamGraph {
    if (this.#transformations.length === 0) {
      throw new IllegalStateException("No operators defined in streaming topology. Cannot execute.");
    }
    return generateStreamGraph(this.#transformations);
  }

  /**
   * Runs the job to its end. The environment is then empty: another job can be described. Throws a
   * JobExecutionException if the job fails for good. The options say how the run is played: seed, faults, recorder. As in
   * Flink, a job whose sources never end does not come back, unless `options.budget` says how long it may run.
   */
  execute(jobName = "Flink Streaming Job", options: Partial<RunOptions> = {}): JobExecutionResult {
    const graph = this.getStreamGraph();
    this.#transformations = [];
    return executeJob(graph, {
      clock: this.clock,
      world: this.world,
      configuration: this.#config.toJobConfiguration(jobName),
      options: completeOptions(options, StreamExecutionEnvironment.#contextOptions?.(options) ?? {}),
    });
  }
}
