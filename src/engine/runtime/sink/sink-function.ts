import type { RichFunction } from "../../operators/functions.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { StatefulFunction } from "../program/stateful-function.ts";

/** What a sink function knows of an element (Flink's `SinkFunction.Context`). Times are in ms. */
export interface SinkFunctionContext {
  readonly currentProcessingTime: () => number;
  readonly currentWatermark: () => number;
  /** Returns the element's timestamp; `null` if it has none. */
  readonly timestamp: () => number | null;
}

/** Writes each element to a system outside by itself (Flink's `RichSinkFunction`, of old). */
export interface SinkFunction<In> extends RichFunction, StatefulFunction {
  readonly invoke: (value: In, context: SinkFunctionContext) => void;
  /** Takes who wants to hear of the function's transactions, before anything else. */
  readonly traceWith?: (tracer: Tracer) => void;
}
