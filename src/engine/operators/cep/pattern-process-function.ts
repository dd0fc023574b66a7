import type { Collector } from "../collector.ts";
import type { OutputTag } from "../output-tag.ts";
import type { Match } from "./nfa.ts";

/** What a function learns and can do besides sending results (Flink's `PatternProcessFunction.Context`). */
export interface PatternContext {
  /** Returns the time of the match's last event, or that at which a match timed out, ms. */
  readonly timestamp: () => number;
  readonly currentProcessingTime: () => number;
  /** Sends to a side output. */
  readonly output: <X>(tag: OutputTag<X>, value: X) => void;
}

/** Makes results of the matches of a pattern (Flink's class of the same name). */
export interface PatternProcessFunction<In, Out> {
  readonly processMatch: (match: Match<In>, context: PatternContext, out: Collector<Out>) => void;
  /** Gets partial matches whose time was over (Flink's `TimedOutPartialMatchHandler`); without it they are dropped. */
  readonly processTimedOutMatch?: (match: Match<In>, context: PatternContext) => void;
}
