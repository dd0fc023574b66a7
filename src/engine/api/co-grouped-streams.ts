import type { Key } from "../java/hash-code.ts";
import type { KeySelector } from "../operators/functions.ts";
import type { CoGroupFunction } from "../operators/joins/co-group-function.ts";
import { coGroupedWindows, type CoGroupedWindowSettings } from "../operators/joins/co-grouped-windows.ts";
import { type TaggedUnion, unionKeySelector } from "../operators/joins/tagged-union.ts";
import type { Evictor } from "../operators/window/evictor.ts";
import type { Trigger } from "../operators/window/trigger.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import type { Window } from "../operators/window/window.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { DataStream } from "./data-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import { functionFactory } from "./user-functions.ts";

/** Two streams whose elements are going to be grouped by key and window (Flink's class of the same name). */
export class CoGroupedStreams<T1, T2> {
  readonly #first: DataStream<T1>;
  readonly #second: DataStream<T2>;

  constructor(first: DataStream<T1>, second: DataStream<T2>) {
    this.#first = first;
    this.#second = second;
  }

  /** Says what the key of an element of the first stream is. */
  where<K extends Key>(keySelector: KeySelector<T1, K>): CoGroupWhere<T1, T2, K> {
    return {
      equalTo: (equalTo) => ({
        window: (assigner) =>
          new CoGroupWithWindow(this.#first, this.#second, { where: keySelector, equalTo, assigner }),
      }),
    };
  }
}

/** The key of the first stream is known (Flink's `CoGroupedStreams.Where`). */
export interface CoGroupWhere<T1, T2, K extends Key> {
  /** Says what the key of an element of the second stream is. */
  readonly equalTo: (keySelector: KeySelector<T2, K>) => CoGroupEqualTo<T1, T2, K>;
}

/** The keys of both streams are known (Flink's `CoGroupedStreams.Where.EqualTo`). */
export interface CoGroupEqualTo<T1, T2, K extends Key> {
  /** Puts the elements of both streams into the same windows. */
  readonly window: <W extends Window>(
    assigner: WindowAssigner<TaggedUnion<T1, T2>, W>,
  ) => CoGroupWithWindow<T1, T2, K, W>;
}

/** Two streams by key and window (Flink's `CoGroupedStreams.WithWindow`). */
export class CoGroupWithWindow<T1, T2, K extends Key, W extends Window> {
  readonly #first: DataStream<T1>;
  readonly #second: DataStream<T2>;
  readonly #settings: CoGroupedWindowSettings<K, T1, T2, W>;

  constructor(
    first: DataStream<T1>,
    second: DataStream<T2>,
    settings: CoGroupedWindowSettings<K, T1, T2, W>,
  ) {
    this.#first = first;
    this.#second = second;
    this.#settings = settings;
  }

  /** Lets windows fire when this trigger says so, instead of that of the assigner. */
  trigger(trigger: Trigger<TaggedUnion<T1, T2>, W>): CoGroupWithWindow<T1, T2, K, W> {
    return this.#with({ trigger });
  }

  /** Drops elements of either stream before or after the function runs. */
  evictor(evictor: Evictor<TaggedUnion<T1, T2>, W>): CoGroupWithWindow<T1, T2, K, W> {
    return this.#with({ evictor });
  }

  /** Keeps windows for so many ms after the watermark has passed their end; 0 by default. */
  allowedLateness(lateness: number): CoGroupWithWindow<T1, T2, K, W> {
    return this.#with({ allowedLateness: lateness });
  }

  /** Runs a function on both groups of each key and window; one of them may be empty. */
  apply<Out>(
    coGroupFunction: Instantiable<CoGroupFunction<T1, T2, Out, K>>,
  ): SingleOutputStreamOperator<Out> {
    const settings = this.#settings;
    const first = this.#first.map<TaggedUnion<T1, T2>>((value) => ({ input: "one", value }));
    const second = this.#second.map<TaggedUnion<T1, T2>>((value) => ({ input: "two", value }));
    const factory = functionFactory<CoGroupFunction<T1, T2, Out, K>, TaggedUnion<T1, T2>, Out, K>(
      coGroupFunction,
      (parameters, userFunction) => coGroupedWindows(settings, userFunction)(parameters),
    );
    return first
      .union(second)
      .keyBy(unionKeySelector(settings.where, settings.equalTo))
      .transform(settings.assigner.constructor.name, factory);
  }

  #with(settings: Partial<CoGroupedWindowSettings<K, T1, T2, W>>): CoGroupWithWindow<T1, T2, K, W> {
    return new CoGroupWithWindow(this.#first, this.#second, { ...this.#settings, ...settings });
  }
}
