import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Configuration } from "../../../src/engine/cluster/config-option.ts";
import { IllegalConfigurationException } from "../../../src/engine/cluster/illegal-configuration-exception.ts";
import { mebiBytes } from "../../../src/engine/cluster/memory-size.ts";
import { generateJvmParameters } from "../../../src/engine/cluster/process-memory.ts";
import {
  defaultSlotMemory,
  taskExecutorProcessSpecFromConfig,
} from "../../../src/engine/cluster/task-executor-process.ts";

const failure = (configuration: Configuration) => {
  try {
    taskExecutorProcessSpecFromConfig(configuration);
  } catch (error) {
    if (error instanceof IllegalConfigurationException) return error;
  }
  throw new Error("the configuration was taken");
};

const enough = fc.integer({ min: 1100, max: 70_000 }).map((megabytes) => `${megabytes}m`);

describe("taskExecutorProcessSpecFromConfig", () => {
  test("divides the process so that nothing is left and nothing is missing", () => {
    fc.assert(
      fc.property(enough, (size) => {
        const spec = taskExecutorProcessSpecFromConfig({ "taskmanager.memory.process.size": size });
        const { flinkMemory: memory } = spec;
        const { frameworkHeap, frameworkOffHeap, taskHeap, taskOffHeap, network, managed } = memory;
        const parts = frameworkHeap + frameworkOffHeap + taskHeap + taskOffHeap + network + managed;
        expect(parts).toBe(memory.totalFlinkMemory);
        expect(parts + spec.jvmMetaspace + spec.jvmOverhead).toBe(spec.totalProcessMemory);
        expect(memory.jvmHeap + memory.jvmDirectMemory + managed).toBe(memory.totalFlinkMemory);
      }),
    );
  });

  test("comes to the same Flink memory whether it is given or derived", () => {
    fc.assert(
      fc.property(enough, (size) => {
        const fromProcess = taskExecutorProcessSpecFromConfig({ "taskmanager.memory.process.size": size });
        const flinkSize = String(fromProcess.flinkMemory.totalFlinkMemory);
        const fromFlink = taskExecutorProcessSpecFromConfig({ "taskmanager.memory.flink.size": flinkSize });
        expect(fromFlink.flinkMemory).toEqual(fromProcess.flinkMemory);
      }),
    );
  });

  test("lets an old key of an option count", () => {
    const memory = taskExecutorProcessSpecFromConfig({
      "taskmanager.memory.flink.size": "2g",
      "taskmanager.memory.size": "1g",
    }).flinkMemory;
    expect(memory.managed).toBe(mebiBytes(1024));
  });

  test.each<[string, Configuration]>([
    [
      "Framework Heap Memory (128.000mb (134217728 bytes)), Framework Off-Heap Memory (128.000mb (134217728 bytes)), " +
        "Task Heap Memory (1024.000mb (1073741824 bytes)), Task Off-Heap Memory (0 bytes) and Managed Memory " +
        "(100.000mb (104857600 bytes)) exceed configured Total Flink Memory (1024.000mb (1073741824 bytes)).",
      {
        "taskmanager.memory.flink.size": "1g",
        "taskmanager.memory.task.heap.size": "1g",
        "taskmanager.memory.managed.size": "100m",
      },
    ],
    ["exceed configured Total Process Memory", { "taskmanager.memory.process.size": "300m" }],
    [
      "Derived JVM Overhead size (1.750gb (1879048192 bytes)) is not in configured JVM Overhead range",
      { "taskmanager.memory.process.size": "4g", "taskmanager.memory.flink.size": "2g" },
    ],
    [
      "is less than the sum of the derived Total Flink Memory size",
      { "taskmanager.memory.process.size": "1g", "taskmanager.memory.flink.size": "2g" },
    ],
  ])("says that parts do not add up: %s", (message, configuration) => {
    expect(failure(configuration).message).toContain(message);
  });

  test("names the upper end of a range that has none", () => {
    const { message, cause } = failure({
      "taskmanager.memory.flink.size": "1g",
      "taskmanager.memory.task.heap.size": "300m",
    });
    expect(message).toMatch(
      /^TaskManager memory configuration failed: If Total Flink, Task Heap and \(or\) Managed/,
    );
    expect(cause).toHaveProperty(
      "cause.message",
      "Derived Network Memory size (58.400mb (61236832 bytes)) is not in configured Network Memory range " +
        "[64.000mb (67108864 bytes), 8388608.000tb (9223372036854775807 bytes)].",
    );
  });

  test("names an option with its older keys", () => {
    const size = { "taskmanager.memory.process.size": "4g" };
    expect(failure({ ...size, "taskmanager.memory.network.fraction": 1 }).message).toContain(
      "Inconsistently configured Key: 'taskmanager.memory.network.fraction' , default: 0.1 (fallback keys: " +
        "[{key=taskmanager.network.memory.fraction, isDeprecated=true}]) (1.0) and its min",
    );
  });

  test("says which option cannot be read, and why", () => {
    const { message, cause } = failure({ "taskmanager.memory.process.size": "12q" });
    expect(message).toContain(
      "Cannot read memory size from config option 'taskmanager.memory.process.size'.",
    );
    expect(cause).toHaveProperty(
      "cause.message",
      expect.stringContaining("Could not parse value '12q' for key"),
    );
  });

  test("needs a slot", () => {
    const size = { "taskmanager.memory.process.size": "4g" };
    expect(failure({ ...size, "taskmanager.numberOfTaskSlots": 0 }).message).toContain(
      "TaskExecutors need to be started with a positive number of CPU cores.",
    );
  });
});

describe("defaultSlotMemory", () => {
  test("gives each slot whole bytes and no slot more than its share", () => {
    fc.assert(
      fc.property(enough, fc.integer({ min: 1, max: 16 }), (size, slots) => {
        const spec = taskExecutorProcessSpecFromConfig({
          "taskmanager.memory.process.size": size,
          "taskmanager.numberOfTaskSlots": slots,
        });
        const left = spec.flinkMemory.taskHeap - defaultSlotMemory(spec).taskHeap * BigInt(slots);
        expect(left).toBeGreaterThanOrEqual(0n);
        expect(left).toBeLessThan(BigInt(slots));
      }),
    );
  });
});

describe("generateJvmParameters", () => {
  test("bounds direct memory only if it is asked to", () => {
    const spec = taskExecutorProcessSpecFromConfig({ "taskmanager.memory.process.size": "1728m" });
    expect(generateJvmParameters(spec, "limited")).toContain(" -XX:MaxDirectMemorySize=268435458 ");
    expect(generateJvmParameters(spec, "unlimited")).not.toContain("MaxDirectMemorySize");
  });
});
