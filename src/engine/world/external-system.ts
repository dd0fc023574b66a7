/** Marks what stands outside of the cluster. */
export const EXTERNAL_SYSTEM: unique symbol = Symbol("external system");

/**
 * Something outside of the cluster: a broker, a database, a service. No crash of the job touches it, and each instance
 * of a function talks to the same one, so functions are handed to their subtasks with a reference to it, where all
 * else that they hold is copied.
 */
export interface ExternalSystem {
  /** What it is called in traces. */
  readonly [EXTERNAL_SYSTEM]: string;
}

/** Whether a value stands outside of the cluster. */
export function isExternalSystem(value: unknown): value is ExternalSystem {
  return typeof value === "object" && value !== null && EXTERNAL_SYSTEM in value;
}
