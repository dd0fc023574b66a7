import { fractionOption, memoryOption, numberOption } from "./config-option.ts";
import { MAX_MEMORY_SIZE, mebiBytes } from "./memory-size.ts";
import type { ProcessMemoryOptions } from "./process-memory.ts";

/** The memory options of a TaskManager with Flink's keys and defaults (`TaskManagerOptions` of Flink 2.3). */
export const TaskManagerOptions = {
  TOTAL_PROCESS_MEMORY: memoryOption("taskmanager.memory.process.size", null),
  TOTAL_FLINK_MEMORY: memoryOption("taskmanager.memory.flink.size", null),
  FRAMEWORK_HEAP_MEMORY: memoryOption("taskmanager.memory.framework.heap.size", mebiBytes(128)),
  FRAMEWORK_OFF_HEAP_MEMORY: memoryOption("taskmanager.memory.framework.off-heap.size", mebiBytes(128)),
  TASK_HEAP_MEMORY: memoryOption("taskmanager.memory.task.heap.size", null),
  TASK_OFF_HEAP_MEMORY: memoryOption("taskmanager.memory.task.off-heap.size", 0n),
  MANAGED_MEMORY_SIZE: memoryOption("taskmanager.memory.managed.size", null, "taskmanager.memory.size"),
  MANAGED_MEMORY_FRACTION: fractionOption("taskmanager.memory.managed.fraction", 0.4),
  NETWORK_MEMORY_MIN: memoryOption(
    "taskmanager.memory.network.min",
    mebiBytes(64),
    "taskmanager.network.memory.min",
  ),
  NETWORK_MEMORY_MAX: memoryOption(
    "taskmanager.memory.network.max",
    MAX_MEMORY_SIZE,
    "taskmanager.network.memory.max",
  ),
  NETWORK_MEMORY_FRACTION: fractionOption(
    "taskmanager.memory.network.fraction",
    0.1,
    "taskmanager.network.memory.fraction",
  ),
  JVM_METASPACE: memoryOption("taskmanager.memory.jvm-metaspace.size", mebiBytes(256)),
  JVM_OVERHEAD_MIN: memoryOption("taskmanager.memory.jvm-overhead.min", mebiBytes(192)),
  JVM_OVERHEAD_MAX: memoryOption("taskmanager.memory.jvm-overhead.max", mebiBytes(1024)),
  JVM_OVERHEAD_FRACTION: fractionOption("taskmanager.memory.jvm-overhead.fraction", 0.1),
  NUM_TASK_SLOTS: numberOption("taskmanager.numberOfTaskSlots", 1),
  CPU_CORES: numberOption("taskmanager.cpu.cores", null),
} as const;

/** Which options lead to a TaskManager's memory (`TaskExecutorProcessUtils`). */
export const TM_PROCESS_MEMORY_OPTIONS: ProcessMemoryOptions = {
  requiredFineGrained: [TaskManagerOptions.TASK_HEAP_MEMORY, TaskManagerOptions.MANAGED_MEMORY_SIZE],
  totalFlinkMemory: TaskManagerOptions.TOTAL_FLINK_MEMORY,
  totalProcessMemory: TaskManagerOptions.TOTAL_PROCESS_MEMORY,
  jvmMetaspace: TaskManagerOptions.JVM_METASPACE,
  jvmOverheadMin: TaskManagerOptions.JVM_OVERHEAD_MIN,
  jvmOverheadMax: TaskManagerOptions.JVM_OVERHEAD_MAX,
  jvmOverheadFraction: TaskManagerOptions.JVM_OVERHEAD_FRACTION,
};
