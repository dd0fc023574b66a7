import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { World } from "../../../../src/engine/world/world.ts";
import {
  YarnCluster,
  type YarnClusterConfiguration,
} from "../../../../src/engine/world/yarn/yarn-cluster.ts";
import { TestClock } from "../test-clock.ts";

const GIBIBYTE = 1024;

function aCluster(configuration: Partial<YarnClusterConfiguration> = {}): YarnCluster {
  return new YarnCluster(new World(new TestClock()), {
    nodes: ["n1", "n2"].map((name) => ({ name, resource: { memoryMb: 8 * GIBIBYTE, vcores: 8 } })),
    queues: [{ name: "default", capacity: 1, maximumAmShare: 0.5 }],
    ...configuration,
  });
}

function memory(gibibytes: number) {
  return { memoryMb: gibibytes * GIBIBYTE, vcores: 1 };
}

describe("a container", () => {
  test("gets the next multiple of the smallest one, and the rest is wasted", () => {
    const cluster = aCluster();
    const application = cluster.submit("job", "default", { memoryMb: 1728, vcores: 1 });
    expect(application.containers).toMatchObject([
      { asked: { memoryMb: 1728 }, granted: { memoryMb: 2048 } },
    ]);
    expect(cluster.roundingWaste).toEqual({ memoryMb: 320, vcores: 0 });
  });

  test("larger than allowed is refused", () => {
    expect(() => aCluster().submit("job", "default", memory(9))).toThrow(
      expect.objectContaining({ name: "InvalidResourceRequestException" }) as Error,
    );
  });

  test("must fit on one machine, however much is free on all of them", () => {
    const cluster = aCluster();
    const application = cluster.submit("job", "default", memory(1));
    cluster.requestContainers(application, 3, memory(5));
    expect(application).toMatchObject({
      pendingContainers: 1,
      waitingFor: "No node has room for the container.",
    });
    expect(cluster.total.memoryMb - cluster.used.memoryMb).toBe(5 * GIBIBYTE);
  });

  test("comes as soon as another is given back", () => {
    const cluster = aCluster();
    const application = cluster.submit("job", "default", memory(1));
    cluster.requestContainers(application, 3, memory(5));
    cluster.releaseContainer(application, application.containers[1]?.id ?? "");
    expect(application).toMatchObject({ pendingContainers: 0, waitingFor: null });
  });

  test("takes as many cores as it likes, unless cores are counted", () => {
    const greedy = { memoryMb: GIBIBYTE, vcores: 4 };
    const pending = (["memory", "memory-and-vcores"] as const).map((calculator) => {
      const cluster = aCluster({ calculator });
      const application = cluster.submit("job", "default", memory(1));
      cluster.requestContainers(application, 5, greedy);
      return application.pendingContainers;
    });
    expect(pending).toEqual([0, 2]);
  });
});

describe("an application", () => {
  test("stays ACCEPTED while the masters of its queue use up their share, though the cluster is half empty", () => {
    const cluster = aCluster({ queues: [{ name: "default", capacity: 1 }] });
    const first = cluster.submit("one", "default", memory(1));
    const second = cluster.submit("two", "default", memory(1));
    const third = cluster.submit("three", "default", memory(1));
    expect([first.state, second.state, third.state]).toEqual(["RUNNING", "RUNNING", "ACCEPTED"]);
    expect(third.waitingFor).toBe("Queue's AM resource limit exceeded.");
    cluster.finish(first);
    expect([third.state, third.waitingFor]).toEqual(["RUNNING", null]);
  });

  test("counts for its master what the queue could use now, not only what it is guaranteed", () => {
    const queues = [
      { name: "prod", capacity: 0.75, maximumAmShare: 1 },
      { name: "dev", capacity: 0.25, maximumAmShare: 0.5 },
    ];
    const idle = aCluster({ queues });
    const busy = aCluster({ queues });
    const prod = busy.submit("prod", "prod", memory(1));
    busy.requestContainers(prod, 2, memory(5));
    const started = [idle, busy].map(
      (cluster) =>
        [1, 2, 3, 4].filter(() => cluster.submit("dev", "dev", memory(2)).state === "RUNNING").length,
    );
    expect(started).toEqual([4, 1]);
  });

  test("may always run if it is the only one, however small the share of masters is", () => {
    const cluster = aCluster({ queues: [{ name: "default", capacity: 1, maximumAmShare: 0.01 }] });
    expect(cluster.submit("one", "default", memory(4)).state).toBe("RUNNING");
    expect(cluster.submit("two", "default", memory(4)).state).toBe("ACCEPTED");
  });

  test("gives everything back when it ends", () => {
    const cluster = aCluster();
    const application = cluster.submit("job", "default", memory(1));
    cluster.requestContainers(application, 2, memory(2));
    cluster.finish(application);
    expect([application.state, cluster.used.memoryMb, application.containers]).toEqual(["FINISHED", 0, []]);
  });

  test("needs a queue that is there", () => {
    expect(() => aCluster().submit("job", "prod", memory(1))).toThrow(/unknown queue: prod/);
  });
});

describe("a queue", () => {
  test("may use more than its guarantee while others leave it, up to its maximum", () => {
    const cluster = aCluster({
      queues: [
        { name: "prod", capacity: 0.75, maximumAmShare: 1 },
        { name: "dev", capacity: 0.25, maximumCapacity: 0.5, maximumAmShare: 1 },
      ],
    });
    const dev = cluster.submit("dev", "dev", memory(1));
    cluster.requestContainers(dev, 10, memory(1));
    expect(dev).toMatchObject({ pendingContainers: 3, waitingFor: "Queue's maximum capacity reached." });
    const prod = cluster.submit("prod", "prod", memory(1));
    cluster.requestContainers(prod, 10, memory(1));
    expect(prod.containers).toHaveLength(8);
  });

  test("never holds more than its maximum, nor a machine more than it has, and waits only for what it lacks", () => {
    const action = fc.record({
      type: fc.constantFrom("submit" as const, "request" as const, "finish" as const),
      queue: fc.constantFrom("prod", "dev"),
      memoryMb: fc.integer({ min: 1, max: 8 * GIBIBYTE }),
      count: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const cluster = aCluster({
          queues: [
            { name: "prod", capacity: 0.7 },
            { name: "dev", capacity: 0.3, maximumCapacity: 0.4 },
          ],
        });
        for (const { type, queue, memoryMb, count } of actions) {
          const leaf = cluster.queues.find(({ name }) => name === queue);
          const running = leaf?.applications.find(({ state }) => state === "RUNNING");
          if (type === "submit") cluster.submit("job", queue, { memoryMb, vcores: 1 });
          if (type === "request" && running !== undefined) {
            cluster.requestContainers(running, count, { memoryMb, vcores: 1 });
          }
          if (type === "finish" && running !== undefined) cluster.finish(running);
          for (const node of cluster.nodes) {
            expect(node.available.memoryMb).toBeGreaterThanOrEqual(0);
            for (const { asked, granted } of node.containers()) {
              expect(granted.memoryMb % GIBIBYTE).toBe(0);
              expect(granted.memoryMb - asked.memoryMb).toBeLessThan(GIBIBYTE);
            }
          }
          expect(cluster.queues[1]?.used.memoryMb).toBeLessThanOrEqual(0.4 * cluster.total.memoryMb);
          for (const application of cluster.queues.flatMap(({ applications }) => applications)) {
            expect(application.waitingFor === null).toBe(application.pendingContainers === 0);
          }
        }
      }),
    );
  });
});
