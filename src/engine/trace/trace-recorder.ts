import type { TracedEvent } from "./trace-event.ts";
import type { Tracer } from "./tracer.ts";

/** Keeps what happens in a run, in order. It only records; drawing is the business of others. */
export class TraceRecorder {
  readonly #events: TracedEvent[] = [];
  #step = 0;

  /** Returns all that has happened so far. */
  get events(): readonly TracedEvent[] {
    return this.#events;
  }

  /** Says that what happens from now on belongs to the next step. */
  nextStep(): void {
    this.#step++;
  }

  /** Keeps one more event. */
  add(event: TracedEvent): void {
    this.#events.push(event);
  }

  /** Returns a tracer for an instance of an operator; `now` gives its processing time in ms. */
  tracerFor(operator: string, subtask: number, now: () => number): Tracer {
    return {
      record: (event) => this.#events.push({ step: this.#step, time: now(), subtask, operator, ...event }),
    };
  }
}
