import { PackageRefusal, type PackageFault } from "../package/package-refusal.ts";
import type { ByteSource } from "../package/zip-reader.ts";
import { findCollection } from "./find-collection.ts";
import type { PackageContents } from "./package-contents.ts";
import { readCollection } from "./read-collection.ts";

/** What came of reading a package. */
export type PackageReading =
  | { readonly kind: "read"; readonly contents: PackageContents }
  | { readonly kind: "refused"; readonly fault: PackageFault };

/**
 * Reads an .apkg or a .colpkg of any layout. Whoever made it, reading it does no harm: nothing in it is run, and what
 * contradicts itself or grows beyond measure is refused.
 */
export function readPackage(source: ByteSource): PackageReading {
  try {
    return { kind: "read", contents: readCollection(findCollection(source)) };
  } catch (error) {
    if (error instanceof PackageRefusal) return { kind: "refused", fault: error.fault };
    // A number that points out of the file: `DataView` says so in its own way.
    if (error instanceof RangeError) return { kind: "refused", fault: "damaged" };
    throw error;
  }
}
