import { readFileSync } from "node:fs";

import type { SyncAdapter } from "lowdb";

import { hashOfText } from "../base/random.ts";
import { replaceFile } from "./replace-file.ts";
import { unlessMissing } from "./system-error.ts";

/**
 * A lowdb adapter for one JSON file that knows whether it still holds what was written: compact, replaced at once,
 * with a hash of its own text. Reading throws if the file holds anything else; a file that isn't there reads as `null`.
 */
export function checkedFile<T>(path: string): SyncAdapter<T> {
  return {
    read: () => {
      const text = unlessMissing(() => readFileSync(path, "utf8"));
      return text === null ? null : JSON.parse(checkedJson(text));
    },
    write: (data) => {
      const json = JSON.stringify(data);
      replaceFile(path, `${opening(json)}${json}}`);
    },
  };
}

function checkedJson(text: string): string {
  const json = text.slice(opening("").length, -1);
  if (text !== `${opening(json)}${json}}`) throw new Error("the text and its hash don't fit");
  return json;
}

// Nobody means to deceive us: a short hash tells whatever happens to a file by mistake.
function checksumOf(json: string): string {
  return hashOfText(json).toString(16).padStart(8, "0");
}

function opening(json: string): string {
  return `{"hash":"${checksumOf(json)}","data":`;
}
