import { ValueStateDescriptor } from "../../../state/state-descriptor.ts";
import { isFire, isPurge, type Trigger, type TriggerContext, type TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** How a timeout behaves; the first of each is Flink's default. */
export interface ProcessingTimeoutSettings {
  /** Whether the timeout counts from the first element or from the newest one. */
  readonly countsFrom?: "first-element" | "newest-element";
  /** What becomes of the state of the trigger inside when the time is over. */
  readonly onTimeout?: "clear" | "keep";
}

/** Fires when the trigger inside does, or a time (ms of the clock) after an element, whatever is there. */
export class ProcessingTimeoutTrigger<T, W extends Window> implements Trigger<T, W> {
  readonly #nested: Trigger<T, W>;
  readonly #timeout: number;
  readonly #settings: ProcessingTimeoutSettings;
  readonly #timeoutAt = new ValueStateDescriptor<number>("timeout");

  constructor(nested: Trigger<T, W>, timeout: number, settings: ProcessingTimeoutSettings = {}) {
    this.#nested = nested;
    this.#timeout = timeout;
    this.#settings = settings;
  }

  onElement(element: T, timestamp: number, window: W, context: TriggerContext): TriggerResult {
    const result = this.#nested.onElement(element, timestamp, window, context);
    if (isFire(result)) this.clear(window, context);
    else this.#startTimeout(context);
    return result;
  }

  onEventTime(time: number, window: W, context: TriggerContext): TriggerResult {
    return this.#timeOut(this.#nested.onEventTime(time, window, context), window, context);
  }

  onProcessingTime(time: number, window: W, context: TriggerContext): TriggerResult {
    return this.#timeOut(this.#nested.onProcessingTime(time, window, context), window, context);
  }

  clear(window: W, context: TriggerContext): void {
    this.#stopTimeout(context);
    this.#nested.clear(window, context);
  }

  #startTimeout(context: TriggerContext): void {
    if (this.#settings.countsFrom === "newest-element") this.#stopTimeout(context);
    const timeoutAt = context.getPartitionedState(this.#timeoutAt);
    if (timeoutAt.value() !== null) return;
    const time = context.getCurrentProcessingTime() + this.#timeout;
    timeoutAt.update(time);
    context.registerProcessingTimeTimer(time);
  }

  #stopTimeout(context: TriggerContext): void {
    const timeoutAt = context.getPartitionedState(this.#timeoutAt);
    const time = timeoutAt.value();
    if (time === null) return;
    context.deleteProcessingTimeTimer(time);
    timeoutAt.clear();
  }

  /** Any timer of the window fires it, that of its cleanup too. */
  #timeOut(nested: TriggerResult, window: W, context: TriggerContext): TriggerResult {
    if (this.#settings.onTimeout !== "keep") this.clear(window, context);
    return isPurge(nested) ? "FIRE_AND_PURGE" : "FIRE";
  }
}
