import { zstdDecompressSync } from "node:zlib";

import { PackageRefusal } from "../package/package-refusal.ts";
import { numberIn, readMessage } from "../package/protobuf-reader.ts";
import type { Database } from "../package/sqlite-database.ts";
import { openDatabase } from "../package/sqlite-database.ts";
import type { ByteSource, ZipMember } from "../package/zip-reader.ts";
import { listZip, readMember } from "../package/zip-reader.ts";

/** The database of a package, and by whose rules its reviews were written. */
export interface FoundCollection {
  readonly database: Database;
  /** Only the oldest layout, and only if its settings say nothing else, can be of the first scheduler. */
  readonly layout: "legacy-1" | "later";
}

/** The newest layout that is read: `PackageMetadata.Version` 3. */
const NEWEST = 3;

const MEGABYTE = 1024 * 1024;
/** No collection of a person is larger unpacked; a package that claims more is not read. */
const LARGEST = 1024 * MEGABYTE;
/** Databases shrink to a tenth when they are packed. What would grow a hundredfold is a bomb, unless it is small. */
const LARGEST_GROWTH = 100;
const ALWAYS_FINE = 64 * MEGABYTE;

/** Finds the database in a package: of several, the one for the newest Anki. Throws a PackageRefusal. */
export function findCollection(source: ByteSource): FoundCollection {
  const members = listZip(source);
  checkVersion(source, members);
  const latest = memberNamed(members, "collection.anki21b");
  if (latest !== null) return { database: openDatabase(unpacked(source, latest)), layout: "later" };
  const [second, first] = [
    memberNamed(members, "collection.anki21"),
    memberNamed(members, "collection.anki2"),
  ];
  const member = second ?? first;
  if (member === null) throw new PackageRefusal("no-package");
  const database = openDatabase(readMember(source, member, limitFor(member.packedSize)));
  return { database, layout: second === null ? "legacy-1" : "later" };
}

function memberNamed(members: readonly ZipMember[], name: string): ZipMember | null {
  return members.find((member) => member.name === name) ?? null;
}

function checkVersion(source: ByteSource, members: readonly ZipMember[]): void {
  const meta = memberNamed(members, "meta");
  if (meta === null) return;
  const version = numberIn(readMessage(readMember(source, meta, MEGABYTE)), 1);
  if (version > NEWEST) throw new PackageRefusal("too-new");
}

function unpacked(source: ByteSource, member: ZipMember): Uint8Array {
  const packed = readMember(source, member, LARGEST);
  try {
    return zstdDecompressSync(packed, { maxOutputLength: limitFor(packed.length) });
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new PackageRefusal(isTooLarge ? "too-large" : "damaged", error);
  }
}

function limitFor(packedSize: number): number {
  return Math.min(LARGEST, Math.max(ALWAYS_FINE, packedSize * LARGEST_GROWTH));
}
