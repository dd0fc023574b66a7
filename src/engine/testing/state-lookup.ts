import { RuntimeException } from "../java/exceptions.ts";
import type { KeyedStateStore } from "../operators/runtime-context.ts";
import type {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "../state/state-descriptor.ts";
import type {
  AggregatingState,
  ListState,
  MapState,
  ReadOnlyBroadcastState,
  ReducingState,
  ValueState,
} from "../state/state.ts";
import type { Json } from "./json.ts";

/** A state that a scenario declares. */
export type DeclaredState =
  | ValueStateDescriptor<Json>
  | ListStateDescriptor<Json>
  | MapStateDescriptor<string | number, Json>
  | ReducingStateDescriptor<Json>
  | AggregatingStateDescriptor<Json, Json, Json>;

/** The states that a scenario's function may name, by name. */
export type DeclaredStates = ReadonlyMap<string, DeclaredState>;

/** The states of a running function, as expressions and actions name them. */
export class StateLookup {
  readonly #store: KeyedStateStore;
  readonly #declared: DeclaredStates;
  readonly #broadcast: (name: string) => ReadOnlyBroadcastState<string, Json> | undefined;

  /** `broadcast` finds broadcast states, if the function has any. */
  constructor(
    store: KeyedStateStore,
    declared: DeclaredStates,
    broadcast: (name: string) => ReadOnlyBroadcastState<string, Json> | undefined = () => undefined,
  ) {
    this.#store = store;
    this.#declared = declared;
    this.#broadcast = broadcast;
  }

  value(name: string): ValueState<Json> {
    return this.#store.getState(this.#find(name, "value"));
  }

  list(name: string): ListState<Json> {
    return this.#store.getListState(this.#find(name, "list"));
  }

  map(name: string): MapState<string | number, Json> {
    return this.#store.getMapState(this.#find(name, "map"));
  }

  reducing(name: string): ReducingState<Json> {
    return this.#store.getReducingState(this.#find(name, "reducing"));
  }

  aggregating(name: string): AggregatingState<Json, Json> {
    return this.#store.getAggregatingState(this.#find(name, "aggregating"));
  }

  broadcast(name: string): ReadOnlyBroadcastState<string, Json> {
    const state = this.#broadcast(name);
    if (state === undefined) throw new RuntimeException(`There is no broadcast state "${name}".`);
    return state;
  }

  /** Returns the type of a state. Throws a RuntimeException for a state that is not declared. */
  typeOf(name: string): DeclaredState["type"] {
    return this.#descriptor(name).type;
  }

  #find<Type extends DeclaredState["type"]>(
    name: string,
    type: Type,
  ): Extract<DeclaredState, { type: Type }> {
    const descriptor = this.#descriptor(name);
    if (isOfType(descriptor, type)) return descriptor;
    throw new RuntimeException(`The state "${name}" is of type ${descriptor.type}, not ${type}.`);
  }

  #descriptor(name: string): DeclaredState {
    const descriptor = this.#declared.get(name);
    if (descriptor === undefined) throw new RuntimeException(`There is no state "${name}".`);
    return descriptor;
  }
}

function isOfType<Type extends DeclaredState["type"]>(
  descriptor: DeclaredState,
  type: Type,
): descriptor is Extract<DeclaredState, { type: Type }> {
  return descriptor.type === type;
}
