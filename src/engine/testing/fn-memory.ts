import type { Configuration } from "../cluster/config-option.ts";
import { jobManagerJvmParameters, jobManagerProcessSpecFromConfig } from "../cluster/job-manager-process.ts";
import { NETWORK_BUFFER_SIZE } from "../cluster/network-buffers.ts";
import { generateJvmParameters } from "../cluster/process-memory.ts";
import { defaultSlotMemory, taskExecutorProcessSpecFromConfig } from "../cluster/task-executor-process.ts";
import { objectsField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";

/** Plays `memory`: the parts of a process's memory for each configuration, or what is wrong with it. */
export function runMemory(pipeline: JsonObject): Json {
  const describe = textField(pipeline, "process") === "taskmanager" ? taskManager : jobManager;
  return objectsField(pipeline, "cases").map((options) => {
    try {
      return describe(configurationOf(options));
    } catch (error) {
      return { error: messageOf(error) };
    }
  });
}

function configurationOf(options: JsonObject): Configuration {
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, textOf(value)]));
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function taskManager(configuration: Configuration): JsonObject {
  const spec = taskExecutorProcessSpecFromConfig(configuration);
  const { flinkMemory } = spec;
  const slot = defaultSlotMemory(spec);
  return {
    process: Number(spec.totalProcessMemory),
    flink: Number(flinkMemory.totalFlinkMemory),
    frameworkHeap: Number(flinkMemory.frameworkHeap),
    frameworkOffHeap: Number(flinkMemory.frameworkOffHeap),
    taskHeap: Number(flinkMemory.taskHeap),
    taskOffHeap: Number(flinkMemory.taskOffHeap),
    managed: Number(flinkMemory.managed),
    network: Number(flinkMemory.network),
    networkBuffers: Number(flinkMemory.network / BigInt(NETWORK_BUFFER_SIZE)),
    metaspace: Number(spec.jvmMetaspace),
    overhead: Number(spec.jvmOverhead),
    slots: spec.numSlots,
    taskHeapPerSlot: Number(slot.taskHeap),
    managedPerSlot: Number(slot.managed),
    networkPerSlot: Number(slot.network),
    jvm: generateJvmParameters(spec, "limited"),
  };
}

function jobManager(configuration: Configuration): JsonObject {
  const spec = jobManagerProcessSpecFromConfig(configuration);
  return {
    process: Number(spec.totalProcessMemory),
    flink: Number(spec.flinkMemory.totalFlinkMemory),
    heap: Number(spec.flinkMemory.jvmHeap),
    offHeap: Number(spec.flinkMemory.offHeap),
    metaspace: Number(spec.jvmMetaspace),
    overhead: Number(spec.jvmOverhead),
    jvm: jobManagerJvmParameters(spec, configuration),
  };
}

/** The message, and that of the innermost cause if it says something new. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  let root: Error = error;
  while (root.cause instanceof Error) root = root.cause;
  return error.message.includes(root.message) ? error.message : `${error.message} <- ${root.message}`;
}
