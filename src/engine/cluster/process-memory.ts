import { describeOption, getMemorySize, isConfigured } from "./config-option.ts";
import type { ConfigOption, Configuration } from "./config-option.ts";
import { IllegalConfigurationException } from "./illegal-configuration-exception.ts";
import { toHumanReadableString } from "./memory-size.ts";
import type { MemorySize } from "./memory-size.ts";
import {
  deriveWithFraction,
  deriveWithInverseFraction,
  describeRange,
  getRangeFraction,
  isInRange,
} from "./range-fraction.ts";
import type { RangeFraction } from "./range-fraction.ts";

/** The options that lead to the memory of one kind of process (Flink's `ProcessMemoryOptions`). */
export interface ProcessMemoryOptions {
  /** If all of these are set, everything else is derived from them. */
  readonly requiredFineGrained: readonly ConfigOption<MemorySize>[];
  readonly totalFlinkMemory: ConfigOption<MemorySize>;
  readonly totalProcessMemory: ConfigOption<MemorySize>;
  readonly jvmMetaspace: ConfigOption<MemorySize>;
  readonly jvmOverheadMin: ConfigOption<MemorySize>;
  readonly jvmOverheadMax: ConfigOption<MemorySize>;
  readonly jvmOverheadFraction: ConfigOption<number>;
}

/** What Flink itself uses of a process's memory: all but the JVM's metaspace and overhead. */
export interface FlinkMemory {
  readonly totalFlinkMemory: MemorySize;
  readonly jvmHeap: MemorySize;
  readonly jvmDirectMemory: MemorySize;
}

/** How one kind of process divides its Flink memory (Flink's `FlinkMemoryUtils`). */
export interface FlinkMemoryDerivation<Memory extends FlinkMemory> {
  readonly deriveFromRequiredFineGrainedOptions: (configuration: Configuration) => Memory;
  readonly deriveFromTotalFlinkMemory: (configuration: Configuration, totalFlinkMemory: MemorySize) => Memory;
}

/** The memory of a process in all its parts (Flink's `CommonProcessMemorySpec`). */
export interface ProcessMemorySpec<Memory extends FlinkMemory> {
  readonly flinkMemory: Memory;
  readonly jvmMetaspace: MemorySize;
  readonly jvmOverhead: MemorySize;
  readonly totalProcessMemory: MemorySize;
}

/**
 * Derives all parts of a process's memory from what is configured: the fine-grained options if all are set, else
 * the total Flink memory, else the total process memory (`ProcessMemoryUtils:memoryProcessSpecFromConfig`).
 * Throws an `IllegalConfigurationException` if none of them is set or the parts do not add up.
 */
export function memoryProcessSpecFromConfig<Memory extends FlinkMemory>(
  configuration: Configuration,
  options: ProcessMemoryOptions,
  derivation: FlinkMemoryDerivation<Memory>,
): ProcessMemorySpec<Memory> {
  if (options.requiredFineGrained.every((option) => isConfigured(configuration, option))) {
    const memory = derivation.deriveFromRequiredFineGrainedOptions(configuration);
    return withJvmParts(configuration, options, memory);
  }
  if (isConfigured(configuration, options.totalFlinkMemory)) {
    const total = getMemorySize(configuration, options.totalFlinkMemory);
    return withJvmParts(configuration, options, derivation.deriveFromTotalFlinkMemory(configuration, total));
  }
  if (isConfigured(configuration, options.totalProcessMemory)) {
    return fromTotalProcessMemory(configuration, options, derivation);
  }
  throw new IllegalConfigurationException(
    `Either required fine-grained memory (${options.requiredFineGrained.map(({ key }) => key).join(" and ")}), ` +
      `or Total Flink Memory size (${describeOption(options.totalFlinkMemory)}), or Total Process Memory size ` +
      `(${describeOption(options.totalProcessMemory)}) need to be configured explicitly.`,
  );
}

function fromTotalProcessMemory<Memory extends FlinkMemory>(
  configuration: Configuration,
  options: ProcessMemoryOptions,
  derivation: FlinkMemoryDerivation<Memory>,
): ProcessMemorySpec<Memory> {
  const totalProcessMemory = getMemorySize(configuration, options.totalProcessMemory);
  const jvmMetaspace = getMemorySize(configuration, options.jvmMetaspace);
  const jvmOverhead = deriveWithFraction(totalProcessMemory, jvmOverheadRange(configuration, options));
  const rest = totalProcessMemory - jvmMetaspace - jvmOverhead;
  if (rest < 0n) {
    throw new IllegalConfigurationException(
      `Sum of configured JVM Metaspace (${toHumanReadableString(jvmMetaspace)}) and ` +
        `JVM Overhead (${toHumanReadableString(jvmOverhead)}) exceed configured ` +
        `Total Process Memory (${toHumanReadableString(totalProcessMemory)}).`,
    );
  }
  const flinkMemory = derivation.deriveFromTotalFlinkMemory(configuration, rest);
  return { flinkMemory, jvmMetaspace, jvmOverhead, totalProcessMemory };
}

function withJvmParts<Memory extends FlinkMemory>(
  configuration: Configuration,
  options: ProcessMemoryOptions,
  flinkMemory: Memory,
): ProcessMemorySpec<Memory> {
  const jvmMetaspace = getMemorySize(configuration, options.jvmMetaspace);
  const jvmOverhead = isConfigured(configuration, options.totalProcessMemory)
    ? overheadThatIsLeft(configuration, options, {
        totalFlinkMemory: flinkMemory.totalFlinkMemory,
        jvmMetaspace,
      })
    : deriveWithInverseFraction(
        flinkMemory.totalFlinkMemory + jvmMetaspace,
        jvmOverheadRange(configuration, options),
      );
  const totalProcessMemory = flinkMemory.totalFlinkMemory + jvmMetaspace + jvmOverhead;
  return { flinkMemory, jvmMetaspace, jvmOverhead, totalProcessMemory };
}

function overheadThatIsLeft(
  configuration: Configuration,
  options: ProcessMemoryOptions,
  others: { readonly totalFlinkMemory: MemorySize; readonly jvmMetaspace: MemorySize },
): MemorySize {
  const total = getMemorySize(configuration, options.totalProcessMemory);
  const overhead = total - others.totalFlinkMemory - others.jvmMetaspace;
  if (overhead < 0n) {
    throw new IllegalConfigurationException(
      `The configured Total Process Memory size (${toHumanReadableString(total)}) is less than the sum of the ` +
        `derived Total Flink Memory size (${toHumanReadableString(others.totalFlinkMemory)}) and the configured or ` +
        `default JVM Metaspace size  (${toHumanReadableString(others.jvmMetaspace)}).`,
    );
  }
  const range = jvmOverheadRange(configuration, options);
  if (isInRange(overhead, range)) return overhead;
  throw new IllegalConfigurationException(
    `Derived JVM Overhead size (${toHumanReadableString(overhead)}) is not in configured JVM Overhead range ` +
      `${describeRange(range)}.`,
  );
}

function jvmOverheadRange(configuration: Configuration, options: ProcessMemoryOptions): RangeFraction {
  const min = getMemorySize(configuration, options.jvmOverheadMin);
  const max = getMemorySize(configuration, options.jvmOverheadMax);
  return getRangeFraction(configuration, { min, max }, options.jvmOverheadFraction);
}

/** Which arguments of the JVM bound the process's memory. */
export type DirectMemoryLimit = "limited" | "unlimited";

/** Returns the JVM's memory arguments (`ProcessMemoryUtils:generateJvmParametersStr`). */
export function generateJvmParameters(
  { flinkMemory, jvmMetaspace }: ProcessMemorySpec<FlinkMemory>,
  directMemory: DirectMemoryLimit,
): string {
  const heap = `-Xmx${flinkMemory.jvmHeap} -Xms${flinkMemory.jvmHeap}`;
  const direct = directMemory === "limited" ? ` -XX:MaxDirectMemorySize=${flinkMemory.jvmDirectMemory}` : "";
  return `${heap}${direct} -XX:MaxMetaspaceSize=${jvmMetaspace}`;
}
