import { crc32, inflateRawSync } from "node:zlib";

import { PackageRefusal } from "./package-refusal.ts";

/** Bytes that can be read in pieces, so that a package with gigabytes of pictures is never held whole. */
export interface ByteSource {
  readonly size: number;
  /** Returns `length` bytes from `start` on; both lie within the source. */
  readonly read: (start: number, length: number) => Uint8Array;
}

/** A file in a ZIP archive, as the directory at its end has it. */
export interface ZipMember {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const END_SIZE = 22;
/** The end of the directory may be followed by a comment of this many bytes. */
const LONGEST_COMMENT = 0xffff;
/** Stands where a number is too large for its field and stands elsewhere (ZIP64). */
const ELSEWHERE = 0xffffffff;
const ENCRYPTED = 1;

/** Returns the files of a ZIP archive. Throws a PackageRefusal if it is none. */
export function listZip(source: ByteSource): readonly ZipMember[] {
  const length = Math.min(source.size, END_SIZE + LONGEST_COMMENT);
  const tail = bufferOf(source.read(source.size - length, length));
  const end = lastEnd(tail);
  if (end === -1) throw new PackageRefusal("no-package");
  const [count, size, offset] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (size === ELSEWHERE || offset === ELSEWHERE) throw new PackageRefusal("too-large");
  return readDirectory(readFrom(source, offset, size), count);
}

/** Returns the bytes of a file. Throws a PackageRefusal if they are damaged, or more than `limit`. */
export function readMember(source: ByteSource, member: ZipMember, limit: number): Uint8Array {
  if (member.size > limit) throw new PackageRefusal("too-large");
  const local = bufferOf(readFrom(source, member.offset, LOCAL_SIZE));
  const start = member.offset + LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28);
  const bytes = unpack(readFrom(source, start, member.packedSize), member);
  if (bytes.length !== member.size || crc32(bytes) !== member.crc) throw new PackageRefusal("damaged");
  return bytes;
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

function readDirectory(bytes: Uint8Array, count: number): readonly ZipMember[] {
  const directory = bufferOf(bytes);
  const members: ZipMember[] = [];
  let at = 0;
  while (members.length < count) {
    if (at + CENTRAL_SIZE > directory.length || directory.readUInt32LE(at) !== CENTRAL_HEADER) {
      throw new PackageRefusal("damaged");
    }
    const nameLength = directory.readUInt16LE(at + 28);
    members.push(memberAt(directory, at, nameLength));
    at += CENTRAL_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return members;
}

function memberAt(directory: Buffer, at: number, nameLength: number): ZipMember {
  if ((directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new PackageRefusal("no-package");
  return {
    name: directory.toString("utf8", at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    packedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
}

function unpack(packed: Uint8Array, { method, size }: ZipMember): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new PackageRefusal("damaged");
  try {
    // The directory tells the size: whatever is beyond it is a lie, and is not unpacked.
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new PackageRefusal("damaged", error);
  }
}

function readFrom(source: ByteSource, start: number, length: number): Uint8Array {
  if (start + length > source.size) throw new PackageRefusal("damaged");
  return source.read(start, length);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
