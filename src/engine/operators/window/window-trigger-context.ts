import type { Key } from "../../java/hash-code.ts";
import type { KeyedStateBackend } from "../../state/keyed-state-backend.ts";
import type { Mergeable } from "../../state/keyed-states.ts";
import type { NamespaceType } from "../../state/namespace.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../../state/state-descriptor.ts";
import type { AggregatingState, ListState, MapState, ReducingState, ValueState } from "../../state/state.ts";
import type { KeyedStateStore } from "../runtime-context.ts";
import type { InternalTimerService } from "../timer/internal-timer-service.ts";
import type { CurrentWindow } from "./current-window.ts";
import type { OnMergeContext } from "./trigger.ts";

/** What an operator's triggers work with. */
export interface TriggerHome<K extends Key, W> {
  readonly timers: InternalTimerService<K, W>;
  readonly backend: KeyedStateBackend<K>;
  readonly windowType: NamespaceType<W>;
  /** The state of the current window. */
  readonly windowState: KeyedStateStore;
}

/** What triggers get: timers and state of the current window (the `Context` of Flink's `WindowOperator`). */
export class WindowTriggerContext<K extends Key, W> implements OnMergeContext {
  readonly #home: TriggerHome<K, W>;
  readonly #timers: InternalTimerService<K, W>;
  readonly #current: CurrentWindow<W>;
  #mergedWindows: readonly W[] = [];

  constructor(home: TriggerHome<K, W>, current: CurrentWindow<W>) {
    this.#home = home;
    this.#timers = home.timers;
    this.#current = current;
  }

  /** Says which windows have become the current one. */
  mergedFrom(windows: readonly W[]): void {
    this.#mergedWindows = windows;
  }

  getCurrentProcessingTime(): number {
    return this.#timers.currentProcessingTime();
  }

  getCurrentWatermark(): number {
    return this.#timers.currentWatermark();
  }

  registerProcessingTimeTimer(time: number): void {
    this.#timers.registerProcessingTimeTimer(this.#current.get(), time);
  }

  registerEventTimeTimer(time: number): void {
    this.#timers.registerEventTimeTimer(this.#current.get(), time);
  }

  deleteProcessingTimeTimer(time: number): void {
    this.#timers.deleteProcessingTimeTimer(this.#current.get(), time);
  }

  deleteEventTimeTimer(time: number): void {
    this.#timers.deleteEventTimeTimer(this.#current.get(), time);
  }

  getPartitionedState<T>(descriptor: ValueStateDescriptor<T>): ValueState<T>;
  getPartitionedState<T>(descriptor: ListStateDescriptor<T>): ListState<T>;
  getPartitionedState<UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>): MapState<UK, UV>;
  getPartitionedState<T>(descriptor: ReducingStateDescriptor<T>): ReducingState<T>;
  getPartitionedState<In, Acc, Out>(
    descriptor: AggregatingStateDescriptor<In, Acc, Out>,
  ): AggregatingState<In, Out>;
  getPartitionedState<T, UK extends Key, Acc, Out>(
    descriptor:
      | ValueStateDescriptor<T>
      | ListStateDescriptor<T>
      | MapStateDescriptor<UK, T>
      | ReducingStateDescriptor<T>
      | AggregatingStateDescriptor<T, Acc, Out>,
  ): unknown {
    const { windowState } = this.#home;
    switch (descriptor.type) {
      case "value":
        return windowState.getState(descriptor);
      case "list":
        return windowState.getListState(descriptor);
      case "map":
        return windowState.getMapState(descriptor);
      case "reducing":
        return windowState.getReducingState(descriptor);
      case "aggregating":
        return windowState.getAggregatingState(descriptor);
    }
  }

  mergePartitionedState<T>(descriptor: ReducingStateDescriptor<T> | ListStateDescriptor<T>): void {
    this.#mergeable(descriptor).mergeNamespaces(this.#current.get(), this.#mergedWindows);
  }

  #mergeable<T>(descriptor: ReducingStateDescriptor<T> | ListStateDescriptor<T>): Mergeable<W> {
    const { backend, windowType } = this.#home;
    return descriptor.type === "list"
      ? backend.getListState(descriptor, windowType)
      : backend.getReducingState(descriptor, windowType);
  }
}
