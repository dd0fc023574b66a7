import {
  booleanOption,
  fractionOption,
  getMemorySize,
  getOption,
  isConfigured,
  memoryOption,
} from "./config-option.ts";
import type { Configuration } from "./config-option.ts";
import { IllegalConfigurationException } from "./illegal-configuration-exception.ts";
import { mebiBytes, toHumanReadableString } from "./memory-size.ts";
import type { MemorySize } from "./memory-size.ts";
import { generateJvmParameters, memoryProcessSpecFromConfig } from "./process-memory.ts";
import type {
  FlinkMemory,
  FlinkMemoryDerivation,
  ProcessMemoryOptions,
  ProcessMemorySpec,
} from "./process-memory.ts";

/** The memory options of a JobManager with Flink's keys and defaults (`JobManagerOptions` of Flink 2.3). */
const JobManagerOptions = {
  TOTAL_PROCESS_MEMORY: memoryOption("jobmanager.memory.process.size", null),
  TOTAL_FLINK_MEMORY: memoryOption("jobmanager.memory.flink.size", null),
  JVM_HEAP_MEMORY: memoryOption("jobmanager.memory.heap.size", null),
  OFF_HEAP_MEMORY: memoryOption("jobmanager.memory.off-heap.size", mebiBytes(128)),
  JVM_DIRECT_MEMORY_LIMIT_ENABLED: booleanOption("jobmanager.memory.enable-jvm-direct-memory-limit", false),
  JVM_METASPACE: memoryOption("jobmanager.memory.jvm-metaspace.size", mebiBytes(256)),
  JVM_OVERHEAD_MIN: memoryOption("jobmanager.memory.jvm-overhead.min", mebiBytes(192)),
  JVM_OVERHEAD_MAX: memoryOption("jobmanager.memory.jvm-overhead.max", mebiBytes(1024)),
  JVM_OVERHEAD_FRACTION: fractionOption("jobmanager.memory.jvm-overhead.fraction", 0.1),
} as const;

const JM_PROCESS_MEMORY_OPTIONS: ProcessMemoryOptions = {
  requiredFineGrained: [JobManagerOptions.JVM_HEAP_MEMORY],
  totalFlinkMemory: JobManagerOptions.TOTAL_FLINK_MEMORY,
  totalProcessMemory: JobManagerOptions.TOTAL_PROCESS_MEMORY,
  jvmMetaspace: JobManagerOptions.JVM_METASPACE,
  jvmOverheadMin: JobManagerOptions.JVM_OVERHEAD_MIN,
  jvmOverheadMax: JobManagerOptions.JVM_OVERHEAD_MAX,
  jvmOverheadFraction: JobManagerOptions.JVM_OVERHEAD_FRACTION,
};

/** The parts of a JobManager's Flink memory; its direct memory is all that is not heap (Flink's `JobManagerFlinkMemory`). */
export interface JobManagerFlinkMemory extends FlinkMemory {
  readonly offHeap: MemorySize;
}

const jobManagerFlinkMemory: FlinkMemoryDerivation<JobManagerFlinkMemory> = {
  deriveFromRequiredFineGrainedOptions(configuration) {
    const heap = getMemorySize(configuration, JobManagerOptions.JVM_HEAP_MEMORY);
    return flinkMemory(heap, offHeapBeside(heap, configuration));
  },

  deriveFromTotalFlinkMemory(configuration, totalFlinkMemory) {
    const offHeap = getMemorySize(configuration, JobManagerOptions.OFF_HEAP_MEMORY);
    if (totalFlinkMemory > offHeap) return flinkMemory(totalFlinkMemory - offHeap, offHeap);
    throw new IllegalConfigurationException(
      `The configured Total Flink Memory (${toHumanReadableString(totalFlinkMemory)}) is less than the configured ` +
        `Off-heap Memory (${toHumanReadableString(offHeap)}).`,
    );
  },
};

function offHeapBeside(heap: MemorySize, configuration: Configuration): MemorySize {
  const offHeap = getMemorySize(configuration, JobManagerOptions.OFF_HEAP_MEMORY);
  if (!isConfigured(configuration, JobManagerOptions.TOTAL_FLINK_MEMORY)) return offHeap;
  const total = getMemorySize(configuration, JobManagerOptions.TOTAL_FLINK_MEMORY);
  const isExplicit = isConfigured(configuration, JobManagerOptions.OFF_HEAP_MEMORY);
  if (isExplicit && heap + offHeap !== total) {
    throw inconsistent(
      `Sum of the configured JVM Heap Memory (${toHumanReadableString(heap)}) and the configured ` +
        `Off-heap Memory (${toHumanReadableString(offHeap)}) does not match`,
      total,
    );
  }
  if (heap > total) {
    throw inconsistent(`The configured JVM Heap Memory (${toHumanReadableString(heap)}) exceeds`, total);
  }
  return total - heap;
}

function inconsistent(problem: string, total: MemorySize): IllegalConfigurationException {
  return new IllegalConfigurationException(
    `${problem} the configured Total Flink Memory (${toHumanReadableString(total)}). Please, make the configuration ` +
      "consistent or configure only one option: either JVM Heap or Total Flink Memory.",
  );
}

function flinkMemory(jvmHeap: MemorySize, offHeap: MemorySize): JobManagerFlinkMemory {
  return { jvmHeap, offHeap, jvmDirectMemory: offHeap, totalFlinkMemory: jvmHeap + offHeap };
}

/**
 * Derives a JobManager's memory from its configuration (`JobManagerProcessUtils:processSpecFromConfig`).
 * Throws an `IllegalConfigurationException` in Flink's words if the configuration does not add up.
 */
export function jobManagerProcessSpecFromConfig(
  configuration: Configuration,
): ProcessMemorySpec<JobManagerFlinkMemory> {
  return memoryProcessSpecFromConfig(configuration, JM_PROCESS_MEMORY_OPTIONS, jobManagerFlinkMemory);
}

/** Returns the arguments of a JobManager's JVM; its direct memory is bounded only if the option says so. */
export function jobManagerJvmParameters(
  spec: ProcessMemorySpec<JobManagerFlinkMemory>,
  configuration: Configuration,
): string {
  const isLimited = getOption(configuration, JobManagerOptions.JVM_DIRECT_MEMORY_LIMIT_ENABLED) === true;
  return generateJvmParameters(spec, isLimited ? "limited" : "unlimited");
}
