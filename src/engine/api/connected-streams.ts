import type { Key } from "../java/hash-code.ts";
import type { CoProcessFunction, KeyedCoProcessFunction } from "../operators/co/co-process-function.ts";
import { CoProcessOperator } from "../operators/co/co-process-operator.ts";
import { KeyedCoProcessOperator } from "../operators/co/keyed-co-process-operator.ts";
import type { KeySelector, MapFunction } from "../operators/functions.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { DataStream } from "./data-stream.ts";
import type { KeyedStream } from "./keyed-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import { twoInputFunctionFactory } from "./user-functions.ts";

/** Two streams that one operator sees, each with its own type (Flink's class of the same name). */
export class ConnectedStreams<T1, T2> {
  readonly #first: DataStream<T1>;
  readonly #second: DataStream<T2>;

  constructor(first: DataStream<T1>, second: DataStream<T2>) {
    this.#first = first;
    this.#second = second;
  }

  /** Divides both streams by key, so that the operator has state and timers for each key of both. */
  keyBy<K extends Key>(
    keySelector1: KeySelector<T1, K>,
    keySelector2: KeySelector<T2, K>,
  ): KeyedConnectedStreams<T1, T2, K> {
    return new KeyedConnectedStreams(this.#first.keyBy(keySelector1), this.#second.keyBy(keySelector2));
  }

  /** Makes one element of each, with a function for each stream. */
  map<Out>(mapper1: MapFunction<T1, Out>, mapper2: MapFunction<T2, Out>): SingleOutputStreamOperator<Out> {
    return this.#transform<Out>("Co-Map", {
      processElement1: (value, _context, out) => out.collect(mapper1(value)),
      processElement2: (value, _context, out) => out.collect(mapper2(value)),
    });
  }

  /** Runs a function of both streams; state needs keys on both sides. */
  process<Out>(
    processFunction: Instantiable<CoProcessFunction<T1, T2, Out>>,
  ): SingleOutputStreamOperator<Out> {
    return this.#transform("Co-Process", processFunction);
  }

  #transform<Out>(
    name: string,
    processFunction: Instantiable<CoProcessFunction<T1, T2, Out>>,
  ): SingleOutputStreamOperator<Out> {
    const { environment, transformation } = this.#first;
    const factory = twoInputFunctionFactory<CoProcessFunction<T1, T2, Out>, T1, T2, Out>(
      processFunction,
      (parameters, userFunction) => new CoProcessOperator(parameters, userFunction),
    );
    const inputs = [transformation, this.#second.transformation];
    return environment.streams.singleOutput(environment.addTransformation(name, inputs, factory));
  }
}

/** Two streams with the same keys that one operator sees. In Flink the type is `ConnectedStreams` too. */
export class KeyedConnectedStreams<T1, T2, K extends Key> extends ConnectedStreams<T1, T2> {
  readonly #first: KeyedStream<T1, K>;
  readonly #second: KeyedStream<T2, K>;

  constructor(first: KeyedStream<T1, K>, second: KeyedStream<T2, K>) {
    super(first, second);
    this.#first = first;
    this.#second = second;
  }

  /** Runs a function of both streams; it sees the same keyed state and the same timers from both sides. */
  override process<Out>(
    processFunction: Instantiable<KeyedCoProcessFunction<K, T1, T2, Out>>,
  ): SingleOutputStreamOperator<Out> {
    const { environment, transformation, keySelector, keyType } = this.#first;
    const keySelectors = { first: keySelector, second: this.#second.keySelector };
    const factory = twoInputFunctionFactory<KeyedCoProcessFunction<K, T1, T2, Out>, T1, T2, Out, K>(
      processFunction,
      (parameters, userFunction) => new KeyedCoProcessOperator(parameters, keySelectors, userFunction),
    );
    const inputs = [transformation, this.#second.transformation];
    const operator = environment.addTransformation("Co-Keyed-Process", inputs, factory, keyType);
    return environment.streams.singleOutput(operator);
  }
}
