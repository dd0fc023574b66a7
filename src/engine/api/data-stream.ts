import type { Partitioner, Partitioning } from "../graph/partitioning.ts";
import type { Transformation } from "../graph/transformation.ts";
import type { Key, KeyType } from "../java/hash-code.ts";
import type {
  FilterFunction,
  FlatMapFunction,
  KeySelector,
  MapFunction,
  ProcessFunction,
} from "../operators/functions.ts";
import { ProcessOperator } from "../operators/process-operator.ts";
import { StreamFilter } from "../operators/stream-filter.ts";
import { StreamFlatMap } from "../operators/stream-flat-map.ts";
import { StreamMap } from "../operators/stream-map.ts";
import { TimestampsAndWatermarksOperator } from "../operators/timestamps-and-watermarks-operator.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import type { Window } from "../operators/window/window.ts";
import type { Instantiable } from "../runtime/program/instantiable.ts";
import type { OperatorFactory } from "../runtime/program/operator-factory.ts";
import type { SinkFunction } from "../runtime/sink/sink-function.ts";
import type { Sink } from "../runtime/sink/sink.ts";
import type { WatermarkStrategy } from "../time/watermark-strategy.ts";
import { AllWindowedStream } from "./all-windowed-stream.ts";
import { BroadcastConnectedStream } from "./broadcast-connected-stream.ts";
import { type BroadcastStateDescriptor, BroadcastStream } from "./broadcast-stream.ts";
import { CoGroupedStreams } from "./co-grouped-streams.ts";
import { ConnectedStreams } from "./connected-streams.ts";
import { addSink, type DataStreamSink, sinkTo } from "./data-stream-sink.ts";
import { JoinedStreams } from "./joined-streams.ts";
import type { KeyedStream } from "./keyed-stream.ts";
import * as rich from "./rich-functions.ts";
import type { SingleOutputStreamOperator } from "./single-output-stream-operator.ts";
import type { StreamExecutionEnvironment } from "./stream-execution-environment.ts";
import { partitioned } from "./stream-factory.ts";
import { functionFactory, plainFactory } from "./user-functions.ts";

/**
 * A stream of elements of one type (Flink's class of the same name). It describes a job; nothing flows before
 * `execute`.
 */
export class DataStream<T> {
  readonly environment: StreamExecutionEnvironment;
  readonly transformation: Transformation;

  constructor(environment: StreamExecutionEnvironment, transformation: Transformation) {
    this.environment = environment;
    this.transformation = transformation;
  }

  /** Makes one element of each. */
  map<Out>(mapper: MapFunction<T, Out> | rich.RichMapFunction<T, Out>): SingleOutputStreamOperator<Out> {
    if (typeof mapper !== "function") return this.process(rich.mapping(mapper)).name("Map");
    const factory = plainFactory<T, Out>(({ output }) => new StreamMap(output, mapper));
    return this.transform("Map", factory);
  }

  /** Keeps the elements for which the function returns true. */
  filter(filter: FilterFunction<T> | rich.RichFilterFunction<T>): SingleOutputStreamOperator<T> {
    if (typeof filter !== "function") return this.process(rich.filtering(filter)).name("Filter");
    const factory = plainFactory<T, T>(({ output }) => new StreamFilter(output, filter));
    return this.transform("Filter", factory);
  }

  /** Makes any number of elements of each. */
  flatMap<Out>(
    flatMapper: FlatMapFunction<T, Out> | rich.RichFlatMapFunction<T, Out>,
  ): SingleOutputStreamOperator<Out> {
    if (typeof flatMapper !== "function") return this.process(rich.flatMapping(flatMapper)).name("Flat Map");
    const factory = plainFactory<T, Out>(({ output }) => new StreamFlatMap(output, flatMapper));
    return this.transform("Flat Map", factory);
  }

  /** Runs a function that may send to side outputs. State and timers need a keyed stream. */
  process<Out>(processFunction: Instantiable<ProcessFunction<T, Out>>): SingleOutputStreamOperator<Out> {
    const factory = functionFactory<ProcessFunction<T, Out>, T, Out>(
      processFunction,
      (parameters, userFunction) => new ProcessOperator(parameters, userFunction),
    );
    return this.transform("Process", factory);
  }

  /** Divides the stream by key. `keyType` is the Java type of the keys, on which their places depend. */
  keyBy<K extends Key>(keySelector: KeySelector<T, K>, keyType?: KeyType): KeyedStream<T, K> {
    return this.environment.streams.keyed(this, keySelector, keyType);
  }

  /** Takes this stream and others of the same type as one; in which order is not said. */
  union(...others: readonly DataStream<T>[]): DataStream<T> {
    const inputs = [this.transformation, ...others.map(({ transformation }) => transformation)];
    return this.environment.streams.stream({ kind: "union", inputs });
  }

  connect<T2>(other: DataStream<T2>): ConnectedStreams<T, T2>;
  connect<T2>(other: BroadcastStream<T2>): BroadcastConnectedStream<T, T2>;
  /** Lets one operator see this stream and another one, each with its own type. */
  connect<T2>(
    other: DataStream<T2> | BroadcastStream<T2>,
  ): ConnectedStreams<T, T2> | BroadcastConnectedStream<T, T2> {
    if (other instanceof BroadcastStream) return new BroadcastConnectedStream(this, other);
    return new ConnectedStreams(this, other);
  }

  broadcast(): DataStream<T>;
  broadcast(
    first: BroadcastStateDescriptor,
    ...others: readonly BroadcastStateDescriptor[]
  ): BroadcastStream<T>;
  /** Sends every element to all instances of the next operator; with descriptors, for broadcast state. */
  broadcast(...descriptors: readonly BroadcastStateDescriptor[]): DataStream<T> | BroadcastStream<T> {
    const stream = this.setConnectionType({ name: "BROADCAST" });
    return descriptors.length === 0 ? stream : new BroadcastStream(stream.transformation, descriptors);
  }

  /** Sends elements to all instances of the next operator in turn. */
  rebalance(): DataStream<T> {
    return this.setConnectionType({ name: "REBALANCE" });
  }

  /** Sends elements in turn to those instances of the next operator that are near. */
  rescale(): DataStream<T> {
    return this.setConnectionType({ name: "RESCALE" });
  }

  /** Sends each element to an instance of the next operator that is drawn by lot. */
  shuffle(): DataStream<T> {
    return this.setConnectionType({ name: "SHUFFLE" });
  }

  /** Sends all elements to the first instance of the next operator. */
  global(): DataStream<T> {
    return this.setConnectionType({ name: "GLOBAL" });
  }

  /** Sends each element to the instance with the same number; there must be as many. */
  forward(): DataStream<T> {
    return this.setConnectionType({ name: "FORWARD" });
  }

  /** Sends each element where the partitioner says. */
  partitionCustom<K>(partitioner: Partitioner<K>, keySelector: KeySelector<T, K>): DataStream<T> {
    const partition = (value: T, channels: number) => partitioner(keySelector(value), channels);
    return this.setConnectionType({ name: "CUSTOM", partition });
  }

  /** Gives elements timestamps and makes watermarks; those of before are lost. */
  assignTimestampsAndWatermarks(strategy: WatermarkStrategy<T>): SingleOutputStreamOperator<T> {
    const autoWatermarkInterval = this.environment.getConfig().getAutoWatermarkInterval();
    const emission = { autoWatermarkInterval, progress: "progressive" } as const;
    const factory = plainFactory<T, T>(
      (parameters) => new TimestampsAndWatermarksOperator(parameters, strategy, emission),
    );
    return this.transform("Timestamps/Watermarks", factory);
  }

  /** Puts all elements, whatever their key, into windows; one instance has them all. */
  windowAll<W extends Window>(assigner: WindowAssigner<T, W>): AllWindowedStream<T, W> {
    return new AllWindowedStream(this.keyBy((): number => 0, "int").window(assigner));
  }

  /** Begins a join of elements with equal keys that are in one window. */
  join<T2>(other: DataStream<T2>): JoinedStreams<T, T2> {
    return new JoinedStreams(this, other);
  }

  /** Begins to group elements of two streams by key and window. */
  coGroup<T2>(other: DataStream<T2>): CoGroupedStreams<T, T2> {
    return new CoGroupedStreams(this, other);
  }

  /** Writes every element with a function; after a failure it sees some twice. */
  addSink(sinkFunction: Instantiable<SinkFunction<T>>): DataStreamSink {
    return addSink(this, sinkFunction);
  }

  /** Writes the elements with a sink; if it commits, what it wrote is seen when a checkpoint is complete. */
  sinkTo<State, Committable>(sink: Sink<T, State, Committable>): DataStreamSink {
    return sinkTo(this, sink);
  }

  /** Runs the job and returns the elements of this stream in the order in which they came. */
  executeAndCollect(): readonly T[] {
    const collected: T[] = [];
    this.addSink({ invoke: (value) => collected.push(value) }).name("Data stream collect sink");
    this.environment.execute("DataStream Collect");
    return collected;
  }

  /** Adds an operator of one's own. */
  transform<Out>(name: string, factory: OperatorFactory): SingleOutputStreamOperator<Out> {
    const { streams } = this.environment;
    return streams.singleOutput(this.environment.addTransformation(name, [this.transformation], factory));
  }

  protected setConnectionType(partitioning: Partitioning<T>): DataStream<T> {
    return this.environment.streams.stream(partitioned(this.transformation, partitioning));
  }
}
