import type { Key } from "../java/hash-code.ts";
import type { KeyedStateBackend } from "../state/keyed-state-backend.ts";
import { VOID_NAMESPACE, VOID_NAMESPACE_TYPE } from "../state/namespace.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../state/state-descriptor.ts";
import type { AggregatingState, ListState, MapState, ReducingState, ValueState } from "../state/state.ts";

/** Which of its parallel instances an operator is (Flink's `TaskInfo`). */
export interface TaskInfo {
  readonly indexOfThisSubtask: number;
  readonly numberOfParallelSubtasks: number;
  /** The number of key groups. */
  readonly maxNumberOfParallelSubtasks: number;
}

/** The keyed state that a function may ask for, without knowing keys and namespaces (`KeyedStateStore`). */
export interface KeyedStateStore {
  readonly getState: <T>(descriptor: ValueStateDescriptor<T>) => ValueState<T>;
  readonly getListState: <T>(descriptor: ListStateDescriptor<T>) => ListState<T>;
  readonly getMapState: <UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>) => MapState<UK, UV>;
  readonly getReducingState: <T>(descriptor: ReducingStateDescriptor<T>) => ReducingState<T>;
  readonly getAggregatingState: <In, Acc, Out>(
    descriptor: AggregatingStateDescriptor<In, Acc, Out>,
  ) => AggregatingState<In, Out>;
}

/** What a function may ask of the backend; none of it speaks of keys. */
type KeyedStates<K extends Key> = Pick<
  KeyedStateBackend<K>,
  "getValueState" | "getListState" | "getMapState" | "getReducingState" | "getAggregatingState"
>;

/** What a user function gets when it opens: where it runs, and its keyed state (Flink's `RuntimeContext`). */
export class RuntimeContext<K extends Key = Key> implements KeyedStateStore {
  readonly #taskInfo: TaskInfo;
  readonly #backend: KeyedStates<K>;

  constructor(taskInfo: TaskInfo, backend: KeyedStates<K>) {
    this.#taskInfo = taskInfo;
    this.#backend = backend;
  }

  getTaskInfo(): TaskInfo {
    return this.#taskInfo;
  }

  getState<T>(descriptor: ValueStateDescriptor<T>): ValueState<T> {
    return this.#backend.getValueState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
  }

  getListState<T>(descriptor: ListStateDescriptor<T>): ListState<T> {
    return this.#backend.getListState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
  }

  getMapState<UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>): MapState<UK, UV> {
    return this.#backend.getMapState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
  }

  getReducingState<T>(descriptor: ReducingStateDescriptor<T>): ReducingState<T> {
    return this.#backend.getReducingState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
  }

  getAggregatingState<In, Acc, Out>(
    descriptor: AggregatingStateDescriptor<In, Acc, Out>,
  ): AggregatingState<In, Out> {
    return this.#backend.getAggregatingState(descriptor, VOID_NAMESPACE_TYPE, VOID_NAMESPACE);
  }
}
