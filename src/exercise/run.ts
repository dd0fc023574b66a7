import type { PlainFault } from "../engine/runtime/faults/fault.ts";
import type { MetricsReport } from "../engine/runtime/metrics/metrics-report.ts";
import type { TracedEvent } from "../engine/trace/trace-event.ts";
import type { Json } from "./json.ts";

/** One run that a check asks for. */
export interface RunRequest {
  /** What the job is fed with; a number is the seed of the data, which the scene makes of it. */
  readonly input: number | readonly Json[];
  /** Decides the interleaving of the subtasks; `null`: everybody in turn. */
  readonly seed: number | null;
  /** What goes wrong meanwhile. */
  readonly faults: readonly PlainFault[];
  /** What else the scene can vary, in its own words, such as an order of arrival or a parallelism. */
  readonly variation: { readonly [name: string]: Json };
  /** How closely the run is looked at; to measure it takes longer, to trace it longer still. */
  readonly watch: "outcome" | "metrics" | "trace";
}

/** The run of which all others are variations. */
export const PLAIN_RUN: RunRequest = { input: 1, seed: 0, faults: [], variation: {}, watch: "outcome" };

/** What came of a run. */
export interface RunResult<Outcome = unknown> {
  /** What the scene has observed: its own words. */
  readonly outcome: Outcome;
  /** Why the job failed for good; `null` if it came to its end. */
  readonly failure: string | null;
  /** The steps of all subtasks and the JobManager together. */
  readonly steps: number;
  readonly completedCheckpoints: number;
  /** What was measured of each cluster that the scene has started, in this order, if the run was measured. */
  readonly metrics: readonly MetricsReport[];
  /** The elements that the job was fed with, if the run was traced. */
  readonly input: readonly Json[];
  /** Everything that happened, if the run was traced. */
  readonly trace: readonly TracedEvent[];
}

/** What checks know of a job: what it does when it is played. */
export interface Player {
  /** Plays the job once; what is not said is as in `PLAIN_RUN`. */
  readonly play: (request: Partial<RunRequest>) => RunResult;
  /** Returns the elements that a request feeds the job with. */
  readonly input: (request: Partial<RunRequest>) => readonly Json[];
}
