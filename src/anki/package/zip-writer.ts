import { crc32, deflateRawSync } from "node:zlib";

/** A file that goes into a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly packing: "stored" | "deflated";
}

// Field sizes and signatures: PKWARE, APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16.
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Version 2.0: the first that knows deflate. */
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day that the format knows: a time would make every archive another. */
const FIRST_DATE = 0x0021;

/** Returns a ZIP archive of files. The same files give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = pack(entry);
    const local = [localHeader(packed), packed.name, packed.bytes];
    parts.push(...local);
    directory.push(centralHeader(packed, offset), packed.name);
    offset += sizeOf(local);
  }
  return Buffer.concat([...parts, ...directory, endOfDirectory(entries.length, sizeOf(directory), offset)]);
}

/** Measured on collections: level 6 takes three times as long as this one and makes them a seventh smaller. */
const DEFLATE_LEVEL = 4;

/** A file as it stands in the archive. */
interface Packed {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
}

function pack({ name, bytes, packing }: ZipEntry): Packed {
  return {
    name: Buffer.from(name),
    bytes: packing === "stored" ? bytes : deflateRawSync(bytes, { level: DEFLATE_LEVEL }),
    method: packing === "stored" ? 0 : 8,
    crc: crc32(bytes),
    size: bytes.length,
  };
}

function localHeader(packed: Packed): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  writeShared(header, 4, packed);
  return header;
}

function centralHeader(packed: Packed, offset: number): Uint8Array {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  writeShared(header, 6, packed);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** Writes what the two headers of a file have in common, from the needed version to the length of the name. */
function writeShared(header: Buffer, at: number, { name, bytes, method, crc, size }: Packed): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt16LE(FIRST_DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(bytes.length, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function endOfDirectory(entries: number, size: number, offset: number): Uint8Array {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
