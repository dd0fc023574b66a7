import { getMemorySize, isConfigured } from "./config-option.ts";
import type { Configuration } from "./config-option.ts";
import { IllegalConfigurationException } from "./illegal-configuration-exception.ts";
import { MAX_MEMORY_SIZE, toHumanReadableString } from "./memory-size.ts";
import type { MemorySize } from "./memory-size.ts";
import type { FlinkMemory, FlinkMemoryDerivation } from "./process-memory.ts";
import {
  deriveWithFraction,
  deriveWithInverseFraction,
  describeRange,
  getRangeFraction,
  isInRange,
} from "./range-fraction.ts";
import type { RangeFraction } from "./range-fraction.ts";
import { TaskManagerOptions } from "./task-manager-options.ts";

/** The parts of a TaskManager's Flink memory (Flink's `TaskExecutorFlinkMemory`). */
export interface TaskExecutorFlinkMemory extends FlinkMemory {
  readonly frameworkHeap: MemorySize;
  readonly frameworkOffHeap: MemorySize;
  readonly taskHeap: MemorySize;
  readonly taskOffHeap: MemorySize;
  readonly network: MemorySize;
  readonly managed: MemorySize;
}

type Part = "frameworkHeap" | "frameworkOffHeap" | "taskHeap" | "taskOffHeap" | "network" | "managed";
type Parts = Readonly<Record<Part, MemorySize>>;
type FixedPart = "frameworkHeap" | "frameworkOffHeap" | "taskOffHeap";

const PARTS: readonly (readonly [part: Part, name: string])[] = [
  ["frameworkHeap", "Framework Heap Memory"],
  ["frameworkOffHeap", "Framework Off-Heap Memory"],
  ["taskHeap", "Task Heap Memory"],
  ["taskOffHeap", "Task Off-Heap Memory"],
  ["managed", "Managed Memory"],
  ["network", "Network Memory"],
];

/** How a TaskManager divides its Flink memory (Flink's `TaskExecutorFlinkMemoryUtils`). */
export const taskExecutorFlinkMemory: FlinkMemoryDerivation<TaskExecutorFlinkMemory> = {
  deriveFromRequiredFineGrainedOptions(configuration) {
    const known = {
      ...fixedParts(configuration),
      taskHeap: getMemorySize(configuration, TaskManagerOptions.TASK_HEAP_MEMORY),
      managed: getMemorySize(configuration, TaskManagerOptions.MANAGED_MEMORY_SIZE),
    };
    if (isConfigured(configuration, TaskManagerOptions.TOTAL_FLINK_MEMORY)) {
      const total = getMemorySize(configuration, TaskManagerOptions.TOTAL_FLINK_MEMORY);
      return withNetworkAsRest(configuration, known, total);
    }
    const network = deriveWithInverseFraction(sum(known), networkRange(configuration));
    return flinkMemory({ ...known, network });
  },

  deriveFromTotalFlinkMemory(configuration, totalFlinkMemory) {
    const fixed = fixedParts(configuration);
    if (isConfigured(configuration, TaskManagerOptions.TASK_HEAP_MEMORY)) {
      const taskHeap = getMemorySize(configuration, TaskManagerOptions.TASK_HEAP_MEMORY);
      const managed = managedMemory(configuration, totalFlinkMemory);
      return withNetworkAsRest(configuration, { ...fixed, taskHeap, managed }, totalFlinkMemory);
    }
    const managed = managedMemory(configuration, totalFlinkMemory);
    const network = deriveWithFraction(totalFlinkMemory, networkRange(configuration));
    const known = { ...fixed, managed, network };
    return flinkMemory({ ...known, taskHeap: rest(known, totalFlinkMemory) });
  },
};

function fixedParts(configuration: Configuration): Readonly<Record<FixedPart, MemorySize>> {
  return {
    frameworkHeap: getMemorySize(configuration, TaskManagerOptions.FRAMEWORK_HEAP_MEMORY),
    frameworkOffHeap: getMemorySize(configuration, TaskManagerOptions.FRAMEWORK_OFF_HEAP_MEMORY),
    taskOffHeap: getMemorySize(configuration, TaskManagerOptions.TASK_OFF_HEAP_MEMORY),
  };
}

function managedMemory(configuration: Configuration, totalFlinkMemory: MemorySize): MemorySize {
  if (isConfigured(configuration, TaskManagerOptions.MANAGED_MEMORY_SIZE)) {
    return getMemorySize(configuration, TaskManagerOptions.MANAGED_MEMORY_SIZE);
  }
  const anySize = { min: 0n, max: MAX_MEMORY_SIZE };
  const range = getRangeFraction(configuration, anySize, TaskManagerOptions.MANAGED_MEMORY_FRACTION);
  return deriveWithFraction(totalFlinkMemory, range);
}

function networkRange(configuration: Configuration): RangeFraction {
  const min = getMemorySize(configuration, TaskManagerOptions.NETWORK_MEMORY_MIN);
  const max = getMemorySize(configuration, TaskManagerOptions.NETWORK_MEMORY_MAX);
  return getRangeFraction(configuration, { min, max }, TaskManagerOptions.NETWORK_MEMORY_FRACTION);
}

function withNetworkAsRest(
  configuration: Configuration,
  known: Omit<Parts, "network">,
  totalFlinkMemory: MemorySize,
): TaskExecutorFlinkMemory {
  const network = rest(known, totalFlinkMemory);
  try {
    checkNetworkRange(network, networkRange(configuration));
  } catch (cause) {
    if (!(cause instanceof IllegalConfigurationException)) throw cause;
    throw new IllegalConfigurationException(
      "If Total Flink, Task Heap and (or) Managed Memory sizes are explicitly configured then the Network Memory " +
        "size is the rest of the Total Flink memory after subtracting all other configured types of memory, but " +
        "the derived Network Memory is inconsistent with its configuration.",
      { cause },
    );
  }
  return flinkMemory({ ...known, network });
}

function checkNetworkRange(network: MemorySize, range: RangeFraction): void {
  if (isInRange(network, range)) return;
  throw new IllegalConfigurationException(
    `Derived Network Memory size (${toHumanReadableString(network)}) is not in configured ` +
      `Network Memory range ${describeRange(range)}.`,
  );
}

function rest(known: Partial<Parts>, totalFlinkMemory: MemorySize): MemorySize {
  const left = totalFlinkMemory - sum(known);
  if (left >= 0n) return left;
  throw new IllegalConfigurationException(
    `Sum of configured ${describeParts(known)} exceed configured ` +
      `Total Flink Memory (${toHumanReadableString(totalFlinkMemory)}).`,
  );
}

function sum(parts: Partial<Parts>): MemorySize {
  return Object.values(parts).reduce((total, size) => total + size, 0n);
}

function describeParts(known: Partial<Parts>): string {
  const texts = PARTS.flatMap(([part, name]) => {
    const size = known[part];
    return size === undefined ? [] : [`${name} (${toHumanReadableString(size)})`];
  });
  return `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
}

function flinkMemory(parts: Parts): TaskExecutorFlinkMemory {
  return {
    ...parts,
    totalFlinkMemory: sum(parts),
    jvmHeap: parts.frameworkHeap + parts.taskHeap,
    jvmDirectMemory: parts.frameworkOffHeap + parts.taskOffHeap + parts.network,
  };
}
