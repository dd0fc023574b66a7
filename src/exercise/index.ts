/**
 * What authors of exercises import as "sluice/exercise": the types of a scene, and the checks. The second barrel of the
 * project, for it is the second package in waiting.
 */

export { type Scene, type Stage } from "./scene.ts";
export { type Json } from "./json.ts";
export { type Player, type RunRequest, type RunResult, PLAIN_RUN } from "./run.ts";
export { type Check, type Effort, type Finding, PASS, seedsOf } from "./checks/check.ts";
export { exactlyOnce } from "./checks/exactly-once.ts";
export { everyRun } from "./checks/every-run.ts";
export { golden } from "./checks/golden.ts";
export { sameOutcome } from "./checks/same-outcome.ts";
