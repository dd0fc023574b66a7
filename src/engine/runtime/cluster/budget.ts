/** How much a run may use before it is taken for a runaway. */
export interface Budget {
  /** Steps of all subtasks and the JobManager together. */
  readonly steps: number;
  /** Virtual time, ms. */
  readonly time: number;
  /** Entries of state, timers and buffers that are there at a time. */
  readonly allocations: number;
}

/** No limits: the run ends when its job does. */
export const UNLIMITED: Budget = {
  steps: Number.POSITIVE_INFINITY,
  time: Number.POSITIVE_INFINITY,
  allocations: Number.POSITIVE_INFINITY,
};

/** Steps between two looks at what is allocated: looking takes time. */
export const ALLOCATION_CHECK_INTERVAL = 1000;

/** Ends a run that uses more than its budget; the message names the limit. */
export class BudgetExceededException extends Error {
  override readonly name = "BudgetExceededException";
  readonly limit: keyof Budget;

  constructor(limit: keyof Budget, budget: Budget) {
    super(messageOf(limit, budget[limit]));
    this.limit = limit;
  }
}

function messageOf(limit: keyof Budget, amount: number): string {
  switch (limit) {
    case "steps":
      return `The job has taken more than ${amount} steps, the limit of this run. Does a timer register itself again for ever?`;
    case "time":
      return `The job has run for more than ${amount} ms of virtual time, the limit of this run. Does its input ever end?`;
    case "allocations":
      return `The job holds more than ${amount} state entries, timers and buffers, the limit of this run. What clears them?`;
  }
}
