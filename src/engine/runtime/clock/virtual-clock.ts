import type { WorldClock } from "../../world/world-clock.ts";
import { ClockEvent, EventQueue } from "./event-queue.ts";

const MICROS_PER_MILLI = 1000;

/** What can be called off: an event of the clock. */
export interface Cancellable {
  /** Calls the event off; does nothing if it has happened. */
  readonly cancel: () => void;
}

/**
 * The time of a whole run: it stands still while somebody works and jumps to the next event when nobody can. The
 * cluster and the systems outside share it; it is the only clock there is.
 */
export class VirtualClock implements WorldClock {
  readonly #events = new EventQueue();
  #micros = 0;
  #sequence = 0;
  #foregroundEvents = 0;
  #spentMicros = 0;

  /** Returns the time in ms, with a fraction. */
  now(): number {
    return this.#micros / MICROS_PER_MILLI;
  }

  /** Returns the time in whole ms, as `System.currentTimeMillis()` would. */
  currentTimeMillis(): number {
    return Math.floor(this.#micros / MICROS_PER_MILLI);
  }

  /** Has `action` called at `time` (ms); at once, but not before this call returns, if that is over. */
  schedule(time: number, action: () => void): Cancellable {
    return this.#schedule(time, new ClockEvent(action, "foreground"));
  }

  /** As `schedule`, for what goes on for ever (reading gauges, triggering checkpoints) and need not be waited for. */
  scheduleInBackground(time: number, action: () => void): Cancellable {
    return this.#schedule(time, new ClockEvent(action, "background"));
  }

  /** Says that whoever works now stands still for so many ms: a call that it made blocks it. */
  spend(duration: number): void {
    this.#spentMicros += Math.ceil(duration * MICROS_PER_MILLI);
  }

  /** Whether somebody has stood still in the step that is being taken. */
  get hasSpent(): boolean {
    return this.#spentMicros > 0;
  }

  /** Returns how many microseconds have been spent since the last call. */
  takeSpentMicros(): number {
    const spent = this.#spentMicros;
    this.#spentMicros = 0;
    return spent;
  }

  /** Whether something is going to happen that is worth waiting for. */
  hasForegroundEvents(): boolean {
    return this.#foregroundEvents > 0;
  }

  /** Returns the time (ms) of the next event, Infinity if there is none. */
  nextEventTime(): number {
    this.#dropCancelled();
    const next = this.#events.peek();
    return next === undefined ? Number.POSITIVE_INFINITY : next.time / MICROS_PER_MILLI;
  }

  /** Goes to the next event and lets it happen; whether there was one. */
  advance(): boolean {
    this.#dropCancelled();
    const event = this.#events.poll();
    if (event === undefined) return false;
    this.#micros = Math.max(this.#micros, event.time);
    const { action } = event;
    this.#forget(event);
    action?.();
    return true;
  }

  #schedule(time: number, event: ClockEvent): Cancellable {
    event.time = Math.max(this.#micros, Math.ceil(time * MICROS_PER_MILLI));
    event.sequence = this.#sequence++;
    if (event.kind === "foreground") this.#foregroundEvents += 1;
    this.#events.add(event);
    return { cancel: () => this.#forget(event) };
  }

  #forget(event: ClockEvent): void {
    if (event.action === null) return;
    event.action = null;
    if (event.kind === "foreground") this.#foregroundEvents -= 1;
  }

  #dropCancelled(): void {
    while (this.#events.peek()?.action === null) this.#events.poll();
  }
}
