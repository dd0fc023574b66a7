import type { Change, Row } from "../row.ts";
import type { Accumulators, AggregateHandler } from "./aggregate-handler.ts";
import { Bundle, type BundleOptions } from "./bundle.ts";

/** The bundle of a local phase: changes of rows become accumulators. */
export type LocalBundle = Bundle<Change, Accumulators>;

/** Makes the local phase of an aggregation (Flink's `MiniBatchLocalGroupAggFunction`); it keeps no state. */
export function localBundle(
  handler: AggregateHandler,
  options: BundleOptions,
  send: (keyFields: Row, accumulators: Accumulators) => void,
): LocalBundle {
  return new Bundle<Change, Accumulators>(options, {
    addInput: (value, { kind, row }) => {
      const accumulators = value ?? handler.createAccumulators();
      handler.apply(accumulators, kind, row);
      return accumulators;
    },
    finishBundle: (entries) => {
      for (const { keyFields, value } of entries) send(keyFields, value);
    },
  });
}
