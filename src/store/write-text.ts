import { Failure } from "../base/failure.ts";
import { replaceFile } from "./replace-file.ts";
import { reasonOf } from "./system-error.ts";

/** Writes a file of the person's, whole or not at all. Throws the Failure `file-write`. */
export function writeText(file: string, text: string): void {
  try {
    replaceFile(file, text);
  } catch (error) {
    throw new Failure({ code: "file-write", data: { file, reason: reasonOf(error) } }, error);
  }
}
