import type { Key } from "../../java/hash-code.ts";
import { VOID_NAMESPACE, VOID_NAMESPACE_TYPE } from "../../state/namespace.ts";
import { ListStateDescriptor } from "../../state/state-descriptor.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import { TimestampedCollector } from "../collector.ts";
import type { KeySelector } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";
import type { StreamOperatorParameters } from "../stream-operator-parameters.ts";
import type { OneInputStreamOperator } from "../stream-operator.ts";
import type { InternalTimerService } from "../timer/internal-timer-service.ts";
import type { InternalTimer, Triggerable } from "../timer/internal-timer.ts";
import { CurrentWindow } from "./current-window.ts";
import type { WindowInFlight } from "./merging-window-set.ts";
import { MergingWindows } from "./merging-windows.ts";
import { mergingWindowStateStore, PerWindowStateStore } from "./per-window-state-store.ts";
import { SeparateWindows, type TriggerAsking } from "./separate-windows.ts";
import type { Trigger } from "./trigger.ts";
import { EventTimeTrigger } from "./triggers/event-time-trigger.ts";
import type { WindowAssigner, WindowAssignerContext } from "./window-assigner.ts";
import type { WindowContents } from "./window-contents.ts";
import { WindowFiring } from "./window-firing.ts";
import type { WindowPlacement } from "./window-placement.ts";
import { WindowProcessContext } from "./window-process-context.ts";
import { WindowTimes } from "./window-times.ts";
import { WindowTriggerContext } from "./window-trigger-context.ts";
import type { Window } from "./window.ts";

/** What a window operator does with its elements. */
export interface WindowOperatorSpec<K extends Key, In, Out, W extends Window> {
  readonly keySelector: KeySelector<In, K>;
  readonly assigner: WindowAssigner<In, W>;
  readonly trigger: Trigger<In, W>;
  readonly contents: WindowContents<In, Out, K, W>;
  /** How long (ms) after its end a window of event time is still there. */
  readonly allowedLateness: number;
  /** Where late elements go; without it they are dropped and counted. */
  readonly lateDataOutputTag: OutputTag<In> | undefined;
}

/**
 * Puts elements into windows and runs a function on each window when its trigger fires (Flink's `WindowOperator`,
 * and with contents that an evictor goes over its `EvictingWindowOperator`).
 */
export class WindowOperator<K extends Key, In, Out, W extends Window>
  implements OneInputStreamOperator<In>, Triggerable<K, W>, WindowAssignerContext
{
  readonly #parameters: StreamOperatorParameters<Out, K>;
  readonly #spec: WindowOperatorSpec<K, In, Out, W>;
  readonly #keySelector: KeySelector<In, K>;
  readonly #assigner: WindowAssigner<In, W>;
  readonly #timers: InternalTimerService<K, W>;
  readonly #times: WindowTimes<K, W>;
  readonly #placement: WindowPlacement<K, In, W>;

  constructor(parameters: StreamOperatorParameters<Out, K>, spec: WindowOperatorSpec<K, In, Out, W>) {
    this.#parameters = parameters;
    this.#spec = spec;
    this.#keySelector = spec.keySelector;
    this.#assigner = spec.assigner;
    const { windowType } = spec.assigner;
    this.#timers = parameters.timeServiceManager.getInternalTimerService("window-timers", windowType, this);
    const timeDomain = spec.assigner.isEventTime() ? "EVENT_TIME" : "PROCESSING_TIME";
    this.#times = new WindowTimes(this.#timers, timeDomain, spec.allowedLateness);
    this.#placement = this.#makePlacement();
  }

  open(): void {
    this.#spec.contents.open?.(this.#parameters.runtimeContext);
  }

  processElement(value: In, timestamp: number): void {
    this.#parameters.keyedStateBackend.setCurrentKey(this.#keySelector(value));
    const windows = this.#assigner.assignWindows(value, timestamp, this);
    if (this.#placement.addElement(value, timestamp, windows)) return;
    if (this.#times.isElementLate(timestamp)) this.#dropLate(value, timestamp);
  }

  processWatermark(timestamp: number): void {
    this.#parameters.timeServiceManager.advanceWatermark(timestamp);
    this.#parameters.output.emitWatermark(timestamp);
  }

  processWatermarkStatus(status: WatermarkStatus): void {
    this.#parameters.output.emitWatermarkStatus(status);
  }

  onEventTime(timer: InternalTimer<K, W>): void {
    this.#placement.onTimer(timer, "EVENT_TIME");
  }

  onProcessingTime(timer: InternalTimer<K, W>): void {
    this.#placement.onTimer(timer, "PROCESSING_TIME");
  }

  close(): void {
    this.#spec.contents.close?.();
  }

  getCurrentProcessingTime(): number {
    return this.#timers.currentProcessingTime();
  }

  #dropLate(value: In, timestamp: number): void {
    const { lateDataOutputTag } = this.#spec;
    const watermark = this.#timers.currentWatermark();
    this.#parameters.tracer?.record({ type: "late", timestamp, watermark });
    if (lateDataOutputTag === undefined) this.#parameters.numLateRecordsDropped.inc();
    else this.#parameters.output.collectSide(lateDataOutputTag, value, timestamp);
  }

  #makePlacement(): WindowPlacement<K, In, W> {
    const { assigner, contents } = this.#spec;
    const { mergeWindows } = assigner;
    const firing = this.#makeFiring();
    const times = this.#times;
    if (mergeWindows === undefined) return new SeparateWindows(firing, times, this.#triggerAsking());
    const descriptor = new ListStateDescriptor<WindowInFlight<W>>("merging-window-set");
    const backend = this.#parameters.keyedStateBackend;
    const inFlight = backend.getListState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
    return new MergingWindows({
      firing,
      times,
      mergeWindows,
      contents,
      inFlight,
      windowType: assigner.windowType,
    });
  }

  /** In a traced run the trigger is asked about every element, so that all that Flink does is to be seen. */
  #triggerAsking(): TriggerAsking {
    const waits = this.#spec.trigger instanceof EventTimeTrigger && this.#parameters.tracer === undefined;
    return waits ? "first-element" : "every-element";
  }

  #makeFiring(): WindowFiring<K, In, Out, W> {
    const { keyedStateBackend: backend, output, runtimeContext } = this.#parameters;
    const { assigner, trigger, contents } = this.#spec;
    const { windowType } = assigner;
    const timers = this.#timers;
    const current = new CurrentWindow<W>();
    const windowState = new PerWindowStateStore(backend, windowType, current);
    const userWindowState = assigner.mergeWindows === undefined ? windowState : mergingWindowStateStore;
    return new WindowFiring({
      keys: backend,
      current,
      trigger,
      triggerContext: new WindowTriggerContext({ timers, backend, windowType, windowState }, current),
      processContext: new WindowProcessContext(
        { timers, output, windowState: userWindowState, globalState: runtimeContext },
        current,
      ),
      contents,
      collector: new TimestampedCollector(output),
      tracer: this.#parameters.tracer,
    });
  }
}
