import { describe, expect, test } from "vitest";

import { ExponentialBackoffDelayRetryStrategyBuilder } from "../../../../src/engine/operators/async/exponential-backoff-delay-retry-strategy.ts";
import { FixedDelayRetryStrategyBuilder } from "../../../../src/engine/operators/async/fixed-delay-retry-strategy.ts";
import { aScript, type AsyncScriptOptions } from "./builders.ts";

const isEmpty = (results: readonly string[]) => results.length === 0;

/** Returns a script of one element that may be asked for three times, 10 ms after an empty or failed answer. */
const aRetriedScript = (options: AsyncScriptOptions = {}) => {
  const retryStrategy = new FixedDelayRetryStrategyBuilder<string>(2, 10)
    .ifResult(isEmpty)
    .ifException(({ message }) => message === "no answer")
    .build();
  const script = aScript({ timeout: 100, retryStrategy, ...options });
  script.harness.processElement("a", 1);
  return script;
};

describe("retries of an AsyncWaitOperator", () => {
  test("ask again for an empty result and after an exception, a delay after each answer", () => {
    const script = aRetriedScript();
    script.harness.setProcessingTime(5);
    script.answer("a");
    script.harness.setProcessingTime(14);
    expect(script.calls).toHaveLength(1);
    script.harness.setProcessingTime(15);
    expect(script.calls).toHaveLength(2);
    script.fail("a");
    script.harness.setProcessingTime(25);
    expect(script.calls).toHaveLength(3);
    script.answer("a", "A");
    expect(script.output()).toEqual(["A@1"]);
  });

  test("let an empty result stand after the last one", () => {
    const script = aRetriedScript();
    for (const time of [10, 20, 30]) {
      script.answer("a");
      script.harness.setProcessingTime(time);
    }
    expect([script.calls.length, script.operator.numInFlight()]).toEqual([3, 0]);
  });

  test("let an exception fail the job after the last one", () => {
    const script = aRetriedScript();
    for (const time of [10, 20]) {
      script.fail("a");
      script.harness.setProcessingTime(time);
    }
    expect(() => script.fail("a")).toThrow("Could not complete the stream element");
  });

  test("are not made for an answer that no predicate refuses", () => {
    const retryStrategy = new FixedDelayRetryStrategyBuilder<string>(2, 10).ifResult(isEmpty).build();
    const script = aScript({ timeout: 100, retryStrategy });
    script.harness.processElement("a", 1);
    expect(() => script.fail("a")).toThrow("Could not complete the stream element");
  });

  test("ignore what comes while they wait", () => {
    const script = aRetriedScript();
    script.answer("a");
    script.answer("a", "too early");
    script.harness.setProcessingTime(10);
    script.answer("a", "A");
    expect(script.output()).toEqual(["A@1"]);
  });

  test("end with the timeout, which counts from the first call", () => {
    const script = aRetriedScript({
      timeout: 25,
      function: { timeout: (input, future) => future.complete([`no ${input}`]) },
    });
    script.answer("a");
    script.harness.setProcessingTime(10);
    script.harness.setProcessingTime(20);
    script.answer("a");
    script.harness.setProcessingTime(25);
    expect(script.output()).toEqual(["no a@1"]);
    script.harness.setProcessingTime(100);
    expect(script.calls).toHaveLength(2);
  });

  test("are not made for an answer after the timeout", () => {
    const script = aRetriedScript({ timeout: 25, function: { timeout: () => undefined } });
    script.harness.setProcessingTime(26);
    script.answer("a");
    expect([script.operator.numInFlight(), script.calls.length]).toEqual([0, 1]);
  });

  test("hold back what follows when the operator is ordered", () => {
    const script = aRetriedScript();
    script.harness.processElement("b", 2);
    script.answer("a");
    script.answer("b", "B");
    expect(script.output()).toEqual([]);
    script.harness.setProcessingTime(10);
    script.answer("a", "A");
    expect(script.output()).toEqual(["A@1", "B@2"]);
  });

  test("begin anew after a restore", () => {
    const script = aRetriedScript();
    script.answer("a");
    script.harness.setProcessingTime(10);
    script.answer("a");
    const retryStrategy = new FixedDelayRetryStrategyBuilder<string>(2, 10).ifResult(isEmpty).build();
    const restored = aScript({
      timeout: 100,
      retryStrategy,
      settings: { restored: script.harness.snapshot(), processingTime: 10 },
    });
    for (const time of [20, 30]) {
      restored.answer("a");
      restored.harness.setProcessingTime(time);
    }
    expect(restored.calls).toHaveLength(3);
  });

  test("wait for no delay when the input has ended, and take the next answer as it is", () => {
    const script = aRetriedScript();
    script.answer("a");
    script.operator.finish();
    expect(script.calls).toHaveLength(2);
    script.answer("a");
    expect(script.operator.numInFlight()).toBe(0);
    script.harness.setProcessingTime(50);
    expect(script.calls).toHaveLength(2);
  });

  test("need a timeout", () => {
    expect(() => aRetriedScript({ timeout: 0 })).toThrow("Timeout should be configured");
  });
});

describe("FixedDelayRetryStrategyBuilder", () => {
  test("allows so many retries, not calls", () => {
    const strategy = new FixedDelayRetryStrategyBuilder(2, 10).build();
    expect([1, 2, 3].map((attempt) => strategy.canRetry(attempt))).toEqual([true, true, false]);
  });

  test("refuses no answer if it isn't told to", () => {
    const { resultPredicate, exceptionPredicate } = new FixedDelayRetryStrategyBuilder(2, 10)
      .build()
      .getRetryPredicate();
    expect([resultPredicate, exceptionPredicate]).toEqual([undefined, undefined]);
  });

  test("refuses attempts and delays that are not positive", () => {
    expect(() => new FixedDelayRetryStrategyBuilder(0, 10)).toThrow(
      "maxAttempts should be greater than zero.",
    );
    expect(() => new FixedDelayRetryStrategyBuilder(1, 0)).toThrow(
      "backoffTimeMillis should be greater than zero.",
    );
  });
});

describe("ExponentialBackoffDelayRetryStrategyBuilder", () => {
  const aStrategy = () =>
    new ExponentialBackoffDelayRetryStrategyBuilder<string>(5, 10, 50, 1.5).ifResult(isEmpty).build();

  test("multiplies the delay up to the limit, in whole milliseconds", () => {
    const strategy = aStrategy();
    const delays = [1, 2, 3, 4, 5, 6].map((attempt) => strategy.getBackoffTimeMillis(attempt));
    expect(delays).toEqual([10, 15, 22, 33, 49, 50]);
  });

  test("begins anew with each element, and shares the delay with those in flight", () => {
    const strategy = aStrategy();
    const delays = [1, 2, 1, 3].map((attempt) => strategy.getBackoffTimeMillis(attempt));
    expect(delays).toEqual([10, 15, 10, 15]);
  });

  test("allows so many retries, for the answers that its predicates refuse", () => {
    const strategy = new ExponentialBackoffDelayRetryStrategyBuilder<string>(5, 10, 50, 2)
      .ifException(() => true)
      .build();
    expect([5, 6].map((attempt) => strategy.canRetry(attempt))).toEqual([true, false]);
    expect(strategy.getRetryPredicate().exceptionPredicate?.(new Error("any"))).toBe(true);
  });
});
