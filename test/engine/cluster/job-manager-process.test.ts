import { describe, expect, test } from "vitest";

import type { Configuration } from "../../../src/engine/cluster/config-option.ts";
import {
  jobManagerJvmParameters,
  jobManagerProcessSpecFromConfig,
} from "../../../src/engine/cluster/job-manager-process.ts";
import { mebiBytes } from "../../../src/engine/cluster/memory-size.ts";

describe("jobManagerProcessSpecFromConfig", () => {
  test("takes the off-heap memory as what the heap leaves of the Flink memory", () => {
    const { flinkMemory } = jobManagerProcessSpecFromConfig({
      "jobmanager.memory.heap.size": "1g",
      "jobmanager.memory.flink.size": "1500m",
    });
    expect(flinkMemory.offHeap).toBe(mebiBytes(476));
  });

  test.each<[string, Configuration]>([
    ["is less than the configured Off-heap Memory", { "jobmanager.memory.flink.size": "100m" }],
    [
      "exceeds the configured Total Flink Memory",
      { "jobmanager.memory.flink.size": "100m", "jobmanager.memory.heap.size": "1g" },
    ],
    ["need to be configured explicitly", {}],
    [
      "Unrecognized option for boolean: yes. Expected either true or false(case insensitive)",
      { "jobmanager.memory.process.size": "2g", "jobmanager.memory.enable-jvm-direct-memory-limit": "yes" },
    ],
  ])("says that a configuration %s", (message, configuration) => {
    const play = () => jobManagerJvmParameters(jobManagerProcessSpecFromConfig(configuration), configuration);
    expect(() => {
      try {
        play();
      } catch (error) {
        throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
      }
    }).toThrow(message);
  });

  test("reads true in any case of letters", () => {
    const configuration = {
      "jobmanager.memory.process.size": "1600m",
      "jobmanager.memory.enable-jvm-direct-memory-limit": "TRUE",
    };
    const spec = jobManagerProcessSpecFromConfig(configuration);
    expect(jobManagerJvmParameters(spec, configuration)).toContain("-XX:MaxDirectMemorySize=134217728");
  });
});
