import { readFileSync } from "node:fs";

import type { SyncAdapter } from "lowdb";

import { checksumOf } from "./checksum.ts";
import { replaceFile } from "./replace-file.ts";
import { unlessMissing } from "./system-error.ts";

/**
 * A lowdb adapter for one JSON file that knows whether it still holds what was written: compact, replaced at once,
 * with a hash of its own text. Reading throws if the file holds anything else; a file that isn't there reads as `null`.
 */
export function checkedFile<T>(path: string): SyncAdapter<T> {
  return {
    read: () => {
      const bytes = unlessMissing(() => readFileSync(path));
      return bytes === null ? null : JSON.parse(checkedJson(bytes));
    },
    write: (data) => {
      const json = JSON.stringify(data);
      replaceFile(path, `${opening(Buffer.from(json))}${json}${CLOSING}`);
    },
  };
}

const CLOSING = "}";

function checkedJson(bytes: Buffer): string {
  const start = opening(bytes.subarray(0, 0)).length;
  const json = bytes.subarray(start, -CLOSING.length);
  const isWhole =
    bytes.toString("latin1", 0, start) === opening(json) && bytes.at(-1) === CLOSING.charCodeAt(0);
  if (!isWhole) throw new Error("the text and its hash don't fit");
  return json.toString();
}

function opening(json: Uint8Array): string {
  return `{"hash":"${checksumOf(json).toString(16).padStart(8, "0")}","data":`;
}
