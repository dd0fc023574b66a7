import type { Key } from "../../java/hash-code.ts";
import type { Collector } from "../collector.ts";
import type { RichFunction } from "../functions.ts";
import type { OutputTag } from "../output-tag.ts";

/** What a join function knows of the pair it has (Flink's `ProcessJoinFunction.Context`). Times are in ms. */
export interface ProcessJoinContext {
  readonly getLeftTimestamp: () => number;
  readonly getRightTimestamp: () => number;
  /** Returns the timestamp of the results: the later one of the pair. */
  readonly getTimestamp: () => number;
  /** Sends to a side output, with the timestamp of the results. */
  readonly output: <X>(tag: OutputTag<X>, value: X) => void;
}

/** A function of two elements that an interval join brought together (Flink's class of the same name). */
export interface ProcessJoinFunction<In1, In2, Out, K extends Key = Key> extends RichFunction<K> {
  readonly processElement: (left: In1, right: In2, context: ProcessJoinContext, out: Collector<Out>) => void;
}
