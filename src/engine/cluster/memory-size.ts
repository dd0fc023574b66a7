import { IllegalArgumentException } from "../java/exceptions.ts";

/** A number of bytes, exact up to Java's `Long.MAX_VALUE` (Flink's `MemorySize`). */
export type MemorySize = bigint;

/** The largest size there is: Java's `Long.MAX_VALUE` bytes. */
export const MAX_MEMORY_SIZE: MemorySize = 2n ** 63n - 1n;

interface MemoryUnit {
  readonly names: readonly [symbol: string, short: string, ...long: string[]];
  readonly bytes: bigint;
}

const BYTES: MemoryUnit = { names: ["b", "bytes"], bytes: 1n };
const UNITS: readonly MemoryUnit[] = [
  BYTES,
  { names: ["k", "kb", "kibibytes"], bytes: 2n ** 10n },
  { names: ["m", "mb", "mebibytes"], bytes: 2n ** 20n },
  { names: ["g", "gb", "gibibytes"], bytes: 2n ** 30n },
  { names: ["t", "tb", "tebibytes"], bytes: 2n ** 40n },
];

/** Returns the size of so many mebibytes. */
export function mebiBytes(count: number): MemorySize {
  return BigInt(count) << 20n;
}

/**
 * Reads a size such as `1728m`, `4 gb` or `33554432`; without a unit it counts bytes.
 * Throws an `IllegalArgumentException` in Flink's words if the text is no size (`MemorySize:parseBytes`).
 */
export function parseMemorySize(text: string): MemorySize {
  const trimmed = text.trim();
  if (trimmed === "") throw new IllegalArgumentException("argument is an empty- or whitespace-only string");
  const number = /^[0-9]*/.exec(trimmed)?.[0] ?? "";
  if (number === "") throw new IllegalArgumentException("text does not start with a number");
  const value = BigInt(number);
  if (value > MAX_MEMORY_SIZE) throw overflow(number, "number");
  const size = value * findUnit(trimmed.slice(number.length).trim().toLowerCase()).bytes;
  if (size > MAX_MEMORY_SIZE) throw overflow(text, "number of bytes");
  return size;
}

function overflow(text: string, what: string): IllegalArgumentException {
  return new IllegalArgumentException(
    `The value '${text}' cannot be re represented as 64bit ${what} (numeric overflow).`,
  );
}

function findUnit(name: string): MemoryUnit {
  if (name === "") return BYTES;
  const unit = UNITS.find(({ names }) => names.includes(name));
  if (unit !== undefined) return unit;
  const known = UNITS.map(({ names }) => `(${names.join(" | ")})`).join(" / ");
  throw new IllegalArgumentException(
    `Memory size unit '${name}' does not match any of the recognized units: ${known}`,
  );
}

/**
 * Writes a size for messages, for example `192.000mb (201326592 bytes)`. The unit is the largest that the size
 * is *above*, so one gibibyte is `1024.000mb` (`MemorySize:toHumanReadableString`).
 */
export function toHumanReadableString(size: MemorySize): string {
  const unit = UNITS.findLast(({ bytes }) => size > bytes) ?? BYTES;
  if (unit === BYTES) return `${size} bytes`;
  const approximate = Number(size) / Number(unit.bytes);
  return `${approximate.toFixed(3)}${unit.names[1]} (${size} bytes)`;
}

/**
 * Multiplies a size by a factor of at least 0: exactly in decimal, then cut off to whole bytes
 * (`MemorySize:multiply` on `BigDecimal`). Binary floating point would be off by some bytes.
 */
export function multiply(size: MemorySize, factor: number): MemorySize {
  const [digits = "0", exponent = "0"] = String(factor).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const product = size * BigInt(whole + fraction);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? product / 10n ** BigInt(scale) : product * 10n ** BigInt(-scale);
}
