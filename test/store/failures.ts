import type { FailureFacts } from "../../src/base/failure.ts";
import { Failure } from "../../src/base/failure.ts";

/** Returns the facts of the Failure that an action throws; fails if it throws none. */
export function failureOf(action: () => unknown): FailureFacts {
  try {
    action();
  } catch (error) {
    if (error instanceof Failure) return error.facts;
    throw error;
  }
  throw new Error("nothing was thrown");
}
