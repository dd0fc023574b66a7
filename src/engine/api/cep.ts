import { CepOperator } from "../operators/cep/cep-operator.ts";
import type { PatternProcessFunction } from "../operators/cep/pattern-process-function.ts";
import type { Pattern } from "../operators/cep/pattern.ts";
import type { OutputTag } from "../operators/output-tag.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { DataStream } from "./data-stream.ts";
import { KeyedStream } from "./keyed-stream.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import { functionFactory } from "./user-functions.ts";

/** Looks for patterns in streams (Flink's class of the same name). */
export const CEP = {
  /** Looks for a pattern in the events of each key, or in all events if the stream has no keys. */
  pattern: <T>(input: DataStream<T>, pattern: Pattern<T>): PatternStream<T> =>
    new PatternStream(input, pattern, { timeBehaviour: "EventTime", lateDataOutputTag: null }),
};

interface PatternSettings<T> {
  readonly timeBehaviour: "EventTime" | "ProcessingTime";
  readonly lateDataOutputTag: OutputTag<T> | null;
}

/**
 * A stream in which a pattern is looked for (Flink's class of the same name); by event time unless it is told
 * otherwise.
 */
export class PatternStream<T> {
  readonly #input: DataStream<T>;
  readonly #pattern: Pattern<T>;
  readonly #settings: PatternSettings<T>;

  constructor(input: DataStream<T>, pattern: Pattern<T>, settings: PatternSettings<T>) {
    this.#input = input;
    this.#pattern = pattern;
    this.#settings = settings;
  }

  /** Goes by the clock: each event is looked at as it comes. */
  inProcessingTime(): PatternStream<T> {
    return new PatternStream(this.#input, this.#pattern, {
      ...this.#settings,
      timeBehaviour: "ProcessingTime",
    });
  }

  /** Goes by timestamps: events wait for the watermark. */
  inEventTime(): PatternStream<T> {
    return new PatternStream(this.#input, this.#pattern, { ...this.#settings, timeBehaviour: "EventTime" });
  }

  /** Sends events that come behind the watermark to a side output, instead of dropping them. */
  sideOutputLateData(tag: OutputTag<T>): PatternStream<T> {
    return new PatternStream(this.#input, this.#pattern, { ...this.#settings, lateDataOutputTag: tag });
  }

  /** Makes results of each match. */
  process<Out>(
    patternProcessFunction: Instantiable<PatternProcessFunction<T, Out>>,
  ): SingleOutputStreamOperator<Out> {
    const keyed = this.#input instanceof KeyedStream ? this.#input : this.#input.keyBy(() => 0, "int");
    const settings = this.#settings;
    const pattern = this.#pattern;
    const factory = functionFactory<PatternProcessFunction<T, Out>, T, Out>(
      patternProcessFunction,
      (parameters, userFunction) =>
        new CepOperator(parameters, keyed.keySelector, {
          ...settings,
          pattern,
          patternProcessFunction: userFunction,
        }),
    );
    const operator = keyed.transform<Out>("CepOperator", factory);
    return this.#input instanceof KeyedStream ? operator : operator.forceNonParallel();
  }
}
