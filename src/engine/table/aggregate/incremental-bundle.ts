import { binaryRowMap } from "../binary-row.ts";
import type { SqlType } from "../column.ts";
import { keyOf, type Row } from "../row.ts";
import type { Accumulators, AggregateHandler } from "./aggregate-handler.ts";
import { Bundle, type BundleEntry, type BundleOptions } from "./bundle.ts";

/** The handlers on both sides of the middle phase of a split DISTINCT. */
export interface IncrementalHandlers {
  /** Of the phase before: it sees distinct values. */
  readonly partial: AggregateHandler;
  /** Of the phase behind: it adds up what the buckets have counted. */
  readonly final: AggregateHandler;
}

/**
 * Makes the middle phase of a split DISTINCT (Flink's `MiniBatchIncrementalGroupAggFunction`): it keeps the
 * distinct values of each bucket, and sends for each key by how much the bundle has changed the plain aggregates.
 * The key of its input is the group's key with the bucket behind it.
 */
export function incrementalBundle(
  handlers: IncrementalHandlers,
  options: BundleOptions,
  send: (keyFields: Row, increment: Accumulators) => void,
): Bundle<Accumulators, Accumulators> {
  const state = { buckets: new Map<string, Accumulators>(), keyTypes: options.keyTypes.slice(0, -1) };
  return new Bundle<Accumulators, Accumulators>(options, {
    addInput: (value, input) => {
      const accumulators = value ?? handlers.partial.createAccumulators();
      handlers.partial.merge(accumulators, input);
      return accumulators;
    },
    finishBundle: (entries) => {
      for (const { keyFields, value } of incrementsOf(entries, handlers, state)) send(keyFields, value);
    },
  });
}

/** The distinct values of the buckets, and the types of the group's key. */
interface IncrementalState {
  readonly buckets: Map<string, Accumulators>;
  readonly keyTypes: readonly SqlType[];
}

/** Returns the increments of the groups, in the order of the hash map that Flink gathers them in. */
function incrementsOf(
  entries: readonly BundleEntry<Accumulators>[],
  handlers: IncrementalHandlers,
  { buckets, keyTypes }: IncrementalState,
): readonly BundleEntry<Accumulators>[] {
  const increments = new Map<string, BundleEntry<Accumulators>>();
  for (const { keyFields: partialKey, value } of entries) {
    const bucket = buckets.get(keyOf(partialKey)) ?? handlers.partial.createAccumulators();
    buckets.set(keyOf(partialKey), bucket);
    const keyFields = partialKey.slice(0, -1);
    const key = keyOf(keyFields);
    const increment = increments.get(key) ?? { keyFields, value: handlers.final.createAccumulators() };
    increments.set(key, increment);
    handlers.final.merge(increment.value, handlers.partial.mergeDistinct(bucket, value));
  }
  const ordered = binaryRowMap<BundleEntry<Accumulators>>(keyTypes);
  // Flink uses computeIfAbsent, which puts a new key in front of the others in its bucket, not behind them.
  for (const [key, increment] of [...increments].reverse()) ordered.set(key, increment);
  return ordered.values();
}
