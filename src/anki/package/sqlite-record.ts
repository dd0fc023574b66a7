import { PackageRefusal } from "./package-refusal.ts";

/** A value in a SQLite database. Whole numbers beyond 2^53 lose their last digits. */
export type SqlValue = number | string | Uint8Array | null;

/** A number of variable length, and where it ends. */
interface Varint {
  readonly value: number;
  readonly end: number;
}

/** Reads a number of variable length (SQLite, "Database File Format", 1.6). Throws a PackageRefusal at the end of `bytes`. */
export function readVarint(bytes: Uint8Array, at: number): Varint {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new PackageRefusal("damaged");
    if (index === 8) return { value: value * 256 + byte, end: at + 9 };
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + index + 1 };
  }
  throw new PackageRefusal("damaged");
}

/** Returns the values of a record (2.1). Throws a PackageRefusal if it contradicts itself. */
export function readRecord(payload: Uint8Array): readonly SqlValue[] {
  const header = readVarint(payload, 0);
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const values: SqlValue[] = [];
  let at = header.value;
  for (let next = header.end; next < header.value;) {
    const { value: type, end } = readVarint(payload, next);
    const size = sizeOf(type);
    if (at + size > payload.length) throw new PackageRefusal("damaged");
    values.push(valueAt(view, at, type));
    at += size;
    next = end;
  }
  return values;
}

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });
const INTEGER_SIZES = [0, 1, 2, 3, 4, 6, 8];

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return type === 7 ? 8 : (INTEGER_SIZES[type] ?? 0);
}

function valueAt(view: DataView, at: number, type: number): SqlValue {
  if (type >= 12) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, sizeOf(type));
    return type % 2 === 0 ? bytes : UTF8.decode(bytes);
  }
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  return integerAt(view, at, sizeOf(type));
}

function integerAt(view: DataView, at: number, size: number): number {
  if (size === 8) return Number(view.getBigInt64(at));
  let value = view.getInt8(at);
  for (let index = 1; index < size; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}
