import { getOption } from "./config-option.ts";
import type { Configuration } from "./config-option.ts";
import { IllegalConfigurationException } from "./illegal-configuration-exception.ts";
import type { MemorySize } from "./memory-size.ts";
import { memoryProcessSpecFromConfig } from "./process-memory.ts";
import type { ProcessMemorySpec } from "./process-memory.ts";
import { taskExecutorFlinkMemory } from "./task-executor-flink-memory.ts";
import type { TaskExecutorFlinkMemory } from "./task-executor-flink-memory.ts";
import { TaskManagerOptions, TM_PROCESS_MEMORY_OPTIONS } from "./task-manager-options.ts";

/** The memory of a TaskManager in all its parts, and its slots (Flink's `TaskExecutorProcessSpec`). */
export interface TaskExecutorProcessSpec extends ProcessMemorySpec<TaskExecutorFlinkMemory> {
  readonly numSlots: number;
}

/**
 * Derives a TaskManager's memory from its configuration (`TaskExecutorProcessUtils:processSpecFromConfig`).
 * Throws an `IllegalConfigurationException` in Flink's words if the configuration does not add up.
 */
export function taskExecutorProcessSpecFromConfig(configuration: Configuration): TaskExecutorProcessSpec {
  try {
    const spec = memoryProcessSpecFromConfig(
      configuration,
      TM_PROCESS_MEMORY_OPTIONS,
      taskExecutorFlinkMemory,
    );
    return { ...spec, numSlots: getNumSlots(configuration) };
  } catch (cause) {
    if (!(cause instanceof IllegalConfigurationException)) throw cause;
    throw new IllegalConfigurationException(`TaskManager memory configuration failed: ${cause.message}`, {
      cause,
    });
  }
}

function getNumSlots(configuration: Configuration): number {
  const numSlots = getOption(configuration, TaskManagerOptions.NUM_TASK_SLOTS) ?? 1;
  const cpuCores = getOption(configuration, TaskManagerOptions.CPU_CORES) ?? numSlots;
  if (cpuCores > 0) return numSlots;
  throw new IllegalConfigurationException(
    "TaskExecutors need to be started with a positive number of CPU cores. Please configure " +
      `${TaskManagerOptions.CPU_CORES.key} accordingly.`,
  );
}

/** What one slot of a TaskManager may use (Flink's default `ResourceProfile` of a slot). */
export interface SlotMemory {
  readonly taskHeap: MemorySize;
  readonly managed: MemorySize;
  readonly network: MemorySize;
}

/** Divides a TaskManager's memory among its slots, whole bytes each (`SlotManagerUtils:generateDefaultSlotResourceProfile`). */
export function defaultSlotMemory({ flinkMemory, numSlots }: TaskExecutorProcessSpec): SlotMemory {
  const slots = BigInt(numSlots);
  return {
    taskHeap: flinkMemory.taskHeap / slots,
    managed: flinkMemory.managed / slots,
    network: flinkMemory.network / slots,
  };
}
