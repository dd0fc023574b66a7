import type { Key } from "../../../../src/engine/java/hash-code.ts";
import type { KeyedCoProcessFunction } from "../../../../src/engine/operators/co/co-process-function.ts";
import { KeyedCoProcessOperator } from "../../../../src/engine/operators/co/keyed-co-process-operator.ts";
import type { TestEnvironmentSettings } from "../../../../src/engine/testing/test-environment.ts";
import { KeyedTwoInputStreamOperatorTestHarness } from "../../../../src/engine/testing/two-input-harness.ts";

/** Returns a harness of a function over two inputs of texts, whose first letter is the key. */
export function aKeyedHarness(
  processFunction: Partial<KeyedCoProcessFunction<Key, string, string, string>>,
  settings: TestEnvironmentSettings = {},
): KeyedTwoInputStreamOperatorTestHarness<string, string> {
  const keySelectors = { first: (text: string) => text.charAt(0), second: (text: string) => text.charAt(0) };
  return new KeyedTwoInputStreamOperatorTestHarness<string, string>(
    (parameters) =>
      new KeyedCoProcessOperator(parameters, keySelectors, {
        processElement1: () => undefined,
        processElement2: () => undefined,
        ...processFunction,
      }),
    settings,
  );
}
