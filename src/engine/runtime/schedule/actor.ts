/** What came of a step: there may be more to do at once, or something has to happen first. */
export type StepResult = "again" | "wait";

/** Who takes steps: a subtask, or the JobManager. */
export interface Actor {
  /** Its number, from 0 on; the JobManager is the last. */
  readonly index: number;
  readonly name: string;
  /** Does one unit of work, such as one element, one timer or one message. */
  readonly step: () => StepResult;
}
