import { describe, expect, test } from "vitest";

import { ClientProcess } from "../../../../src/engine/world/client-process.ts";
import {
  KeyValueService,
  type Answer,
  type KeyValueServiceConfiguration,
} from "../../../../src/engine/world/key-value/key-value-service.ts";
import { World } from "../../../../src/engine/world/world.ts";
import { TestClock } from "../test-clock.ts";

function aService(configuration: KeyValueServiceConfiguration = {}) {
  const clock = new TestClock();
  const world = new World(clock, 7);
  const service = new KeyValueService<number>(world, configuration);
  service.load([
    ["a", 1],
    ["b", 2],
  ]);
  const answers: (readonly [key: string, answer: Answer<number | null>])[] = [];
  const ask = (key: string) => service.requestValue(key, (answer) => answers.push([key, answer]));
  return { service, clock, world, answers, ask };
}

describe("a request", () => {
  test("is answered after its latency", () => {
    const { clock, answers, ask } = aService({ latency: { type: "constant", ms: 5 } });
    ask("a");
    ask("c");
    clock.advanceTo(4);
    expect(answers).toEqual([]);
    clock.advanceTo(5);
    expect(answers).toEqual([
      ["a", { type: "success", value: 1 }],
      ["c", { type: "success", value: null }],
    ]);
  });

  test("may be overtaken by a later one", () => {
    const { clock, answers, ask } = aService({ latency: { type: "uniform", from: 1, to: 100 } });
    const keys = Array.from({ length: 20 }, (_, index) => `key-${index}`);
    for (const key of keys) ask(key);
    clock.advanceTo(100);
    const answered = answers.map(([key]) => key);
    expect(answered.toSorted()).toEqual(keys.toSorted());
    expect(answered).not.toEqual(keys);
  });

  test("fails while the service is down", () => {
    const { clock, answers, ask } = aService({ outages: [{ from: 0, until: 10 }] });
    ask("a");
    clock.advanceTo(1);
    expect(answers).toMatchObject([["a", { type: "failure", error: { name: "ConnectionException" } }]]);
  });

  test("is refused when there are too many a second", () => {
    const { clock, answers, ask } = aService({ requestsPerSecond: 2 });
    for (const key of ["a", "b", "a"]) ask(key);
    clock.advanceTo(500);
    ask("b");
    clock.advanceTo(501);
    expect(answers.map(([, { type }]) => type)).toEqual(["success", "success", "failure", "success"]);
    expect(answers[2]).toMatchObject(["a", { error: { refusal: "throttled" } }]);
  });

  test("is refused when too many wait already", () => {
    const { service, clock, answers, ask } = aService({
      maxConcurrentRequests: 2,
      latency: { type: "constant", ms: 5 },
    });
    for (const key of ["a", "b", "a"]) ask(key);
    expect([service.inFlight, service.peakInFlight]).toEqual([3, 3]);
    clock.advanceTo(5);
    expect(answers.map(([, { type }]) => type)).toEqual(["success", "success", "failure"]);
    expect(service.inFlight).toBe(0);
  });

  test("fails now and then, and now and then is never answered", () => {
    const { service, clock, answers, ask } = aService({ failureShare: 0.2, silentShare: 0.1 });
    for (let count = 0; count < 1000; count += 1) ask("a");
    clock.advanceTo(1);
    const failures = answers.filter(([, { type }]) => type === "failure").length;
    expect(failures).toBeGreaterThan(130);
    expect(failures).toBeLessThan(230);
    expect(service.inFlight).toBe(1000 - answers.length);
    expect(service.inFlight).toBeGreaterThan(60);
    expect(service.inFlight).toBeLessThan(140);
  });

  test("is forgotten with the process that made it", () => {
    const { service, clock, world, answers, ask } = aService({ latency: { type: "constant", ms: 5 } });
    const process = new ClientProcess("taskmanager-1");
    world.runAs(process, () => ask("a"));
    process.kill();
    clock.advanceTo(10);
    expect([answers, service.inFlight]).toEqual([[], 0]);
  });

  test("stores a value as it was when it was sent", () => {
    const clock = new TestClock();
    const service = new KeyValueService<{ count: number }>(new World(clock), {});
    const value = { count: 1 };
    const answers: Answer<null>[] = [];
    service.requestPut("a", value, (answer) => answers.push(answer));
    value.count = 2;
    clock.advanceTo(1);
    expect([service.entries(), answers]).toEqual([[["a", { count: 1 }]], [{ type: "success", value: null }]]);
  });
});

describe("a call that waits", () => {
  test("blocks for the latency", () => {
    const { service, clock } = aService({ latency: { type: "constant", ms: 50 } });
    expect([service.get("a"), service.get("c")]).toEqual([1, null]);
    service.put("c", 3);
    expect([service.get("c"), clock.spent]).toEqual([3, 200]);
  });

  test("throws what a request would be told", () => {
    const { service } = aService({ requestsPerSecond: 1 });
    service.get("a");
    expect(() => service.get("a")).toThrow(/too many requests/);
  });
});
