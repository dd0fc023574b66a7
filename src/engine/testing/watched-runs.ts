import type { RunOptions } from "../runtime/cluster/run-options.ts";
import { MetricsRecorder } from "../runtime/metrics/metrics-recorder.ts";
import type { MetricsReport } from "../runtime/metrics/metrics-report.ts";
import type { TracedEvent } from "../trace/trace-event.ts";
import { TraceRecorder } from "../trace/trace-recorder.ts";

/** One job that a program has run. */
export interface WatchedRun {
  readonly report: MetricsReport;
  /** All that happened in it, if that is watched. */
  readonly events: readonly TracedEvent[];
  /** Who says what fails in it: a program that does is not disturbed by others. */
  readonly faultsBy: "program" | "command";
}

/** A run that may not be over yet. */
interface OpenRun extends Pick<WatchedRun, "faultsBy"> {
  readonly metrics: MetricsRecorder;
  readonly recorder: TraceRecorder | null;
  /** The events that the recorder already had. */
  readonly eventsBefore: number;
}

/** Looks on at the jobs that a program runs one after the other. A program's own recorders serve both. */
export class WatchedRuns {
  readonly #tracing: "traced" | "untraced";
  readonly #over: WatchedRun[] = [];
  #open: OpenRun | null = null;

  constructor(tracing: "traced" | "untraced") {
    this.#tracing = tracing;
  }

  /** A job is about to run, and the one before it is over: returns who looks on, given what its program asks for. */
  next(own: Partial<RunOptions>): Pick<RunOptions, "metrics" | "recorder"> {
    this.#close();
    const metrics = own.metrics ?? new MetricsRecorder();
    const recorder = own.recorder ?? (this.#tracing === "traced" ? new TraceRecorder() : null);
    const eventsBefore = recorder?.events.length ?? 0;
    // A recorder measures one run: a program that gives it to a second one will hear of it.
    const isFree = !metrics.hasBegun;
    const faultsBy = own.faults === undefined ? "command" : "program";
    if (isFree) this.#open = { metrics, recorder, eventsBefore, faultsBy };
    return { metrics, recorder };
  }

  /** The program is over: returns the jobs that it has run, in their order. */
  end(): readonly WatchedRun[] {
    this.#close();
    return this.#over;
  }

  /** Keeps no more of a run than can be shown: a sweep has thousands of them. */
  #close(): void {
    const run = this.#open;
    this.#open = null;
    if (run?.metrics.hasBegun !== true) return;
    const { metrics, recorder, eventsBefore, faultsBy } = run;
    const events = this.#tracing === "traced" ? (recorder?.events.slice(eventsBefore) ?? []) : [];
    this.#over.push({ report: metrics.report(), events, faultsBy });
  }
}
