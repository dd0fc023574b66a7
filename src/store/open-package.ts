import { closeSync, fstatSync, openSync, readSync } from "node:fs";

import type { PackageReading } from "../anki/import/read-package.ts";
import { readPackage } from "../anki/import/read-package.ts";
import type { ByteSource } from "../anki/package/zip-reader.ts";
import { Failure } from "../base/failure.ts";
import { reasonOf } from "./system-error.ts";

type Contents = Extract<PackageReading, { readonly kind: "read" }>["contents"];

/**
 * Reads a package of Anki's; of gigabytes of pictures in it nothing is read. Throws the Failure `package-refused` if it
 * is none or is damaged, and `file-read` if there is no such file.
 */
export function openPackage(file: string): Contents {
  const reading = withFile(file, readPackage);
  if (reading.kind === "read") return reading.contents;
  throw new Failure({ code: "package-refused", data: { file, fault: reading.fault } });
}

function withFile<T>(file: string, use: (source: ByteSource) => T): T {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, "r");
    return use(sourceOf(descriptor));
  } catch (error) {
    throw new Failure({ code: "file-read", data: { file, reason: reasonOf(error) } }, error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function sourceOf(descriptor: number): ByteSource {
  return {
    size: fstatSync(descriptor).size,
    read: (start, length) => {
      const bytes = Buffer.alloc(length);
      const read = readSync(descriptor, bytes, 0, length, start);
      // Somebody shortens the file while it is read.
      if (read < length) throw new RangeError("the file ends too early");
      return bytes;
    },
  };
}
