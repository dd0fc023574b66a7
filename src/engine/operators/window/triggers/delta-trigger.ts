import { ValueStateDescriptor } from "../../../state/state-descriptor.ts";
import type { DeltaFunction } from "../delta-function.ts";
import type { Trigger, TriggerContext, TriggerResult } from "../trigger.ts";
import type { Window } from "../window.ts";

/** Fires when an element is further than a threshold from the one at which it fired last, or the first one. */
export class DeltaTrigger<T> implements Trigger<T, Window> {
  readonly #threshold: number;
  readonly #deltaFunction: DeltaFunction<T>;
  readonly #lastElement = new ValueStateDescriptor<T>("last-element");

  constructor(threshold: number, deltaFunction: DeltaFunction<T>) {
    this.#threshold = threshold;
    this.#deltaFunction = deltaFunction;
  }

  onElement(element: T, _timestamp: number, _window: Window, context: TriggerContext): TriggerResult {
    const lastElement = context.getPartitionedState(this.#lastElement);
    const last = lastElement.value();
    if (last !== null && this.#deltaFunction(last, element) <= this.#threshold) return "CONTINUE";
    lastElement.update(element);
    return last === null ? "CONTINUE" : "FIRE";
  }

  onEventTime(): TriggerResult {
    return "CONTINUE";
  }

  onProcessingTime(): TriggerResult {
    return "CONTINUE";
  }

  clear(_window: Window, context: TriggerContext): void {
    context.getPartitionedState(this.#lastElement).clear();
  }
}
