import type { DataStreamSink } from "../api/data-stream-sink.ts";
import type { DataStream } from "../api/data-stream.ts";
import { KeyedStream } from "../api/keyed-stream.ts";
import type { SingleOutputStreamOperator } from "../api/single-output-stream-operator.ts";
import type { StreamExecutionEnvironment } from "../api/stream-execution-environment.ts";
import type { Key } from "../java/hash-code.ts";
import { OutputTag } from "../operators/output-tag.ts";
import { GlobalWindows } from "../operators/window/assigners/global-windows.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import type { Window } from "../operators/window/window.ts";
import { WatermarkStrategy } from "../time/watermark-strategy.ts";
import { listOf, textOf } from "./collections.ts";
import { evaluate, isTrue, scopeOf } from "./expression.ts";
import { aggregateFunctionOf, keySelectorOf, reduceFunctionOf } from "./functions-from-expressions.ts";
import { asList, numberField, textField } from "./json-fields.ts";
import { isList, type Json, type JsonObject } from "./json.ts";
import { type FailureSpec, failingMap, keyedProcessFunctionOf } from "./run-job-functions.ts";
import { type JobOutput, plainSink, transactionalSink } from "./run-job-sinks.ts";
import { type LedLog, LedSource } from "./run-job-source.ts";
import { specOf } from "./scenario.ts";
import { ScriptedWindowFunction } from "./scripted-window-function.ts";
import type { WindowPipeline } from "./window-specs.ts";
import { evictorOf, timeAssignerOf, triggerOf } from "./windows-from-specs.ts";

/** What a played job reads from and writes to. */
export interface JobSurroundings {
  readonly logOf: (source: string, sub: number) => LedLog;
  readonly output: JobOutput;
}

type Operator = SingleOutputStreamOperator<Json>;

/** Writes the graph of a scenario as a program. */
export class JobProgram {
  readonly #environment: StreamExecutionEnvironment;
  readonly #surroundings: JobSurroundings;
  readonly #streams = new Map<string, DataStream<Json>>();

  constructor(environment: StreamExecutionEnvironment, surroundings: JobSurroundings) {
    this.#environment = environment;
    this.#surroundings = surroundings;
  }

  add(step: JsonObject): void {
    const id = textField(step, "id");
    const op = textField(step, "op");
    if (op === "sink") {
      settle(this.#addSink(step), id, step);
      return;
    }
    const partitioned = this.#partitioned(op, step);
    this.#streams.set(id, partitioned ?? settle(this.#operator(op, id, step), id, step));
  }

  /** Returns a stream that only says where its elements go; `null` if it is an operator. */
  #partitioned(op: string, step: JsonObject): DataStream<Json> | null {
    switch (op) {
      case "keyBy":
        return this.#input(step).keyBy(keySelectorOf(textField(step, "key")));
      case "union": {
        const [first, ...others] = this.#inputs(step);
        return first === undefined ? null : first.union(...others);
      }
      case "broadcast":
      case "rebalance":
      case "rescale":
      case "global":
      case "forward":
      case "shuffle":
        return this.#input(step)[op]();
      default:
        return null;
    }
  }

  #operator(op: string, id: string, step: JsonObject): Operator {
    const expression = step["expr"] ?? null;
    switch (op) {
      case "source":
        return this.#source(id);
      case "map":
        return this.#input(step).map(failingMap(expression, specOf<{ fail?: FailureSpec }>(step).fail));
      case "filter":
        return this.#input(step).filter((el) => isTrue(expression, scopeOf({ el })));
      case "flatMap":
        return this.#input(step).flatMap((el, out) => {
          for (const item of listOf(evaluate(expression, scopeOf({ el })))) out.collect(item);
        });
      case "keyedProcess":
        return this.#keyed(step).process(() => keyedProcessFunctionOf(specOf(step)));
      case "reduce":
        return this.#keyed(step).reduce(reduceFunctionOf(step["reduce"] ?? null));
      case "window":
        return this.#window(specOf<WindowPipeline>(step), step);
      default:
        throw new Error(`there is no operator ${op} in jobs`);
    }
  }

  #source(id: string): Operator {
    const source = new LedSource((sub) => this.#surroundings.logOf(id, sub));
    return this.#environment.fromSource(source, WatermarkStrategy.noWatermarks(), id);
  }

  #window(spec: WindowPipeline, step: JsonObject): Operator {
    return spec.assigner.type === "global"
      ? this.#inWindows(spec, step, new GlobalWindows())
      : this.#inWindows(spec, step, timeAssignerOf(spec.assigner));
  }

  #inWindows<W extends Window>(
    spec: WindowPipeline,
    step: JsonObject,
    assigner: WindowAssigner<Json, W>,
  ): Operator {
    const windows = this.#keyed(step).window(assigner);
    if (spec.trigger !== undefined) windows.trigger(triggerOf(spec.trigger));
    if (spec.evictor !== undefined) windows.evictor(evictorOf(spec.evictor));
    if (spec.allowedLateness !== undefined) windows.allowedLateness(spec.allowedLateness);
    if (spec.lateTag !== undefined) windows.sideOutputLateData(new OutputTag(spec.lateTag));
    const { fn } = spec;
    if (fn.reduce !== undefined) return windows.reduce(reduceFunctionOf(fn.reduce));
    if (fn.aggregate !== undefined) return windows.aggregate(aggregateFunctionOf(fn.aggregate));
    return windows.process(() => new ScriptedWindowFunction<W>(fn));
  }

  #addSink(step: JsonObject): DataStreamSink {
    const { output } = this.#surroundings;
    const input = this.#input(step);
    return step["type"] === "transactional"
      ? input.sinkTo(transactionalSink(output))
      : input.addSink(() => plainSink(output));
  }

  #keyed(step: JsonObject): KeyedStream<Json, Key> {
    const input = this.#input(step);
    if (input instanceof KeyedStream) return input;
    throw new Error(`${textField(step, "id")} needs a keyed stream`);
  }

  #input(step: JsonObject): DataStream<Json> {
    const [input] = this.#inputs(step);
    if (input === undefined) throw new Error(`${textField(step, "id")} has no input`);
    return input;
  }

  #inputs(step: JsonObject): readonly DataStream<Json>[] {
    const ids = step["in"] ?? [];
    return (isList(ids) ? asList(ids) : [ids]).flatMap((id) => this.#streams.get(textOf(id)) ?? []);
  }
}

/** Gives an operator its name, by which its state is found again, and its parallelism if it says one. */
function settle<S extends Operator | DataStreamSink>(stream: S, id: string, step: JsonObject): S {
  stream.uid(id);
  stream.name(id);
  if (step["parallelism"] !== undefined) stream.setParallelism(numberField(step, "parallelism"));
  return stream;
}
