import { DataStream } from "./data-stream.ts";
import { KeyedStream } from "./keyed-stream.ts";
import { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import type { StreamExecutionEnvironment } from "./stream-execution-environment.ts";
import type { StreamFactory } from "./stream-factory.ts";

/** Returns what makes the streams of an environment. */
export function streamFactoryOf(environment: StreamExecutionEnvironment): StreamFactory {
  return {
    stream: (transformation) => new DataStream(environment, transformation),
    singleOutput: (transformation) => new SingleOutputStreamOperator(environment, transformation),
    keyed: (input, keySelector, keyType) => new KeyedStream(input, keySelector, keyType),
  };
}
