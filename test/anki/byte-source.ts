import type { ByteSource } from "../../src/anki/package/zip-reader.ts";

/** Returns bytes that are there already as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (start, length) => bytes.subarray(start, start + length) };
}
