import { IllegalArgumentException, UnsupportedOperationException } from "../../java/exceptions.ts";
import type { Key } from "../../java/hash-code.ts";
import type { AggregateFunction, ReduceFunction } from "../../state/functions.ts";
import {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  ReducingStateDescriptor,
} from "../../state/state-descriptor.ts";
import type { KeySelector } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import { EvictingContents } from "./evicting-contents.ts";
import type { Evictor } from "./evictor.ts";
import type { TimestampedValue } from "./timestamped-value.ts";
import type { Trigger } from "./trigger.ts";
import type { WindowAssigner } from "./window-assigner.ts";
import { AppendingContents, type WindowContents } from "./window-contents.ts";
import { type InternalWindowFunction, overElements, overFold } from "./window-function.ts";
import { WindowOperator } from "./window-operator.ts";
import type { Window } from "./window.ts";

/** What `stream.keyBy().window()…` says before it comes to the function. */
export interface WindowSettings<K extends Key, In, W extends Window> {
  readonly keySelector: KeySelector<In, K>;
  readonly assigner: WindowAssigner<In, W>;
  /** By default that of the assigner. */
  readonly trigger?: Trigger<In, W> | undefined;
  readonly evictor?: Evictor<In, W> | undefined;
  /** Milliseconds, 0 by default. */
  readonly allowedLateness?: number | undefined;
  readonly lateDataOutputTag?: OutputTag<In> | undefined;
}

/** Makes a window operator for a task. */
export type WindowOperatorFactory<K extends Key, In, Out, W extends Window> = (
  parameters: StreamOperatorParameters<Out, K>,
) => WindowOperator<K, In, Out, W>;

/** The name of the state of every window's contents, as in Flink. */
const CONTENTS = "window-contents";

/**
 * Builds the operators of windows (Flink's class of the same name). Reduced and aggregated windows keep one value; an
 * evictor makes them keep all elements.
 */
export class WindowOperatorBuilder<K extends Key, In, W extends Window> {
  readonly #settings: WindowSettings<K, In, W>;
  readonly #trigger: Trigger<In, W>;

  /**
   * Throws an UnsupportedOperationException for windows that merge with a trigger that cannot, and an
   * IllegalArgumentException for a negative lateness.
   */
  constructor(settings: WindowSettings<K, In, W>) {
    this.#settings = settings;
    this.#trigger = settings.trigger ?? settings.assigner.getDefaultTrigger();
    if (settings.assigner.mergeWindows !== undefined && this.#trigger.onMerge === undefined) {
      throw new UnsupportedOperationException(
        "A merging window assigner cannot be used with a trigger that does not support merging.",
      );
    }
    if ((settings.allowedLateness ?? 0) < 0) {
      throw new IllegalArgumentException("The allowed lateness cannot be negative.");
    }
  }

  /** Returns the operator of `reduce`: the window function gets the one value. */
  reduce<Out>(
    reduceFunction: ReduceFunction<In>,
    windowFunction: InternalWindowFunction<In, Out, K, W>,
  ): WindowOperatorFactory<K, In, Out, W> {
    const { evictor, assigner } = this.#settings;
    if (evictor !== undefined) {
      const fold = (elements: readonly In[]) => reduceAll(elements, reduceFunction);
      return this.#evicting(evictor, overFold(fold, windowFunction));
    }
    const descriptor = new ReducingStateDescriptor(CONTENTS, reduceFunction);
    return this.#operator(({ keyedStateBackend }) => {
      const state = keyedStateBackend.getReducingState(descriptor, assigner.windowType);
      return new AppendingContents(state, windowFunction);
    });
  }

  /** Returns the operator of `aggregate`: the window function gets the one result. */
  aggregate<Acc, Result, Out>(
    aggregateFunction: AggregateFunction<In, Acc, Result>,
    windowFunction: InternalWindowFunction<Result, Out, K, W>,
  ): WindowOperatorFactory<K, In, Out, W> {
    const { evictor, assigner } = this.#settings;
    if (evictor !== undefined) {
      const fold = (elements: readonly In[]) => aggregateAll(elements, aggregateFunction);
      return this.#evicting(evictor, overFold(fold, windowFunction));
    }
    const descriptor = new AggregatingStateDescriptor(CONTENTS, aggregateFunction);
    return this.#operator(({ keyedStateBackend }) => {
      const state = keyedStateBackend.getAggregatingState(descriptor, assigner.windowType);
      return new AppendingContents(state, windowFunction);
    });
  }

  /** Returns the operator of `process` and `apply`: the window function gets all elements. */
  process<Out>(
    windowFunction: InternalWindowFunction<readonly In[], Out, K, W>,
  ): WindowOperatorFactory<K, In, Out, W> {
    const { evictor, assigner } = this.#settings;
    if (evictor !== undefined) return this.#evicting(evictor, windowFunction);
    const descriptor = new ListStateDescriptor<In>(CONTENTS);
    return this.#operator(({ keyedStateBackend }) => {
      const state = keyedStateBackend.getListState(descriptor, assigner.windowType);
      return new AppendingContents(state, overElements(windowFunction));
    });
  }

  #evicting<Out>(
    evictor: Evictor<In, W>,
    windowFunction: InternalWindowFunction<readonly In[], Out, K, W>,
  ): WindowOperatorFactory<K, In, Out, W> {
    const descriptor = new ListStateDescriptor<TimestampedValue<In>>(CONTENTS);
    return this.#operator(({ keyedStateBackend }) => {
      const state = keyedStateBackend.getListState(descriptor, this.#settings.assigner.windowType);
      return new EvictingContents(state, evictor, windowFunction);
    });
  }

  #operator<Out>(
    makeContents: (parameters: StreamOperatorParameters<Out, K>) => WindowContents<In, Out, K, W>,
  ): WindowOperatorFactory<K, In, Out, W> {
    const { keySelector, assigner, allowedLateness = 0, lateDataOutputTag } = this.#settings;
    return (parameters) =>
      new WindowOperator(parameters, {
        keySelector,
        assigner,
        trigger: this.#trigger,
        contents: makeContents(parameters),
        allowedLateness,
        lateDataOutputTag,
      });
  }
}

/** Of nothing Flink makes a null, and its function has to live with it. */
function reduceAll<T>(elements: readonly T[], reduceFunction: ReduceFunction<T>): T {
  const [first = null, ...others] = elements;
  return others.reduce(reduceFunction, first as T);
}

function aggregateAll<In, Acc, Result>(
  elements: readonly In[],
  aggregateFunction: AggregateFunction<In, Acc, Result>,
): Result {
  let accumulator = aggregateFunction.createAccumulator();
  for (const element of elements) accumulator = aggregateFunction.add(element, accumulator);
  return aggregateFunction.getResult(accumulator);
}
