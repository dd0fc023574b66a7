import { IllegalArgumentException } from "../../java/exceptions.ts";
import type { Key } from "../../java/hash-code.ts";
import type { OperatorStateBackend } from "../../state/operator-state-backend.ts";
import type { MapStateDescriptor, StateDescriptor } from "../../state/state-descriptor.ts";
import type { BroadcastState, ReadOnlyBroadcastState } from "../../state/state.ts";

const UNKNOWN_STATE =
  "The requested state does not exist. Check for typos in your state descriptor, or specify the state descriptor " +
  "in the datastream.broadcast(...) call if you forgot to register it.";

/** The broadcast states that an operator was given, and no others. */
export class BroadcastStates {
  readonly #backend: OperatorStateBackend;
  readonly #names: ReadonlySet<string>;

  constructor(backend: OperatorStateBackend, descriptors: readonly Pick<StateDescriptor, "name">[]) {
    this.#backend = backend;
    this.#names = new Set(descriptors.map(({ name }) => name));
  }

  /** Returns a state to read and write. Throws an IllegalArgumentException for one that is not registered. */
  get<UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>): BroadcastState<UK, UV> {
    if (!this.#names.has(descriptor.name)) throw new IllegalArgumentException(UNKNOWN_STATE);
    return this.#backend.getBroadcastState(descriptor);
  }

  /** Returns a state to read. Throws an IllegalArgumentException for one that is not registered. */
  getReadOnly<UK extends Key, UV>(descriptor: MapStateDescriptor<UK, UV>): ReadOnlyBroadcastState<UK, UV> {
    return new ReadOnlyView(this.get(descriptor));
  }
}

/** Keeps those out who would write without the types that forbid it. */
class ReadOnlyView<UK extends Key, UV> implements ReadOnlyBroadcastState<UK, UV> {
  readonly #state: BroadcastState<UK, UV>;

  constructor(state: BroadcastState<UK, UV>) {
    this.#state = state;
  }

  get(key: UK): UV | null {
    return this.#state.get(key);
  }

  contains(key: UK): boolean {
    return this.#state.contains(key);
  }

  immutableEntries(): readonly (readonly [UK, UV])[] {
    return this.#state.immutableEntries();
  }
}
