import { instancesOf, type Instantiable } from "../runtime/program/instantiable.ts";
import { oneInputFactory } from "../runtime/program/operator-factory.ts";
import { CommitterOperator } from "../runtime/sink/committer-operator.ts";
import type { SinkFunction } from "../runtime/sink/sink-function.ts";
import { type CommittableMessage, SinkWriterOperator } from "../runtime/sink/sink-writer-operator.ts";
import type { Sink } from "../runtime/sink/sink.ts";
import { StreamSink } from "../runtime/sink/stream-sink.ts";
import type { DataStream } from "./data-stream.ts";
import type { StreamTransformation } from "./stream-transformation.ts";

/** An operator of a sink, and what stands behind the sink's name in its own. */
interface SinkOperator {
  readonly transformation: StreamTransformation;
  readonly suffix: string;
}

/** The end of a stream: one operator, or one that writes and one that commits (Flink's class of the same name). */
export class DataStreamSink {
  readonly #operators: readonly SinkOperator[];

  constructor(operators: readonly SinkOperator[]) {
    this.#operators = operators;
  }

  /** Names the sink, for people; the operators of a sink with a writer are `NAME: Writer` and `NAME: Committer`. */
  name(name: string): this {
    for (const { transformation, suffix } of this.#operators) transformation.name = `${name}${suffix}`;
    return this;
  }

  /** Names the sink's state: by this a savepoint finds it. */
  uid(uid: string): this {
    for (const { transformation, suffix } of this.#operators) transformation.uid = `${uid}${suffix}`;
    return this;
  }

  setParallelism(parallelism: number): this {
    for (const { transformation } of this.#operators) transformation.parallelism = parallelism;
    return this;
  }

  /** Lets the sink run in a task of its own. */
  disableChaining(): this {
    for (const { transformation } of this.#operators) transformation.chainingStrategy = "NEVER";
    return this;
  }

  slotSharingGroup(group: string): this {
    for (const { transformation } of this.#operators) transformation.slotSharingGroup = group;
    return this;
  }
}

/** Ends a stream with a function. */
export function addSink<T>(
  { environment, transformation }: DataStream<T>,
  sinkFunction: Instantiable<SinkFunction<T>>,
): DataStreamSink {
  const newFunction = instancesOf(sinkFunction);
  const factory = oneInputFactory<T, unknown>((parameters) => {
    const userFunction = newFunction();
    if (parameters.tracer !== undefined) userFunction.traceWith?.(parameters.tracer);
    return { operator: new StreamSink(parameters, userFunction), userFunction };
  });
  const operator = environment.addTransformation("Sink: Unnamed", [transformation], factory);
  return new DataStreamSink([{ transformation: operator, suffix: "" }]);
}

/** Ends a stream with a sink that writes and, if it wants, commits. */
export function sinkTo<T, State, Committable>(
  { environment, transformation }: DataStream<T>,
  sink: Sink<T, State, Committable>,
): DataStreamSink {
  const writing = oneInputFactory<T, CommittableMessage<Committable>>((parameters) => ({
    operator: new SinkWriterOperator(parameters, sink),
  }));
  const writer = environment.addTransformation("Sink: Writer", [transformation], writing);
  const operators = [{ transformation: writer, suffix: ": Writer" }];
  const { createCommitter } = sink;
  if (createCommitter === undefined) return new DataStreamSink(operators);
  const committing = oneInputFactory<CommittableMessage<Committable>, unknown>((parameters) => ({
    operator: new CommitterOperator(parameters, () => createCommitter.call(sink)),
  }));
  const committer = environment.addTransformation("Sink: Committer", [writer], committing);
  return new DataStreamSink([...operators, { transformation: committer, suffix: ": Committer" }]);
}
