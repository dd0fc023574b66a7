import { describe, expect, test } from "vitest";

import { byteSizeOf } from "../../../src/engine/world/byte-size.ts";
import { ClientProcess } from "../../../src/engine/world/client-process.ts";
import { ConnectionException } from "../../../src/engine/world/connection-exception.ts";
import { Endpoint, type EndpointBehaviour } from "../../../src/engine/world/endpoint.ts";
import type { ExternalCall } from "../../../src/engine/world/external-calls.ts";
import { isExternalSystem } from "../../../src/engine/world/external-system.ts";
import { KeyValueService } from "../../../src/engine/world/key-value/key-value-service.ts";
import { RateMeter } from "../../../src/engine/world/rate-meter.ts";
import { everyInBackground } from "../../../src/engine/world/world-clock.ts";
import { World } from "../../../src/engine/world/world.ts";
import { TestClock } from "./test-clock.ts";

function anEndpoint(behaviour: EndpointBehaviour = {}): {
  readonly endpoint: Endpoint;
  readonly world: World;
  readonly clock: TestClock;
} {
  const clock = new TestClock();
  const world = new World(clock, 7);
  return { endpoint: new Endpoint(world, "store", behaviour), world, clock };
}

describe("a call of a system outside", () => {
  test("is numbered, timed and counted", () => {
    const { endpoint, world, clock } = anEndpoint();
    const seen: ExternalCall[] = [];
    world.calls.intercept({ before: (call) => seen.push(call) });
    endpoint.call("GET", () => {});
    clock.advanceTo(5);
    endpoint.call("PUT", () => {});
    expect(seen).toEqual([
      { number: 1, system: "store", operation: "GET", time: 0 },
      { number: 2, system: "store", operation: "PUT", time: 5 },
    ]);
    expect([endpoint.count("GET"), endpoint.count("PUT"), endpoint.count("LIST"), world.calls.made]).toEqual([
      1, 1, 0, 2,
    ]);
  });

  test("blocks its caller, unless that has a thread for it", () => {
    const { endpoint, clock } = anEndpoint({ latency: { type: "constant", ms: 3 } });
    endpoint.call("GET", () => {});
    endpoint.callAside("GET", () => {});
    expect(clock.spent).toBe(3);
  });

  test("that loses its request does nothing, and one that loses its answer does everything", () => {
    const { endpoint, world } = anEndpoint();
    let done = 0;
    const carryOut = () => {
      done += 1;
    };
    world.calls.intercept({
      before: ({ number }) => {
        if (number === 1) throw new ConnectionException("store", "PUT", "request");
      },
      after: ({ number }) => {
        if (number === 2) throw new ConnectionException("store", "PUT", "answer");
      },
    });
    expect(() => endpoint.call("PUT", carryOut)).toThrow(/did not answer/);
    expect(done).toBe(0);
    expect(() => endpoint.call("PUT", carryOut)).toThrow(/did not answer/);
    expect(done).toBe(1);
  });

  test("fails during an outage, from its first to before its last moment", () => {
    const { endpoint, clock } = anEndpoint({ outages: [{ from: 10, until: 20 }] });
    const answers = [9, 10, 19, 20].map((time) => {
      clock.advanceTo(time);
      return endpoint.isUp;
    });
    expect(answers).toEqual([true, false, false, true]);
    endpoint.stop();
    expect(() => endpoint.call("GET", () => {})).toThrow(ConnectionException);
    endpoint.start();
    expect(endpoint.call("GET", () => "fine")).toBe("fine");
    expect(endpoint.count("GET")).toBe(2);
  });
});

describe("a latency", () => {
  test("lies within its bounds, and is the same again with the same seed", () => {
    const draw = () => {
      const { endpoint } = anEndpoint({ latency: { type: "uniform", from: 5, to: 8 } });
      return Array.from({ length: 50 }, () => endpoint.drawLatency());
    };
    expect(draw()).toEqual(draw());
    expect(Math.min(...draw())).toBeGreaterThanOrEqual(5);
    expect(Math.max(...draw())).toBeLessThan(8);
    expect(new Set(draw()).size).toBeGreaterThan(40);
  });

  test("with a long tail is now and then slow", () => {
    const { endpoint } = anEndpoint({ latency: { type: "long-tail", usual: 1, slow: 100, share: 0.1 } });
    const slow = Array.from({ length: 1000 }, () => endpoint.drawLatency()).filter((ms) => ms === 100).length;
    expect(slow).toBeGreaterThan(60);
    expect(slow).toBeLessThan(140);
  });

  test("of one system does not depend on what is asked of another", () => {
    const world = new World(new TestClock(), 7);
    const other = world.randomFor("other");
    const first = new World(new TestClock(), 7).randomFor("store")();
    other();
    expect(world.randomFor("store")()).toBe(first);
    expect(world.randomFor("other")()).not.toBe(first);
  });
});

describe("a process", () => {
  test("breaks its sockets when it dies, once, and not those of others", () => {
    const world = new World(new TestClock());
    const [one, other] = [new ClientProcess("one"), new ClientProcess("other")];
    const broken: string[] = [];
    world.runAs(one, () => world.process.openSocket(() => broken.push("one")));
    const close = world.runAs(one, () => world.process.openSocket(() => broken.push("closed")));
    world.runAs(other, () => world.process.openSocket(() => broken.push("other")));
    close();
    one.kill();
    one.kill();
    expect(broken).toEqual(["one"]);
    expect([one.openSockets, other.openSockets]).toEqual([0, 1]);
  });

  test("is left again when its code fails", () => {
    const world = new World(new TestClock());
    const before = world.process;
    const fail = () => {
      throw new Error("fails");
    };
    expect(() => world.runAs(new ClientProcess("one"), fail)).toThrow("fails");
    expect(world.process).toBe(before);
  });
});

describe("a rate", () => {
  test("counts what lies within its window", () => {
    const meter = new RateMeter(10);
    for (const now of [0, 4, 10, 11]) meter.record(now);
    expect([meter.count(11), meter.count(14), meter.count(30), meter.peak]).toEqual([3, 2, 0, 3]);
  });

  test("forgets what is long over", () => {
    const meter = new RateMeter(10);
    for (let now = 0; now < 5000; now += 1) meter.record(now);
    expect([meter.count(4999), meter.peak]).toEqual([10, 10]);
  });
});

describe("a chore", () => {
  test("is done again and again while something else goes on", () => {
    const clock = new TestClock();
    const times: number[] = [];
    everyInBackground(clock, 10, () => times.push(clock.now()));
    clock.advanceTo(35);
    expect(times).toEqual([10, 20, 30]);
  });
});

describe("the size of a value", () => {
  test("is that of its parts", () => {
    expect(byteSizeOf({ id: 1, name: "abc", tags: ["x", null, true] })).toBe(2 + 8 + 4 + 3 + 4 + 1 + 0 + 1);
    expect(byteSizeOf(undefined)).toBe(0);
  });
});

describe("what stands outside", () => {
  test("is told from what is copied with a function", () => {
    const service = new KeyValueService(new World(new TestClock()), {});
    expect([isExternalSystem(service), isExternalSystem({}), isExternalSystem(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
