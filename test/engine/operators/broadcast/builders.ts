import type { Key } from "../../../../src/engine/java/hash-code.ts";
import type { KeyedBroadcastProcessFunction } from "../../../../src/engine/operators/broadcast/broadcast-process-function.ts";
import { CoBroadcastWithKeyedOperator } from "../../../../src/engine/operators/broadcast/co-broadcast-with-keyed-operator.ts";
import { MapStateDescriptor } from "../../../../src/engine/state/state-descriptor.ts";
import { KeyedBroadcastOperatorTestHarness } from "../../../../src/engine/testing/broadcast-harness.ts";
import type { TestEnvironmentSettings } from "../../../../src/engine/testing/test-environment.ts";

/** A rule: a name and a value. */
export type Rule = readonly [string, number];

/** The broadcast state of the rules. */
export const rules = new MapStateDescriptor<string, number>("rules");

/** Returns a harness of a function over texts, each its own key, and rules that everybody gets. */
export function aKeyedHarness(
  processFunction: Partial<KeyedBroadcastProcessFunction<Key, string, Rule, string>>,
  settings: TestEnvironmentSettings = {},
): KeyedBroadcastOperatorTestHarness<string, Rule> {
  return new KeyedBroadcastOperatorTestHarness<string, Rule>(
    (parameters) =>
      new CoBroadcastWithKeyedOperator(
        parameters,
        (text) => text,
        {
          processElement: () => undefined,
          processBroadcastElement: () => undefined,
          ...processFunction,
        },
        [rules],
      ),
    settings,
  );
}
