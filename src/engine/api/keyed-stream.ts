import type { Partitioning } from "../graph/partitioning.ts";
import { UnsupportedOperationException } from "../java/exceptions.ts";
import type { Key, KeyType } from "../java/hash-code.ts";
import type { KeyedProcessFunction, KeySelector } from "../operators/functions.ts";
import { KeyedProcessOperator } from "../operators/keyed-process-operator.ts";
import { StreamGroupedReduce } from "../operators/stream-grouped-reduce.ts";
import { GlobalWindows } from "../operators/window/assigners/global-windows.ts";
import { countEvictor } from "../operators/window/evictors/count-evictor.ts";
import type { GlobalWindow } from "../operators/window/global-window.ts";
import { CountTrigger } from "../operators/window/triggers/count-trigger.ts";
import { PurgingTrigger } from "../operators/window/triggers/purging-trigger.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import type { Window } from "../operators/window/window.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { OperatorFactory } from "../runtime/program/operator-factory.ts";
import type { ReduceFunction } from "../state/functions.ts";
import { greaterBy, largest, lesserBy, type NumericField, smallest, sumOf } from "./aggregations.ts";
import { KeyedBroadcastConnectedStream } from "./broadcast-connected-stream.ts";
import { BroadcastStream } from "./broadcast-stream.ts";
import { ConnectedStreams, KeyedConnectedStreams } from "./connected-streams.ts";
import { DataStream } from "./data-stream.ts";
import { IntervalJoin } from "./interval-join.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import { partitioned } from "./stream-factory.ts";
import { functionFactory, plainFactory } from "./user-functions.ts";
import { WindowedStream } from "./windowed-stream.ts";

/**
 * A stream that is divided by key; its operators have state and timers for each key (Flink's class of the same name).
 */
export class KeyedStream<T, K extends Key> extends DataStream<T> {
  readonly keySelector: KeySelector<T, K>;
  readonly keyType: KeyType | undefined;

  constructor(input: DataStream<T>, keySelector: KeySelector<T, K>, keyType: KeyType | undefined) {
    super(input.environment, partitioned<T>(input.transformation, { name: "HASH", keySelector, keyType }));
    this.keySelector = keySelector;
    this.keyType = keyType;
  }

  /** Runs a function with keyed state, timers and side outputs. */
  override process<Out>(
    processFunction: Instantiable<KeyedProcessFunction<K, T, Out>>,
  ): SingleOutputStreamOperator<Out> {
    const factory = functionFactory<KeyedProcessFunction<K, T, Out>, T, Out, K>(
      processFunction,
      (parameters, userFunction) => new KeyedProcessOperator(parameters, this.keySelector, userFunction),
    );
    return this.transform("KeyedProcess", factory);
  }

  /** Folds the elements of each key and sends the new value after every element. */
  reduce(reduceFunction: ReduceFunction<T>): SingleOutputStreamOperator<T> {
    return this.#fold("Keyed Reduce", reduceFunction);
  }

  /** Sends the sum of a field so far with every element; the other fields are those of the key's first element. */
  sum(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.#fold("Keyed Aggregation", sumOf(field));
  }

  /** Sends the smallest value of a field so far; the other fields are those of the key's first element. */
  min(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.#fold("Keyed Aggregation", smallest(field));
  }

  /** Sends the largest value of a field so far; the other fields are those of the key's first element. */
  max(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.#fold("Keyed Aggregation", largest(field));
  }

  /** Sends the element with the smallest value of a field so far; of equal ones the first. */
  minBy(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.#fold("Keyed Aggregation", lesserBy(field));
  }

  /** Sends the element with the largest value of a field so far; of equal ones the first. */
  maxBy(field: NumericField<T>): SingleOutputStreamOperator<T> {
    return this.#fold("Keyed Aggregation", greaterBy(field));
  }

  /** Puts the elements of each key into windows. */
  window<W extends Window>(assigner: WindowAssigner<T, W>): WindowedStream<T, K, W> {
    return new WindowedStream(this, assigner);
  }

  /** Puts every `size` elements of a key together; with a slide, the last `size` after every `slide` elements. */
  countWindow(size: number, slide?: number): WindowedStream<T, K, GlobalWindow> {
    const windows = this.window<GlobalWindow>(new GlobalWindows());
    if (slide === undefined) return windows.trigger(new PurgingTrigger(new CountTrigger(size)));
    return windows.evictor(countEvictor(size)).trigger(new CountTrigger(slide));
  }

  override connect<T2>(other: KeyedStream<T2, K>): KeyedConnectedStreams<T, T2, K>;
  override connect<T2>(other: DataStream<T2>): ConnectedStreams<T, T2>;
  override connect<T2>(other: BroadcastStream<T2>): KeyedBroadcastConnectedStream<T, T2, K>;
  /**
   * Lets one operator see this stream and another one; with keys on both sides, or broadcast state, it has keyed
   * state.
   */
  override connect<T2>(
    other: KeyedStream<T2, K> | DataStream<T2> | BroadcastStream<T2>,
  ): ConnectedStreams<T, T2> | KeyedBroadcastConnectedStream<T, T2, K> {
    if (other instanceof BroadcastStream) return new KeyedBroadcastConnectedStream(this, other);
    if (other instanceof KeyedStream) return new KeyedConnectedStreams<T, T2, K>(this, other);
    return new ConnectedStreams(this, other);
  }

  /** Begins a join with elements of another stream with the same key that are near in time. */
  intervalJoin<T2>(other: KeyedStream<T2, K>): IntervalJoin<K, T, T2> {
    return new IntervalJoin(this, other);
  }

  /** Adds an operator of one's own, which knows the type of the keys. */
  override transform<Out>(name: string, factory: OperatorFactory): SingleOutputStreamOperator<Out> {
    const { environment, keyType } = this;
    const inputs = [this.transformation];
    return environment.streams.singleOutput(environment.addTransformation(name, inputs, factory, keyType));
  }

  #fold(name: string, reduceFunction: ReduceFunction<T>): SingleOutputStreamOperator<T> {
    const factory = plainFactory<T, T, K>(
      (parameters) => new StreamGroupedReduce(parameters, this.keySelector, reduceFunction),
    );
    return this.transform(name, factory);
  }

  /** Always throws: keyed state is where its key is. */
  protected override setConnectionType(_partitioning: Partitioning<T>): DataStream<T> {
    throw new UnsupportedOperationException("Cannot override partitioning for KeyedStream.");
  }
}
