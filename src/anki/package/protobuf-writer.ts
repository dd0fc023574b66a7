/** One field of a protobuf message, encoded. */
export type ProtobufField = Uint8Array;

/** The wire types of protobuf (Protocol Buffers Documentation, "Encoding"). */
const VARINT = 0;
const LENGTH = 2;
const FIXED32 = 5;

/** Returns a whole number as a field; 0 is left out, as protobuf leaves defaults out. */
export function integerField(number: number, value: number): ProtobufField {
  return value === 0 ? NOTHING : concat([tag(number, VARINT), varint(BigInt(value))]);
}

/** Returns a whole number as a field that is there even if it is 0: that of an optional field, or of a list. */
export function presentInteger(number: number, value: number): ProtobufField {
  return concat([tag(number, VARINT), varint(BigInt(value))]);
}

/** Returns a yes as a field; a no is left out. */
export function yesField(number: number): ProtobufField {
  return presentInteger(number, 1);
}

/** Returns a 32-bit fraction as a field; 0 is left out. */
export function fractionField(number: number, value: number): ProtobufField {
  return value === 0 ? NOTHING : concat([tag(number, FIXED32), fractions([value])]);
}

/** Returns a list of 32-bit fractions as a field; an empty one is left out. */
export function fractionsField(number: number, values: readonly number[]): ProtobufField {
  return bytesField(number, fractions(values));
}

/** Returns a text as a field; an empty one is left out. */
export function textField(number: number, text: string): ProtobufField {
  return bytesField(number, Buffer.from(text));
}

/** Returns bytes as a field; none are left out. */
export function bytesField(number: number, bytes: Uint8Array): ProtobufField {
  return bytes.length === 0 ? NOTHING : messageField(number, [bytes]);
}

/** Returns a message as a field; it is there even if it is empty. */
export function messageField(number: number, fields: readonly ProtobufField[]): ProtobufField {
  const bytes = message(fields);
  return concat([tag(number, LENGTH), varint(BigInt(bytes.length)), bytes]);
}

/** Returns a message of fields. */
export function message(fields: readonly ProtobufField[]): Uint8Array {
  return concat(fields);
}

const NOTHING: ProtobufField = new Uint8Array(0);

function tag(number: number, wireType: number): Uint8Array {
  return varint(BigInt(number * 8 + wireType));
}

/** Seven bits a byte, the lowest first; a negative number is written as 64 bits. */
function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Uint8Array.from([...bytes, Number(rest)]);
}

function fractions(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
