import type { TraceEvent } from "./trace-event.ts";

/** Hears what happens at one instance of an operator. A run without one costs nothing. */
export interface Tracer {
  readonly record: (event: TraceEvent) => void;
}
