import type { Limit } from "../exercise/run-end.ts";
import type { Verdict } from "../exercise/verdict.ts";

/** A fault that strikes in a run, as its words need it. */
export type FaultWord =
  | "fail-task"
  | "kill-task-manager"
  | "kill-job-manager"
  | "stall-output"
  | "drop-messages"
  | "delay-messages";

/** The words about exercises and their verdicts, where no screen draws them. */
export interface FixWords {
  readonly status: Readonly<Record<Verdict["status"], string>>;
  readonly checkStatus: Readonly<Record<"pass" | "fail" | "inconclusive", string>>;
  readonly expected: string;
  readonly actual: string;
  /** Nothing is there. */
  readonly nothing: string;
  readonly counterexample: string;
  readonly seed: (seed: number | null) => string;
  /** What goes wrong, and before which step or call; `null` = nobody knows when. */
  readonly fault: (
    fault: FaultWord,
    at: { readonly unit: "step" | "call"; readonly number: number } | null,
  ) => string;
  readonly noFault: string;
  /** Before why a run of the job ended with a failure. */
  readonly jobFailed: string;
  /** What a cause brought about. */
  readonly ledTo: (failure: string) => string;
  readonly input: (count: number) => string;
  /** The limit that a runaway has exceeded, and what is likely. */
  readonly limit: Readonly<Record<Limit, string>>;
  readonly during: (check: string) => string;
  readonly stats: (runs: number, steps: number, ms: number) => string;
  readonly said: string;
  readonly none: string;
  readonly total: (count: number) => string;
  /** So many exercises were put to the test. */
  readonly checked: (count: number) => string;
  readonly difficulty: (difficulty: number) => string;
  /** What asks before the program of a stranger runs, and what is said when nobody can be asked. */
  readonly trust: {
    readonly what: (deck: string) => readonly string[];
    readonly ask: string;
    readonly refused: string;
  };
}
