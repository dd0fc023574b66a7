import { accessSync, constants } from "node:fs";
import { join } from "node:path";

import { Failure } from "../base/failure.ts";
import { RUNNER_FILES, SHELL } from "./child-command.ts";

/**
 * Makes sure that what runs exercises is there: the shell that sets limits, and the files in the folder with the built
 * program. Throws the Failure `file-read`: that it is missing is no fault of any job.
 */
export function requireRunner(program: string, platform: string = process.platform): void {
  if (platform !== "win32") requireFile(SHELL, constants.X_OK);
  for (const file of RUNNER_FILES) requireFile(join(program, file), constants.R_OK);
}

function requireFile(file: string, mode: number): void {
  try {
    accessSync(file, mode);
  } catch (error) {
    throw new Failure(
      { code: "file-read", data: { file, reason: error instanceof Error ? error.message : String(error) } },
      error,
    );
  }
}
