import type { Key } from "../../../../src/engine/java/hash-code.ts";
import { passThrough } from "../../../../src/engine/operators/window/window-function.ts";
import {
  WindowOperatorBuilder,
  type WindowSettings,
} from "../../../../src/engine/operators/window/window-operator-builder.ts";
import type { Window } from "../../../../src/engine/operators/window/window.ts";
import { OneInputStreamOperatorTestHarness } from "../../../../src/engine/testing/harness.ts";
import type { TestEnvironmentSettings } from "../../../../src/engine/testing/test-environment.ts";

/** An amount of a key. */
export interface Amount {
  readonly key: string;
  readonly value: number;
}

/** Returns a builder of window operators over amounts. */
export function aBuilder<W extends Window>(
  settings: Omit<WindowSettings<Key, Amount, W>, "keySelector">,
): WindowOperatorBuilder<Key, Amount, W> {
  return new WindowOperatorBuilder<Key, Amount, W>({ keySelector: ({ key }) => key, ...settings });
}

/** Returns a harness of an operator that sums the amounts of each window. */
export function aSummingHarness<W extends Window>(
  settings: Omit<WindowSettings<Key, Amount, W>, "keySelector">,
  environment: TestEnvironmentSettings = {},
): OneInputStreamOperatorTestHarness<Amount> {
  const makeOperator = aBuilder(settings).reduce(
    (left, right) => ({ key: left.key, value: left.value + right.value }),
    passThrough(),
  );
  return new OneInputStreamOperatorTestHarness<Amount>(makeOperator, environment);
}

/** Returns the sums that a harness has put out since it was last asked, as `key=value@timestamp`. */
export function sumsOf(harness: OneInputStreamOperatorTestHarness<Amount>): readonly string[] {
  return harness.drainOutput().flatMap((event) => {
    if (event.type !== "record") return [];
    const { key, value } = event.value as Amount;
    return [`${key}=${value}@${event.timestamp}`];
  });
}
