import { severityOf, type Problem, type Severity } from "../base/problem.ts";

/** How many problems of each severity notes have. */
export type Severities = Readonly<Record<Severity, number>>;

/** Counts problems by how much they matter. */
export function severitiesOf(problems: readonly Problem[]): Severities {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const problem of problems) counts[severityOf(problem)] += 1;
  return counts;
}

/** Adds two counts up. */
export function sumOfSeverities(one: Severities, other: Severities): Severities {
  return {
    error: one.error + other.error,
    warning: one.warning + other.warning,
    info: one.info + other.info,
  };
}
