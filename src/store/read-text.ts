import { readFileSync } from "node:fs";

import { Failure } from "../base/failure.ts";
import { reasonOf } from "./system-error.ts";

/** Reads a file that the person has named. Throws the Failure `file-read`. */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure({ code: "file-read", data: { file, reason: reasonOf(error) } }, error);
  }
}
