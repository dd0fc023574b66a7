import type { Key } from "../../java/hash-code.ts";
import type { KeyContext } from "../../state/state-cell.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { TimestampedCollector } from "../collector.ts";
import type { InternalTimer } from "../timer/internal-timer.ts";
import type { TimeDomain } from "../timer/timer-service.ts";
import type { CurrentWindow } from "./current-window.ts";
import type { Trigger, TriggerResult } from "./trigger.ts";
import type { WindowContents } from "./window-contents.ts";
import type { WindowProcessContext } from "./window-process-context.ts";
import type { WindowTriggerContext } from "./window-trigger-context.ts";
import type { Window } from "./window.ts";

/** What the firing of windows needs of its operator. */
export interface WindowFiringParts<K extends Key, In, Out, W extends Window> {
  readonly keys: KeyContext<K>;
  readonly current: CurrentWindow<W>;
  readonly trigger: Trigger<In, W>;
  readonly triggerContext: WindowTriggerContext<K, W>;
  readonly processContext: WindowProcessContext<K, W>;
  readonly contents: WindowContents<In, Out, K, W>;
  readonly collector: TimestampedCollector<Out>;
  readonly tracer: Tracer | undefined;
}

/** Puts elements into windows, asks the trigger, and does what it says: emit, empty, or nothing. */
export class WindowFiring<K extends Key, In, Out, W extends Window> {
  readonly #parts: WindowFiringParts<K, In, Out, W>;
  readonly #trigger: Trigger<In, W>;
  readonly #triggerContext: WindowTriggerContext<K, W>;
  readonly #contents: WindowContents<In, Out, K, W>;
  readonly #current: CurrentWindow<W>;

  constructor(parts: WindowFiringParts<K, In, Out, W>) {
    this.#parts = parts;
    this.#trigger = parts.trigger;
    this.#triggerContext = parts.triggerContext;
    this.#contents = parts.contents;
    this.#current = parts.current;
  }

  /** Adds an element to the contents under a window; whether there was nothing before. */
  addToContents(value: In, timestamp: number, stateWindow: W): boolean {
    this.#contents.setCurrentNamespace(stateWindow);
    return this.#contents.add(value, timestamp);
  }

  /** Asks the trigger about an element that has been added to the contents, which are current. */
  onElement(value: In, timestamp: number, window: W): void {
    this.#current.set(window);
    this.#trace("window-assign", window);
    this.#follow(this.#trigger.onElement(value, timestamp, window, this.#triggerContext), window);
  }

  /** Asks the trigger about a timer of a window that has come. */
  onTimer(
    { timestamp, namespace: window }: InternalTimer<K, W>,
    timeDomain: TimeDomain,
    stateWindow: W,
  ): void {
    this.#contents.setCurrentNamespace(stateWindow);
    this.#current.set(window);
    const result =
      timeDomain === "EVENT_TIME"
        ? this.#trigger.onEventTime(timestamp, window, this.#triggerContext)
        : this.#trigger.onProcessingTime(timestamp, window, this.#triggerContext);
    this.#follow(result, window);
  }

  /** Tells the trigger that windows have become one. */
  onMerge(result: W, merged: readonly W[]): void {
    this.#parts.tracer?.record({
      type: "window-merge",
      key: this.#parts.keys.currentKey,
      window: result,
      merged,
    });
    this.#current.set(result);
    this.#triggerContext.mergedFrom(merged);
    this.#trigger.onMerge?.(result, this.#triggerContext);
  }

  /** Clears what the trigger has for a window. */
  clearTrigger(window: W): void {
    this.#current.set(window);
    this.#trigger.clear(window, this.#triggerContext);
  }

  /** Clears all that there is of a window, whose contents are current. */
  clearAllState(window: W): void {
    this.#trace("window-cleanup", window);
    this.#contents.clear();
    this.clearTrigger(window);
    this.#contents.clearFunctionState(this.#parts.processContext);
  }

  #follow(result: TriggerResult, window: W): void {
    if (result === "CONTINUE") return;
    if (result !== "PURGE") this.#emit(window);
    if (result !== "FIRE") this.#purge(window);
  }

  #emit(window: W): void {
    const { collector, keys, processContext } = this.#parts;
    this.#trace("window-fire", window);
    collector.setAbsoluteTimestamp(window.maxTimestamp());
    this.#contents.emit(keys.currentKey, processContext, collector);
  }

  #purge(window: W): void {
    this.#trace("window-purge", window);
    this.#contents.clear();
  }

  #trace(type: "window-assign" | "window-fire" | "window-purge" | "window-cleanup", window: W): void {
    const { tracer, keys } = this.#parts;
    tracer?.record({ type, key: keys.currentKey, window });
  }
}
