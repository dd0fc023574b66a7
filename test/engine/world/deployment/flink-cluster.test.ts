import { describe, expect, test } from "vitest";

import { DEPLOYMENT_MODES } from "../../../../src/engine/world/deployment/deployment-mode.ts";
import {
  FlinkCluster,
  type FlinkClusterConfiguration,
} from "../../../../src/engine/world/deployment/flink-cluster.ts";
import { slotsNeeded } from "../../../../src/engine/world/deployment/slot-request.ts";

function aCluster(configuration: Partial<FlinkClusterConfiguration> = {}): FlinkCluster {
  return new FlinkCluster({
    mode: "session",
    jobManagerMemoryMb: 1600,
    taskManagerMemoryMb: 1728,
    taskManagers: 2,
    slotsPerTaskManager: 2,
    ...configuration,
  });
}

const SHARED = [{ name: "default", parallelisms: [1, 2, 2] }];

function placesOf(cluster: FlinkCluster, jobId: string): readonly string[] {
  return cluster
    .slots()
    .filter(({ usedBy }) => usedBy?.jobId === jobId)
    .map(({ taskManager, index }) => `${taskManager}/${index}`);
}

describe("a job", () => {
  test("needs in each slot sharing group as many slots as its widest operator", () => {
    expect(
      slotsNeeded([
        { name: "default", parallelisms: [1, 4, 2] },
        { name: "heavy", parallelisms: [3] },
      ]),
    ).toBe(7);
    expect(slotsNeeded([])).toBe(0);
  });

  test("gets all its slots or none", () => {
    const cluster = aCluster();
    const own = [1, 2, 3].map((count) => ({ name: `group-${count}`, parallelisms: [3] }));
    expect(() => cluster.submit("job", own)).toThrow(/required 9, available 4/);
    expect(placesOf(cluster, "job")).toEqual([]);
    cluster.submit("job", SHARED);
    expect(placesOf(cluster, "job")).toHaveLength(2);
  });

  test("fills one TaskManager after the other, or spreads over all of them", () => {
    const filled = aCluster();
    filled.submit("job", SHARED);
    const spread = aCluster({ placement: "SLOTS" });
    spread.submit("job", SHARED);
    expect(placesOf(filled, "job")).toEqual(["taskmanager-1/0", "taskmanager-1/1"]);
    expect(placesOf(spread, "job")).toEqual(["taskmanager-1/0", "taskmanager-2/0"]);
  });

  test("gives its slots back when it ends", () => {
    const cluster = aCluster();
    cluster.submit("one", SHARED);
    cluster.submit("two", SHARED);
    expect(() => cluster.submit("three", SHARED)).toThrow(/required 2, available 0/);
    cluster.cancel("one");
    expect(cluster.submit("three", SHARED)).toHaveLength(2);
  });
});

describe("a session cluster", () => {
  test("lets one job's end of memory restart the other that shares its TaskManager", () => {
    const cluster = aCluster({ taskManagers: 1, slotsPerTaskManager: 4 });
    cluster.submit("leaks", SHARED);
    cluster.submit("neighbour", SHARED);
    expect(cluster.killTaskManager("taskmanager-1")).toEqual(["leaks", "neighbour"]);
    expect(placesOf(cluster, "neighbour")).toEqual(["taskmanager-2/2", "taskmanager-2/3"]);
    expect(cluster.killJobManager()).toEqual(["leaks", "neighbour"]);
  });
});

describe("a cluster of one application", () => {
  test("leaves others alone, and costs a JobManager of its own", () => {
    const [leaks, neighbour] = ["leaks", "neighbour"].map((jobId) => {
      const cluster = aCluster({ mode: "application", taskManagers: 1 });
      cluster.submit(jobId, SHARED);
      return cluster;
    });
    expect(leaks?.killTaskManager("taskmanager-1")).toEqual(["leaks"]);
    expect(neighbour && placesOf(neighbour, "neighbour")).toEqual(["taskmanager-1/0", "taskmanager-1/1"]);
    expect((leaks?.totalMemoryMb ?? 0) + (neighbour?.totalMemoryMb ?? 0)).toBe(2 * (1600 + 1728));
  });

  test("of per-job mode takes one job", () => {
    const cluster = aCluster({ mode: "per-job" });
    cluster.submit("one", SHARED);
    expect(() => cluster.submit("two", SHARED)).toThrow(/runs one job/);
  });
});

describe("the deployment modes", () => {
  test("differ in where main() runs and whose the cluster is", () => {
    const facts = Object.values(DEPLOYMENT_MODES).map(({ name, mainRunsOn, clusterOf }) => [
      name,
      mainRunsOn,
      clusterOf,
    ]);
    expect(facts).toEqual([
      ["session", "client", "all jobs"],
      ["application", "job-manager", "one application"],
      ["per-job", "client", "one job"],
    ]);
  });
});
