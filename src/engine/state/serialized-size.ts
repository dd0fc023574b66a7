import { JavaHashMap } from "../java/java-hash-map.ts";

/** Bytes of a long, a double or a timestamp. */
export const LONG_BYTES = 8;

/** Bytes in front of a list or a map: how many there are in it. */
const COUNT_BYTES = 4;

/** From these codes on a character of `StringValue` takes a second and a third byte. */
const TWO_BYTES_FROM = 0x80;
const THREE_BYTES_FROM = 0x4000;

/**
 * Returns how many bytes a value takes as Flink's serializers write it: 8 for a number, a byte or more for each
 * character of a text, 4 for the length of a list or map before its parts, and for an object (a POJO) a byte and another
 * one with each field. Names of fields are not written.
 */
export function serializedSize(value: unknown): number {
  switch (typeof value) {
    case "string":
      return sizeOfText(value);
    case "number":
    case "bigint":
      return LONG_BYTES;
    case "object":
      return value === null ? 1 : sizeOfParts(value);
    default:
      return 1;
  }
}

function sizeOfText(text: string): number {
  let bytes = text.length + 1 < TWO_BYTES_FROM ? 1 : 2;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < TWO_BYTES_FROM) bytes += 1;
    else bytes += code < THREE_BYTES_FROM ? 2 : 3;
  }
  return bytes;
}

function sizeOfParts(value: object): number {
  if (ArrayBuffer.isView(value)) return COUNT_BYTES + value.byteLength;
  if (Array.isArray(value) || value instanceof Set) return COUNT_BYTES + sumOf(value, 0);
  if (value instanceof Map || value instanceof JavaHashMap) return COUNT_BYTES + sizeOfEntries(value);
  return 1 + sumOf(Object.values(value), 1);
}

/** A map's values may be null, which takes a byte each. */
function sizeOfEntries(map: { readonly entries: () => Iterable<readonly [unknown, unknown]> }): number {
  let bytes = 0;
  for (const [key, item] of map.entries()) bytes += serializedSize(key) + 1 + serializedSize(item);
  return bytes;
}

function sumOf(parts: Iterable<unknown>, bytesEach: number): number {
  let bytes = 0;
  for (const part of parts) bytes += bytesEach + serializedSize(part);
  return bytes;
}
