import { describe, expect, test } from "vitest";

import { AsyncKeyValueLookup } from "../../../src/engine/connectors/key-value/async-key-value-lookup.ts";
import { timeOut } from "../../../src/engine/operators/async/async-function.ts";
import {
  KeyValueService,
  type KeyValueServiceConfiguration,
} from "../../../src/engine/world/key-value/key-value-service.ts";
import { World } from "../../../src/engine/world/world.ts";
import { TestClock } from "../world/test-clock.ts";

function aLookup(configuration: KeyValueServiceConfiguration = {}) {
  const clock = new TestClock();
  const service = new KeyValueService<string>(new World(clock, 7), configuration);
  service.load([["1", "one"]]);
  const outcomes: unknown[] = [];
  const future = {
    complete: (results: readonly string[]) => outcomes.push(results),
    completeExceptionally: ({ name }: Error) => outcomes.push(name),
  };
  const options = {
    service,
    keyOf: String,
    join: (element: number, value: string | null) => (value === null ? null : `${element} ${value}`),
  };
  return { options, clock, outcomes, future };
}

describe("an asynchronous lookup", () => {
  test("joins an element with what the service has for it, and drops it if the join says so", () => {
    const { options, clock, outcomes, future } = aLookup({ latency: { type: "constant", ms: 5 } });
    const lookup = new AsyncKeyValueLookup<number, string, string>(options);
    lookup.asyncInvoke(1, future);
    lookup.asyncInvoke(2, future);
    expect(outcomes).toEqual([]);
    clock.advanceTo(5);
    expect(outcomes).toEqual([["1 one"], []]);
  });

  test("fails with the failure of the service", () => {
    const { options, clock, outcomes, future } = aLookup({ failureShare: 1 });
    new AsyncKeyValueLookup<number, string, string>(options).asyncInvoke(1, future);
    clock.advanceTo(1);
    expect(outcomes).toEqual(["ServiceException"]);
  });

  test("fails when no answer comes in time, unless it knows what to say", () => {
    const { options, outcomes, future } = aLookup();
    timeOut(new AsyncKeyValueLookup<number, string, string>(options), 1, future);
    const patient = new AsyncKeyValueLookup<number, string, string>({
      ...options,
      onTimeout: (one) => `${one} ?`,
    });
    timeOut(patient, 1, future);
    expect(outcomes).toEqual(["TimeoutException", ["1 ?"]]);
  });
});
