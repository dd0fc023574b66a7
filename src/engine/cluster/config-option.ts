import { IllegalArgumentException, NullPointerException } from "../java/exceptions.ts";
import { IllegalConfigurationException } from "./illegal-configuration-exception.ts";
import { parseMemorySize } from "./memory-size.ts";
import type { MemorySize } from "./memory-size.ts";

/** The options of a process by their key, as they stand in Flink's `config.yaml`. */
export type Configuration = Readonly<Record<string, string | number | boolean>>;

/** One option of Flink: its key, older keys that still count, and what it is without being set. */
export interface ConfigOption<Value> {
  readonly key: string;
  readonly deprecatedKeys: readonly string[];
  /** `null` if the option has no default. */
  readonly defaultValue: Value | null;
  /** Reads a configured value. Throws an `IllegalArgumentException` that says what is wrong with the text. */
  readonly parse: (text: string) => Value;
}

/** Returns an option that takes a memory size. */
export function memoryOption(
  key: string,
  defaultValue: MemorySize | null,
  ...deprecatedKeys: readonly string[]
): ConfigOption<MemorySize> {
  return { key, deprecatedKeys, defaultValue, parse: parseMemorySize };
}

/** Returns an option that takes a fraction. */
export function fractionOption(
  key: string,
  defaultValue: number,
  ...deprecatedKeys: readonly string[]
): ConfigOption<number> {
  return { key, deprecatedKeys, defaultValue, parse: parseNumber };
}

/** Returns an option that takes a number; without a default, `null` stands for "not set". */
export function numberOption(key: string, defaultValue: number | null): ConfigOption<number> {
  return { key, deprecatedKeys: [], defaultValue, parse: parseNumber };
}

/** Returns an option that takes `true` or `false`, in any case of letters. */
export function booleanOption(key: string, defaultValue: boolean): ConfigOption<boolean> {
  return { key, deprecatedKeys: [], defaultValue, parse: parseBoolean };
}

function parseNumber(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw new IllegalArgumentException(`For input string: "${text}"`);
  return value;
}

function parseBoolean(text: string): boolean {
  const value = text.toLowerCase();
  if (value === "true") return true;
  if (value === "false") return false;
  throw new IllegalArgumentException(
    `Unrecognized option for boolean: ${text}. Expected either true or false(case insensitive)`,
  );
}

/** Tells whether the option is set, under its key or an older one (`Configuration:contains`). */
export function isConfigured(configuration: Configuration, option: ConfigOption<unknown>): boolean {
  return configuredValue(configuration, option) !== undefined;
}

function configuredValue(configuration: Configuration, option: ConfigOption<unknown>) {
  const key = [option.key, ...option.deprecatedKeys].find((name) => configuration[name] !== undefined);
  return key === undefined ? undefined : configuration[key];
}

/**
 * Returns the option's value, or its default; `null` if it has none of both.
 * Throws an `IllegalArgumentException` if the configured text cannot be read (`Configuration:get`).
 */
export function getOption<Value>(configuration: Configuration, option: ConfigOption<Value>): Value | null {
  const configured = configuredValue(configuration, option);
  if (configured === undefined) return option.defaultValue;
  try {
    return option.parse(String(configured));
  } catch (cause) {
    throw new IllegalArgumentException(`Could not parse value '${configured}' for key '${option.key}'.`, {
      cause,
    });
  }
}

/**
 * Returns the size that the option sets or has by default. Throws an `IllegalConfigurationException` if there is
 * none, or none that can be read (`ProcessMemoryUtils:getMemorySizeFromConfig`).
 */
export function getMemorySize(configuration: Configuration, option: ConfigOption<MemorySize>): MemorySize {
  try {
    const size = getOption(configuration, option);
    if (size === null)
      throw new NullPointerException("The memory option is not set and has no default value.");
    return size;
  } catch (cause) {
    const message = `Cannot read memory size from config option '${option.key}'.`;
    throw new IllegalConfigurationException(message, { cause });
  }
}

/** Writes an option as Flink's messages do: key, default and older keys (`ConfigOption:toString`). */
export function describeOption(option: ConfigOption<unknown>): string {
  const fallbackKeys = option.deprecatedKeys.map((key) => `{key=${key}, isDeprecated=true}`).join(", ");
  return `Key: '${option.key}' , default: ${String(option.defaultValue)} (fallback keys: [${fallbackKeys}])`;
}
