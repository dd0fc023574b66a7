import type { Partitioning } from "../graph/partitioning.ts";
import type { Transformation } from "../graph/transformation.ts";
import type { Key, KeyType } from "../java/hash-code.ts";
import type { KeySelector } from "../operators/functions.ts";
import type { DataStream } from "./data-stream.ts";
import type { KeyedStream } from "./keyed-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import type { StreamTransformation } from "./stream-transformation.ts";

/**
 * Makes the kinds of stream that are data streams themselves. Each leads to the others and in the end back to itself,
 * so they know each other by their types only, and ask this one for objects.
 */
export interface StreamFactory {
  readonly stream: <T>(transformation: Transformation) => DataStream<T>;
  readonly singleOutput: <T>(transformation: StreamTransformation) => SingleOutputStreamOperator<T>;
  readonly keyed: <T, K extends Key>(
    input: DataStream<T>,
    keySelector: KeySelector<T, K>,
    keyType: KeyType | undefined,
  ) => KeyedStream<T, K>;
}

/** Returns the transformation of a stream that is divided anew. */
export function partitioned<T>(input: Transformation, partitioning: Partitioning<T>): Transformation {
  return { kind: "partition", input, partitioning: partitioning as unknown as Partitioning };
}
