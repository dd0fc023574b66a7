import { PackageRefusal } from "./package-refusal.ts";

/** The value of a protobuf field as it stands on the wire: a whole number, or bytes (of a text, a list, a message, a fraction). */
export type WireValue = number | Uint8Array;

/** A protobuf message taken apart: for each field number its values, in order. */
export type WireMessage = ReadonlyMap<number, readonly WireValue[]>;

/** Takes a protobuf message apart. Throws a PackageRefusal if it is none. */
export function readMessage(bytes: Uint8Array): WireMessage {
  const fields = new Map<number, WireValue[]>();
  let at = 0;
  while (at < bytes.length) {
    const key = readVarint(bytes, at);
    const field = readField(bytes, key.end, key.value % 8);
    const number = Math.floor(key.value / 8);
    const values = fields.get(number) ?? [];
    fields.set(number, values);
    values.push(field.value);
    at = field.end;
  }
  return fields;
}

/** Returns the number in a field; 0 if it isn't there, as protobuf has it. */
export function numberIn(message: WireMessage, field: number): number {
  const value = message.get(field)?.at(-1);
  return typeof value === "number" ? value : 0;
}

/** Returns the bytes in a field; none if it isn't there. */
export function bytesIn(message: WireMessage, field: number): Uint8Array {
  const value = message.get(field)?.at(-1);
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Returns the text in a field; `""` if it isn't there. */
export function textIn(message: WireMessage, field: number): string {
  return UTF8.decode(bytesIn(message, field));
}

/** Returns the list of 32-bit fractions in a field. */
export function fractionsIn(message: WireMessage, field: number): readonly number[] {
  const bytes = bytesIn(message, field);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getFloat32(index * 4, true));
}

interface Read<Value> {
  readonly value: Value;
  readonly end: number;
}

function readField(bytes: Uint8Array, at: number, wireType: number): Read<WireValue> {
  switch (wireType) {
    case 0:
      return readVarint(bytes, at);
    case 1:
      return readBytes(bytes, at, 8);
    case 2: {
      const length = readVarint(bytes, at);
      return readBytes(bytes, length.end, length.value);
    }
    case 5:
      return readBytes(bytes, at, 4);
    default:
      throw new PackageRefusal("damaged");
  }
}

function readVarint(bytes: Uint8Array, at: number): Read<number> {
  let value = 0;
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) break;
    value += (byte & 127) * 2 ** (7 * index);
    if (byte < 128) return { value, end: at + index + 1 };
  }
  throw new PackageRefusal("damaged");
}

function readBytes(bytes: Uint8Array, at: number, length: number): Read<Uint8Array> {
  if (at + length > bytes.length) throw new PackageRefusal("damaged");
  return { value: bytes.subarray(at, at + length), end: at + length };
}
