import { Failure } from "../base/failure.ts";
import { replaceFile } from "./replace-file.ts";
import { reasonOf } from "./system-error.ts";

/**
 * Writes a file that the person named: it holds all of `content`, or what it held before. Throws the Failure
 * `file-write`.
 */
export function writeExport(file: string, content: string | Uint8Array): void {
  try {
    replaceFile(file, content);
  } catch (error) {
    throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
  }
}
