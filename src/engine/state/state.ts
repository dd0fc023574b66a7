/** One value for each key. */
export interface ValueState<T> {
  /** Returns the value, or `null` if there is none. */
  readonly value: () => T | null;
  /** Sets the value; `null` clears it. */
  readonly update: (value: T | null) => void;
  /** Removes the value. */
  readonly clear: () => void;
}

/** What can be added to and read as something else: list, reducing and aggregating state. */
export interface AppendingState<In, Out> {
  /** Returns what has been added so far, or `null` if there is nothing. */
  readonly get: () => Out | null;
  readonly add: (value: In) => void;
  readonly clear: () => void;
}

/** A list for each key. */
export interface ListState<T> {
  /** Returns the elements in the order in which they came, an empty list if there are none. */
  readonly get: () => readonly T[];
  /** Appends one element. Throws a NullPointerException for `null`. */
  readonly add: (value: T) => void;
  /** Appends elements. An empty list changes nothing. */
  readonly addAll: (values: readonly T[]) => void;
  /** Replaces the list. An empty list clears the state. */
  readonly update: (values: readonly T[]) => void;
  readonly clear: () => void;
}

/** A map for each key. Removing its last entry removes the state itself. */
export interface MapState<UK, UV> {
  /** Returns the value at `key`, or `null` if there is none. */
  readonly get: (key: UK) => UV | null;
  readonly put: (key: UK, value: UV) => void;
  readonly putAll: (entries: Iterable<readonly [UK, UV]>) => void;
  readonly remove: (key: UK) => void;
  readonly contains: (key: UK) => boolean;
  /** Returns the entries in the backend's own order, on which nobody may rely. */
  readonly entries: () => readonly (readonly [UK, UV])[];
  readonly keys: () => readonly UK[];
  readonly values: () => readonly UV[];
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
}

/** One value for each key, folded out of all that was added. */
export type ReducingState<T> = AppendingState<T, T>;

/** One accumulator for each key, read as its result. */
export type AggregatingState<In, Out> = AppendingState<In, Out>;

/** The broadcast state as the keyed side sees it. */
export interface ReadOnlyBroadcastState<K, V> {
  /** Returns the value at `key`, or `null` if there is none. */
  readonly get: (key: K) => V | null;
  readonly contains: (key: K) => boolean;
  readonly immutableEntries: () => readonly (readonly [K, V])[];
}

/** A map that every instance of an operator holds whole and keeps equal by itself. */
export interface BroadcastState<K, V> extends ReadOnlyBroadcastState<K, V> {
  readonly put: (key: K, value: V) => void;
  readonly putAll: (entries: Iterable<readonly [K, V]>) => void;
  readonly remove: (key: K) => void;
  readonly clear: () => void;
}
