import { IllegalArgumentException } from "../java/exceptions.ts";
import type { OutputTag } from "../operators/output-tag.ts";
import type { CostModel } from "../runtime/program/runnable-transformation.ts";
import { DataStream } from "./data-stream.ts";
import type { StreamExecutionEnvironment } from "./stream-execution-environment.ts";
import type { StreamTransformation } from "./stream-transformation.ts";

/** The stream that an operator puts out, and what can be said of that operator (Flink's class of the same name). */
export class SingleOutputStreamOperator<T> extends DataStream<T> {
  readonly #operator: StreamTransformation;

  constructor(environment: StreamExecutionEnvironment, operator: StreamTransformation) {
    super(environment, operator);
    this.#operator = operator;
  }

  /** Names the operator, for people. */
  name(name: string): this {
    this.#operator.name = name;
    return this;
  }

  getName(): string {
    return this.#operator.name;
  }

  /** Names the operator's state: by this a savepoint finds it. */
  uid(uid: string): this {
    this.#operator.uid = uid;
    return this;
  }

  /**
   * Sets how many instances run. Throws an IllegalArgumentException for less than 1, and for more than 1 where there
   * can be only one.
   */
  setParallelism(parallelism: number): this {
    if (parallelism < 1)
      throw new IllegalArgumentException("The parallelism of an operator must be at least 1.");
    if (parallelism > 1 && this.#operator.scaling === "non-parallel") {
      throw new IllegalArgumentException("The parallelism of non parallel operator must be 1.");
    }
    this.#operator.parallelism = parallelism;
    return this;
  }

  getParallelism(): number {
    return this.#operator.parallelism;
  }

  /** Sets the number of key groups: the most instances that there can ever be. */
  setMaxParallelism(maxParallelism: number): this {
    this.#operator.maxParallelism = maxParallelism;
    return this;
  }

  /** Makes the operator one that must not have more than one instance. */
  forceNonParallel(): this {
    this.#operator.parallelism = 1;
    this.#operator.maxParallelism = 1;
    this.#operator.scaling = "non-parallel";
    return this;
  }

  /** Lets the operator run in a task of its own. */
  disableChaining(): this {
    this.#operator.chainingStrategy = "NEVER";
    return this;
  }

  /** Lets a task begin with the operator. */
  startNewChain(): this {
    this.#operator.chainingStrategy = "HEAD";
    return this;
  }

  slotSharingGroup(group: string): this {
    this.#operator.slotSharingGroup = group;
    return this;
  }

  /** Says how long (virtual microseconds) the operator works on an element; without, no time passes. */
  setCost(cost: CostModel): this {
    this.#operator.cost = cost;
    return this;
  }

  /** Returns what the operator sent to a side output. */
  getSideOutput<X>(tag: OutputTag<X>): DataStream<X> {
    const outputTag = tag as OutputTag<unknown>;
    return this.environment.streams.stream({ kind: "side-output", input: this.transformation, outputTag });
  }
}
