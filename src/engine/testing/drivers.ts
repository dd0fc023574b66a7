import { runFn } from "./run-fn.ts";
import { runJob } from "./run-job.ts";
import { runOperator } from "./run-operator.ts";
import { runSql } from "./run-sql.ts";
import { runTask } from "./run-task.ts";
import type { Driver, ScenarioKind } from "./scenario.ts";

/** What plays the scenarios of each kind. A kind that isn't here isn't built. */
export const drivers: { readonly [Kind in ScenarioKind]?: Driver } = {
  operator: runOperator,
  task: runTask,
  fn: runFn,
  sql: runSql,
  job: runJob,
};
