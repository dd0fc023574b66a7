import * as fc from "fast-check";

import {
  IntervalJoinOperator,
  type IntervalJoinOptions,
} from "../../../../src/engine/operators/joins/interval-join-operator.ts";
import type { ProcessJoinFunction } from "../../../../src/engine/operators/joins/process-join-function.ts";
import type { TestEnvironmentSettings } from "../../../../src/engine/testing/test-environment.ts";
import { KeyedTwoInputStreamOperatorTestHarness } from "../../../../src/engine/testing/two-input-harness.ts";

/** An element of a join: its key and a name. */
export interface Keyed {
  readonly key: string;
  readonly name: string;
}

/** An element on its way into a join. */
export interface Arrival {
  readonly side: "left" | "right";
  readonly element: Keyed;
  readonly timestamp: number;
}

/** Elements with one of two keys and timestamps up to 30, each with a name of its own. */
export const arrivals: fc.Arbitrary<readonly Arrival[]> = fc
  .array(
    fc.record({
      side: fc.constantFrom<"left" | "right">("left", "right"),
      key: fc.constantFrom("a", "b"),
      timestamp: fc.nat(30),
    }),
    { maxLength: 20 },
  )
  .map((items) =>
    items.map(({ side, key, timestamp }, index) => ({
      side,
      element: { key, name: `${side}${index}` },
      timestamp,
    })),
  );

/** Joins two elements by writing their names. */
const joinNames: ProcessJoinFunction<Keyed, Keyed, string> = {
  processElement: (left, right, _context, out) => out.collect(`${left.name}-${right.name}`),
};

/** Returns a harness of an interval join; by default from 2 ms before to 5 ms after, both inclusive. */
export function aJoin(
  options: Partial<IntervalJoinOptions<Keyed, Keyed>> = {},
  joinFunction: ProcessJoinFunction<Keyed, Keyed, string> = joinNames,
  settings: TestEnvironmentSettings = {},
): KeyedTwoInputStreamOperatorTestHarness<Keyed, Keyed> {
  const keySelectors = { first: ({ key }: Keyed) => key, second: ({ key }: Keyed) => key };
  return new KeyedTwoInputStreamOperatorTestHarness<Keyed, Keyed>(
    (parameters) =>
      new IntervalJoinOperator(parameters, keySelectors, joinFunction, {
        lowerBound: -2,
        upperBound: 5,
        lowerBoundInclusive: true,
        upperBoundInclusive: true,
        ...options,
      }),
    settings,
  );
}

/** Lets an element arrive at its side. */
export function feed(
  harness: KeyedTwoInputStreamOperatorTestHarness<Keyed, Keyed>,
  { side, element, timestamp }: Arrival,
): void {
  if (side === "left") harness.processElement1(element, timestamp);
  else harness.processElement2(element, timestamp);
}

/** Returns an element of key `k`. */
export function named(name: string): Keyed {
  return { key: "k", name };
}
