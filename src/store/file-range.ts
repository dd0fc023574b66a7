import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Returns the bytes of a file from `start` to before `end`; fewer if it is shorter. Throws what the system throws. */
export function readRange(file: string, start: number, end = Infinity): Buffer {
  const descriptor = openSync(file, "r");
  try {
    const length = Math.max(0, Math.min(end, fstatSync(descriptor).size) - start);
    const bytes = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(descriptor, bytes, filled, length - filled, start + filled);
      if (read === 0) break;
      filled += read;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(descriptor);
  }
}
