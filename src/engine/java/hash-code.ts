import { LONG_MAX, LONG_MIN } from "./long.ts";

/** The Java type of a key. It matters: `Long(-1)` hashes to 0, `Integer(-1)` to -1. */
export type KeyType = "string" | "int" | "long" | "double" | "boolean";

/** What may be a key of keyed state, a map state or a `HashMap`: Java's boxed types and String. */
export type Key = string | number | boolean;

const TWO_TO_32 = 4294967296;

/** Returns `String.hashCode()`: `31 * h + unit` over the UTF-16 units, in int32. */
export function hashString(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(31, hash) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** Returns `Long.hashCode()`: the high int32 xor the low one; the infinities stand for the ends of long. */
export function hashLong(value: number): number {
  if (value === LONG_MIN || value === LONG_MAX) return -2147483648;
  return Math.floor(value / TWO_TO_32) ^ (value | 0);
}

/** Returns `Boolean.hashCode()`. */
export function hashBoolean(value: boolean): number {
  return value ? 1231 : 1237;
}

/** Returns `Double.hashCode()`: the high int32 of the IEEE 754 bits xor the low one. */
export function hashDouble(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return bits.getInt32(0) ^ bits.getInt32(4);
}

/** Returns the type that a key has in Java if nobody says otherwise: a number without a fraction is a long. */
export function keyTypeOf(key: Key): KeyType {
  if (typeof key === "string") return "string";
  if (typeof key === "boolean") return "boolean";
  return Number.isInteger(key) || !Number.isFinite(key) ? "long" : "double";
}

/** Returns `key.hashCode()` of Java, an int32, for a key of `type`. */
export function hashCode(key: Key, type: KeyType = keyTypeOf(key)): number {
  if (typeof key === "string") return hashString(key);
  if (typeof key === "boolean") return hashBoolean(key);
  switch (type) {
    case "int":
      return key | 0;
    case "double":
      return hashDouble(key);
    case "long":
    case "string":
    case "boolean":
      return hashLong(key);
  }
}
