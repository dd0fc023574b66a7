import type { Key } from "../java/hash-code.ts";
import type {
  BroadcastProcessFunction,
  KeyedBroadcastProcessFunction,
} from "../operators/broadcast/broadcast-process-function.ts";
import { CoBroadcastWithKeyedOperator } from "../operators/broadcast/co-broadcast-with-keyed-operator.ts";
import { CoBroadcastWithNonKeyedOperator } from "../operators/broadcast/co-broadcast-with-non-keyed-operator.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { BroadcastStream } from "./broadcast-stream.ts";
import type { DataStream } from "./data-stream.ts";
import type { KeyedStream } from "./keyed-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import { twoInputFunctionFactory } from "./user-functions.ts";

/** A stream and a broadcast one that one operator sees (Flink's class of the same name). */
export class BroadcastConnectedStream<T1, T2> {
  readonly #first: DataStream<T1>;
  readonly #second: BroadcastStream<T2>;

  constructor(first: DataStream<T1>, second: BroadcastStream<T2>) {
    this.#first = first;
    this.#second = second;
  }

  /** Runs a function that fills broadcast state from the one side and reads it from the other. */
  process<Out>(
    processFunction: Instantiable<BroadcastProcessFunction<T1, T2, Out>>,
  ): SingleOutputStreamOperator<Out> {
    const { broadcastStateDescriptors, transformation } = this.#second;
    const { environment } = this.#first;
    const factory = twoInputFunctionFactory<BroadcastProcessFunction<T1, T2, Out>, T1, T2, Out>(
      processFunction,
      (parameters, userFunction) =>
        new CoBroadcastWithNonKeyedOperator(parameters, userFunction, broadcastStateDescriptors),
    );
    const inputs = [this.#first.transformation, transformation];
    return environment.streams.singleOutput(
      environment.addTransformation("Co-Process-Broadcast", inputs, factory),
    );
  }
}

/** A keyed stream and a broadcast one that one operator sees. In Flink the type is `BroadcastConnectedStream` too. */
export class KeyedBroadcastConnectedStream<T1, T2, K extends Key> extends BroadcastConnectedStream<T1, T2> {
  readonly #first: KeyedStream<T1, K>;
  readonly #second: BroadcastStream<T2>;

  constructor(first: KeyedStream<T1, K>, second: BroadcastStream<T2>) {
    super(first, second);
    this.#first = first;
    this.#second = second;
  }

  /** Runs a function with broadcast state, and with keyed state and timers on the keyed side. */
  override process<Out>(
    processFunction: Instantiable<KeyedBroadcastProcessFunction<K, T1, T2, Out>>,
  ): SingleOutputStreamOperator<Out> {
    const { environment, keySelector, keyType } = this.#first;
    const { broadcastStateDescriptors, transformation } = this.#second;
    const factory = twoInputFunctionFactory<KeyedBroadcastProcessFunction<K, T1, T2, Out>, T1, T2, Out, K>(
      processFunction,
      (parameters, userFunction) =>
        new CoBroadcastWithKeyedOperator(parameters, keySelector, userFunction, broadcastStateDescriptors),
    );
    const inputs = [this.#first.transformation, transformation];
    return environment.streams.singleOutput(
      environment.addTransformation("Co-Process-Broadcast-Keyed", inputs, factory, keyType),
    );
  }
}
