import { JavaHashMap } from "../java/java-hash-map.ts";
import type { SqlType } from "./column.ts";
import { rowOfKey, type Field, type Row } from "./row.ts";
import { utf8Bytes } from "./utf8.ts";

const WORD = 8;
/** A longer text stands behind the fixed part of a row. */
const MAX_INLINE_LENGTH = 7;
const TWO_TO_32 = 4294967296;

/**
 * Makes a map by rows as `keyOf` names them that iterates as Flink's do: a `java.util.HashMap` by the hash codes of
 * binary rows. No rule of SQL explains its order.
 */
export function binaryRowMap<V>(types: readonly SqlType[]): JavaHashMap<string, V> {
  return new JavaHashMap((key) => hashBytes(binaryRow(rowOfKey(key), types)));
}

/**
 * Returns a row of kind `+I` as Flink lays it out in memory (`BinaryRowData`): the bits of the NULLs behind the kind, a
 * word of 8 bytes for each field, then the longer texts; little-endian.
 */
export function binaryRow(row: Row, types: readonly SqlType[]): DataView {
  const texts = row.map((field) => (typeof field === "string" ? utf8Bytes(field) : []));
  const nullBits = Math.floor((row.length + 71) / 64) * WORD;
  const fixed = nullBits + row.length * WORD;
  const size = texts.reduce((sum, bytes) => sum + lengthBehind(bytes), fixed);
  const view = new DataView(new ArrayBuffer(size));
  let cursor = fixed;
  for (const [index, field] of row.entries()) {
    const offset = nullBits + index * WORD;
    const bytes = texts[index] ?? [];
    if (field === null) setBit(view, index + WORD);
    else if (typeof field === "string") writeText(view, offset, bytes, cursor);
    else writeNumber(view, offset, field, types[index] ?? "BIGINT");
    cursor += lengthBehind(bytes);
  }
  return view;
}

/** Returns the hash code of a binary row: murmur over its words with seed 42 (Flink's `MurmurHashUtils`). */
export function hashBytes(view: DataView): number {
  let hash = 42;
  for (let offset = 0; offset < view.byteLength; offset += 4) {
    const mixed = Math.imul(rotateLeft(Math.imul(view.getInt32(offset, true), 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotateLeft(hash ^ mixed, 13), 5) + 0xe6546b64) | 0;
  }
  hash ^= view.byteLength;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function writeText(view: DataView, offset: number, bytes: readonly number[], cursor: number): void {
  const isInline = bytes.length <= MAX_INLINE_LENGTH;
  for (const [index, byte] of bytes.entries()) view.setUint8((isInline ? offset : cursor) + index, byte);
  if (isInline) {
    view.setUint8(offset + MAX_INLINE_LENGTH, 0x80 | bytes.length);
    return;
  }
  view.setInt32(offset, bytes.length, true);
  view.setInt32(offset + 4, cursor, true);
}

function writeNumber(
  view: DataView,
  offset: number,
  field: Exclude<Field, string | null>,
  type: SqlType,
): void {
  if (typeof field === "boolean") view.setUint8(offset, Number(field));
  else if (type === "DOUBLE") view.setFloat64(offset, field, true);
  else {
    view.setInt32(offset, field | 0, true);
    if (type !== "INT") view.setInt32(offset + 4, Math.floor(field / TWO_TO_32), true);
  }
}

/** Returns how many bytes a text takes behind the fixed part of its row. */
function lengthBehind(bytes: readonly number[]): number {
  return bytes.length <= MAX_INLINE_LENGTH ? 0 : Math.ceil(bytes.length / WORD) * WORD;
}

function setBit(view: DataView, bit: number): void {
  view.setUint8(bit >> 3, view.getUint8(bit >> 3) | (1 << (bit & 7)));
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
