import { PackageRefusal } from "./package-refusal.ts";
import { readVarint } from "./sqlite-record.ts";

/** The pages of a SQLite database file, and what decides how they are read. */
export interface Pages {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly pageSize: number;
  /** Bytes of a page that hold content: a few at its end may be set aside. */
  readonly usable: number;
}

/** A page of a B-tree: what kind it is, its cells, and the page behind its last cell (0 = it is a leaf). */
export interface TreePage {
  readonly kind: TreeKind;
  readonly cells: readonly number[];
  readonly rightmost: number;
}

/** The kinds of B-tree pages by their first byte (SQLite, "Database File Format", 1.6). */
export type TreeKind = "index-interior" | "table-interior" | "index-leaf" | "table-leaf";

const KINDS: Readonly<Record<number, TreeKind>> = {
  2: "index-interior",
  5: "table-interior",
  10: "index-leaf",
  13: "table-leaf",
};

const MAGIC = "SQLite format 3\0";
const HEADER_SIZE = 100;
const UTF8 = 1;

/** Opens the pages of a database. Throws a PackageRefusal if it is none, or not in UTF-8. */
export function openPages(bytes: Uint8Array): Pages {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isDatabase =
    bytes.length >= HEADER_SIZE && Buffer.from(bytes.subarray(0, 16)).toString("latin1") === MAGIC;
  if (!isDatabase || view.getUint32(56) !== UTF8) throw new PackageRefusal("damaged");
  const written = view.getUint16(16);
  // 65536 doesn't fit into its field and is written as 1.
  const pageSize = written === 1 ? 65536 : written;
  if (pageSize < 512) throw new PackageRefusal("damaged");
  return { bytes, view, pageSize, usable: pageSize - view.getUint8(20) };
}

/** Returns a page of a B-tree; pages count from 1. Throws a PackageRefusal if there is none of that number. */
export function treePage({ view, pageSize, bytes }: Pages, number: number): TreePage {
  const start = (number - 1) * pageSize;
  if (number < 1 || start + pageSize > bytes.length) throw new PackageRefusal("damaged");
  // The first page begins with the header of the file.
  const header = start + (number === 1 ? HEADER_SIZE : 0);
  const kind = KINDS[view.getUint8(header)];
  const count = view.getUint16(header + 3);
  if (kind === undefined || header + 12 + count * 2 > start + pageSize) throw new PackageRefusal("damaged");
  const isLeaf = kind === "table-leaf" || kind === "index-leaf";
  const pointers = header + (isLeaf ? 8 : 12);
  return {
    kind,
    cells: Array.from({ length: count }, (_, index) => start + view.getUint16(pointers + index * 2)),
    rightmost: isLeaf ? 0 : view.getUint32(header + 8),
  };
}

/** Returns the payload of a cell: its size stands at `at`, its bytes begin at `start` and may go on in overflow pages. */
export function readPayload(pages: Pages, kind: TreeKind, at: number, start: number): Uint8Array {
  const size = readVarint(pages.bytes, at).value;
  if (size > pages.bytes.length) throw new PackageRefusal("damaged");
  const local = localSize(pages.usable, kind, size);
  if (start + local + 4 > pages.bytes.length + 4) throw new PackageRefusal("damaged");
  if (local === size) return pages.bytes.subarray(start, start + size);
  const payload = new Uint8Array(size);
  payload.set(pages.bytes.subarray(start, start + local));
  fillFromOverflow(pages, payload, local, start + local);
  return payload;
}

/** Returns how much of a payload stands on the page itself (1.6, "overflow"). */
function localSize(usable: number, kind: TreeKind, size: number): number {
  const most = kind === "table-leaf" ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const local = least + ((size - least) % (usable - 4));
  return local <= most ? local : least;
}

function fillFromOverflow(
  { bytes, view, pageSize, usable }: Pages,
  payload: Uint8Array,
  from: number,
  pointer: number,
): void {
  let at = pointer;
  for (let filled = from; filled < payload.length;) {
    if (at + 4 > bytes.length) throw new PackageRefusal("damaged");
    const start = (view.getUint32(at) - 1) * pageSize;
    const piece = Math.min(usable - 4, payload.length - filled);
    if (start < 0 || start + 4 + piece > bytes.length) throw new PackageRefusal("damaged");
    payload.set(bytes.subarray(start + 4, start + 4 + piece), filled);
    filled += piece;
    at = start;
  }
}
