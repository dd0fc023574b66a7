import type { Collector } from "../operators/collector.ts";
import type { ProcessFunction, RichFunction } from "../operators/functions.ts";
import { instancesOf } from "../runtime/program/instantiable.ts";
import type { StatefulFunction } from "../runtime/program/stateful-function.ts";

/** A map function with a life of its own: it opens, closes, and may have state (Flink's class of the same name). */
export interface RichMapFunction<In, Out> extends RichFunction, StatefulFunction {
  readonly map: (value: In) => Out;
}

/** A filter function with a life of its own (Flink's class of the same name). */
export interface RichFilterFunction<T> extends RichFunction, StatefulFunction {
  readonly filter: (value: T) => boolean;
}

/** A flat map function with a life of its own (Flink's class of the same name). */
export interface RichFlatMapFunction<In, Out> extends RichFunction, StatefulFunction {
  readonly flatMap: (value: In, out: Collector<Out>) => void;
}

/** What a function does besides working on elements. */
type Life = RichFunction & StatefulFunction;

/** Returns what makes a process function of a map function. */
export function mapping<In, Out>(given: RichMapFunction<In, Out>): () => ProcessFunction<In, Out> {
  const newMapper = instancesOf(given);
  return () => {
    const mapper = newMapper();
    return { ...lifeOf(mapper), processElement: (value, _context, out) => out.collect(mapper.map(value)) };
  };
}

/** Returns what makes a process function of a filter function. */
export function filtering<T>(given: RichFilterFunction<T>): () => ProcessFunction<T, T> {
  const newFilter = instancesOf(given);
  return () => {
    const filter = newFilter();
    const processElement: ProcessFunction<T, T>["processElement"] = (value, _context, out) => {
      if (filter.filter(value)) out.collect(value);
    };
    return { ...lifeOf(filter), processElement };
  };
}

/** Returns what makes a process function of a flat map function. */
export function flatMapping<In, Out>(given: RichFlatMapFunction<In, Out>): () => ProcessFunction<In, Out> {
  const newFlatMapper = instancesOf(given);
  return () => {
    const flatMapper = newFlatMapper();
    return {
      ...lifeOf(flatMapper),
      processElement: (value, _context, out) => flatMapper.flatMap(value, out),
    };
  };
}

function lifeOf(userFunction: Life): Required<Life> {
  return {
    open: (context) => userFunction.open?.(context),
    close: () => userFunction.close?.(),
    finish: () => userFunction.finish?.(),
    initializeState: (context) => userFunction.initializeState?.(context),
    snapshotState: (context) => userFunction.snapshotState?.(context),
    notifyCheckpointComplete: (checkpointId) => userFunction.notifyCheckpointComplete?.(checkpointId),
    notifyCheckpointAborted: (checkpointId) => userFunction.notifyCheckpointAborted?.(checkpointId),
  };
}
