/** What the machine gives a program of a stranger. */
export interface MachineLimits {
  /** Time for all checks together, ms. */
  readonly wall: number;
  /** Time of the processor for the whole life of a process, seconds; only where there is a shell. */
  readonly processor: number;
  /** Memory of the whole process, bytes. */
  readonly memory: number;
  /** What the process may write to its parent, bytes. */
  readonly output: number;
}

/** Time for a child to begin with what it was told, ms: it has to start, and the machine may be busy. */
export const START_LIMIT = 15_000;

/** Interleavings that the checks try while a learner waits. */
export const LEARNER_SEEDS = 5;

/** The limits for a learner who waits for an answer. */
export const LEARNER_LIMITS: MachineLimits = {
  wall: 2000,
  processor: 120,
  memory: 400 * 1024 * 1024,
  output: 16 * 1024 * 1024,
};

/** Nobody waits for a gate as a learner does. */
export const GATE_LIMITS: MachineLimits = {
  wall: 120_000,
  processor: 3600,
  memory: 1024 * 1024 * 1024,
  output: 256 * 1024 * 1024,
};
