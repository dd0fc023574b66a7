import type { TraceRecorder } from "../../trace/trace-recorder.ts";
import type { Exchange } from "../execution/deployment.ts";
import type { PhysicalPlan } from "../execution/physical-plan.ts";
import type { Fault } from "../faults/fault.ts";
import type { MetricsRecorder } from "../metrics/metrics-recorder.ts";
import { type Interleaving, roundRobin, seededInterleaving } from "../schedule/interleaving.ts";
import { type Budget, UNLIMITED } from "./budget.ts";

/** How a run is played: nothing of it changes what a right job puts out. */
export interface RunOptions {
  /** Decides all that is chance in a real cluster; `null`: everybody in turn. */
  readonly seed: number | null;
  /** `null`: plain calls, unless somebody watches, disturbs or measures the run. */
  readonly exchange: Exchange | null;
  readonly faults: readonly Fault[];
  readonly budget: Budget;
  /** Keeps what happens; `null`: nobody does. */
  readonly recorder: TraceRecorder | null;
  /** Measures the run; `null`: nobody does. */
  readonly metrics: MetricsRecorder | null;
}

/** Everybody in turn, undisturbed, unwatched and without limit. */
export const DEFAULT_RUN_OPTIONS: RunOptions = {
  seed: null,
  exchange: null,
  faults: [],
  budget: UNLIMITED,
  recorder: null,
  metrics: null,
};

/** Returns how a run is played: as its program says and, where that leaves it open, as the context of the program. */
export function completeOptions(own: Partial<RunOptions>, context: Partial<RunOptions>): RunOptions {
  return {
    ...DEFAULT_RUN_OPTIONS,
    ...context,
    ...own,
    recorder: own.recorder ?? context.recorder ?? null,
    metrics: own.metrics ?? context.metrics ?? null,
  };
}

/** Steps of a turn when elements go by plain calls: nobody is kept waiting. */
const LONG_TURN = 1024;

/** Returns how elements get from task to task. */
export function exchangeOf(options: RunOptions, plan: PhysicalPlan): Exchange {
  if (options.exchange !== null) return options.exchange;
  const isUndisturbed = options.seed === null && options.faults.length === 0;
  const isUnwatched = options.recorder === null && options.metrics === null;
  return isUndisturbed && isUnwatched && !plan.takesTime ? "direct" : "buffered";
}

/** Returns who goes next; in turn, one goes on as long as a full buffer lasts. */
export function interleavingOf(
  { seed }: RunOptions,
  exchange: Exchange,
  recordsPerBuffer: number,
): Interleaving {
  if (seed !== null) return seededInterleaving(seed);
  return roundRobin(exchange === "direct" ? LONG_TURN : recordsPerBuffer);
}
