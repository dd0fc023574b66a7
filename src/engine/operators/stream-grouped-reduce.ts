import type { Key } from "../java/hash-code.ts";
import type { ReduceFunction } from "../state/functions.ts";
import { VOID_NAMESPACE, VOID_NAMESPACE_TYPE } from "../state/namespace.ts";
import { ValueStateDescriptor } from "../state/state-descriptor.ts";
import type { ValueState } from "../state/state.ts";
import type { WatermarkStatus } from "../time/watermark-status.ts";
import type { KeySelector } from "./functions.ts";
import type { StreamOperatorParameters } from "./stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "./stream-operator.ts";

/** Folds the elements of each key and sends the new value after every element (`StreamGroupedReduceOperator`). */
export class StreamGroupedReduce<K extends Key, T> implements OneInputStreamOperator<T> {
  readonly #parameters: StreamOperatorParameters<T, K>;
  readonly #keySelector: KeySelector<T, K>;
  readonly #reduce: ReduceFunction<T>;
  readonly #values: ValueState<T>;

  constructor(
    parameters: StreamOperatorParameters<T, K>,
    keySelector: KeySelector<T, K>,
    reduceFunction: ReduceFunction<T>,
  ) {
    this.#parameters = parameters;
    this.#keySelector = keySelector;
    this.#reduce = reduceFunction;
    const descriptor = new ValueStateDescriptor<T>("_op_state");
    this.#values = parameters.keyedStateBackend.getValueState(
      descriptor,
      VOID_NAMESPACE_TYPE,
      VOID_NAMESPACE,
    );
  }

  processElement(value: T, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelector(value));
    const current = this.#values.value();
    const reduced = current === null ? value : this.#reduce(current, value);
    this.#values.update(reduced);
    this.#parameters.output.collect(reduced, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#parameters.timeServiceManager.advanceWatermark(timestamp);
    this.#parameters.output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }
}
