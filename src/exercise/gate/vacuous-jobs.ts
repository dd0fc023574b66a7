import type { ExerciseFile } from "../../card/exercise.ts";

/** How a file exports its job: as a function, or as the value of a name. */
const EXPORTED = /export (?<how>(?:async )?function\*? |const |let |class )job\b/u;

/**
 * Returns jobs that do nothing of what they should: no promise may be kept by doing nothing. Whatever else the file
 * exports stays; a file that exports its job in another way becomes none that can be run, and the gate complains of it.
 */
export function vacuousJobs(job: string): readonly ExerciseFile[] {
  const rest = job.replace(EXPORTED, "$<how>formerJob").trimEnd();
  return [
    { path: "empty job", text: `${rest}\n\nexport function job() {}\n` },
    { path: "identity job", text: `${rest}\n\nexport function job(first) {\n  return first;\n}\n` },
  ];
}
