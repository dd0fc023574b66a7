import type { Key, KeyType } from "../java/hash-code.ts";
import type { KeyedProcessFunction, KeySelector, ProcessFunction } from "../operators/functions.ts";
import { KeyedProcessOperator } from "../operators/keyed-process-operator.ts";
import { ProcessOperator } from "../operators/process-operator.ts";
import type { StreamOperatorParameters } from "../operators/stream-operator-parameters.ts";
import { OneInputStreamOperatorTestHarness } from "./harness.ts";

/** Puts a user's function into a harness that is open (Flink's class of the same name). */
export const ProcessFunctionTestHarnesses = {
  /** Returns the harness of a function without keys. */
  forProcessFunction: <In, Out>(
    processFunction: ProcessFunction<In, Out>,
  ): OneInputStreamOperatorTestHarness<In> =>
    new OneInputStreamOperatorTestHarness((parameters) => new ProcessOperator(parameters, processFunction)),

  /** Returns the harness of a function with keyed state and timers; `keyType` is the Java type of the keys. */
  forKeyedProcessFunction: <K extends Key, In, Out>(
    processFunction: KeyedProcessFunction<K, In, Out>,
    keySelector: KeySelector<In, K>,
    keyType?: KeyType,
  ): OneInputStreamOperatorTestHarness<In> =>
    new OneInputStreamOperatorTestHarness(
      (parameters) =>
        new KeyedProcessOperator(
          parameters as unknown as StreamOperatorParameters<Out, K>,
          keySelector,
          processFunction,
        ),
      { keyType },
    ),
};
