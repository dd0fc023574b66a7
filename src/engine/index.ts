/**
 * A small Flink: what jobs import as "sluice/flink". The names are Flink's; `README.md` teaches the engine in one page.
 * This is the only barrel of the project; inside, files import the files that define.
 */

export { AllWindowedStream, type ProcessAllWindowFunction } from "./api/all-windowed-stream.ts";
export { AsyncDataStream, type AsyncCallSettings } from "./api/async-data-stream.ts";
export { BroadcastConnectedStream, KeyedBroadcastConnectedStream } from "./api/broadcast-connected-stream.ts";
export { type BroadcastStateDescriptor, BroadcastStream } from "./api/broadcast-stream.ts";
export { CEP, PatternStream } from "./api/cep.ts";
export {
  CoGroupedStreams,
  type CoGroupEqualTo,
  type CoGroupWhere,
  CoGroupWithWindow,
} from "./api/co-grouped-streams.ts";
export { ConnectedStreams, KeyedConnectedStreams } from "./api/connected-streams.ts";
export { DataStream } from "./api/data-stream.ts";
export { DataStreamSink } from "./api/data-stream-sink.ts";
export { Duration, Time } from "./api/duration.ts";
export { type JobExecutionResult } from "./api/execute-job.ts";
export { ExecutionConfig, type ObjectReuse } from "./api/execution-config.ts";
export { IntervalJoin, IntervalJoined } from "./api/interval-join.ts";
export { JoinedStreams, type JoinEqualTo, type JoinWhere, JoinWithWindow } from "./api/joined-streams.ts";
export { KeyedStream } from "./api/keyed-stream.ts";
export {
  type RichFilterFunction,
  type RichFlatMapFunction,
  type RichMapFunction,
} from "./api/rich-functions.ts";
export { SingleOutputStreamOperator } from "./api/single-output-stream-operator.ts";
export { StateTtlConfig, StateTtlConfigBuilder } from "./api/state-ttl-config-builder.ts";
export { StreamExecutionEnvironment } from "./api/stream-execution-environment.ts";
export {
  EventTimeSessionWindows,
  GlobalWindows,
  ProcessingTimeSessionWindows,
  SlidingEventTimeWindows,
  SlidingProcessingTimeWindows,
  TumblingEventTimeWindows,
  TumblingProcessingTimeWindows,
} from "./api/window-assigners.ts";
export {
  ContinuousEventTimeTrigger,
  ContinuousProcessingTimeTrigger,
  CountEvictor,
  CountTrigger,
  DeltaEvictor,
  DeltaTrigger,
  EventTimeTrigger,
  ProcessingTimeoutTrigger,
  ProcessingTimeTrigger,
  PurgingTrigger,
  TimeEvictor,
} from "./api/window-triggers.ts";
export { WindowedStream } from "./api/windowed-stream.ts";

export { LONG_MAX, LONG_MIN } from "./java/long.ts";
export { type Key, type KeyType } from "./java/hash-code.ts";
export * from "./java/exceptions.ts";

export { NO_TIMESTAMP } from "./time/timestamp.ts";
export { type WatermarkGenerator, type WatermarkOutput } from "./time/watermark-generator.ts";
export {
  type TimestampAssigner,
  type WatermarkGeneratorSupplier,
  WatermarkStrategy,
} from "./time/watermark-strategy.ts";
export { type TracedEvent, type TraceEvent } from "./trace/trace-event.ts";
export { TraceRecorder } from "./trace/trace-recorder.ts";

export { type AggregateFunction, type ReduceFunction } from "./state/functions.ts";
export * from "./state/state.ts";
export {
  AggregatingStateDescriptor,
  ListStateDescriptor,
  MapStateDescriptor,
  ReducingStateDescriptor,
  ValueStateDescriptor,
} from "./state/state-descriptor.ts";

export { type AsyncFunction } from "./operators/async/async-function.ts";
export { type AsyncRetryStrategy } from "./operators/async/async-retry-strategy.ts";
export { ExponentialBackoffDelayRetryStrategyBuilder } from "./operators/async/exponential-backoff-delay-retry-strategy.ts";
export { FixedDelayRetryStrategyBuilder } from "./operators/async/fixed-delay-retry-strategy.ts";
export { type ResultFuture } from "./operators/async/result-future.ts";
export * from "./operators/broadcast/broadcast-process-function.ts";
export { type AfterMatchSkipStrategy } from "./operators/cep/after-match-skip-strategy.ts";
export { type Condition as IterativeCondition } from "./operators/cep/condition.ts";
export { MalformedPatternException } from "./operators/cep/malformed-pattern-exception.ts";
export { type Match } from "./operators/cep/nfa.ts";
export {
  type PatternContext,
  type PatternProcessFunction,
} from "./operators/cep/pattern-process-function.ts";
export { Pattern } from "./operators/cep/pattern.ts";
export { type CoProcessFunction, type KeyedCoProcessFunction } from "./operators/co/co-process-function.ts";
export { type Collector } from "./operators/collector.ts";
export * from "./operators/functions.ts";
export { type CoGroupFunction, type JoinFunction } from "./operators/joins/co-group-function.ts";
export {
  type ProcessJoinContext,
  type ProcessJoinFunction,
} from "./operators/joins/process-join-function.ts";
export { KeyedProcessOperator } from "./operators/keyed-process-operator.ts";
export { type StateInitializationContext, type StateSnapshotContext } from "./operators/stream-operator.ts";
export { OutputTag } from "./operators/output-tag.ts";
export { type RuntimeContext, type TaskInfo } from "./operators/runtime-context.ts";
export { type TimeDomain, type TimerService } from "./operators/timer/timer-service.ts";
export { type Evictor } from "./operators/window/evictor.ts";
export { type GlobalWindow } from "./operators/window/global-window.ts";
export { type TimeWindow } from "./operators/window/time-window.ts";
export {
  type OnMergeContext,
  type Trigger,
  type TriggerContext,
  type TriggerResult,
} from "./operators/window/trigger.ts";
export { type WindowAssigner } from "./operators/window/window-assigner.ts";
export { type ProcessWindowContext, type ProcessWindowFunction } from "./operators/window/window-function.ts";
export { type Window } from "./operators/window/window.ts";

export { calc } from "./table/calc.ts";
export { changelogNormalize } from "./table/changelog-normalize.ts";
export { type Column, type SqlType } from "./table/column.ts";
export { deduplicate } from "./table/deduplicate.ts";
export { groupAggregate } from "./table/group-aggregate.ts";
export { intervalJoin } from "./table/interval-join.ts";
export { join } from "./table/join.ts";
export { lookupJoin } from "./table/lookup-join.ts";
export { miniBatchAssigner } from "./table/mini-batch-assigner.ts";
export { overAggregate } from "./table/over-aggregate.ts";
export { type Row, type RowKind } from "./table/row.ts";
export { scan, type SourceTable } from "./table/scan.ts";
export { type ChangelogSink, TableProgram } from "./table/table-program.ts";
export { type Table } from "./table/table.ts";
export { temporalJoin } from "./table/temporal-join.ts";
export { topN } from "./table/top-n.ts";
export { unionAll } from "./table/union-all.ts";
export { upsertSink } from "./table/upsert-sink.ts";
export { windowAggregate } from "./table/window-aggregate.ts";
export { windowTopN } from "./table/window-top-n.ts";

export { createJobGraph } from "./graph/job-graph-generator.ts";
export { type JobGraph, requiredSlots } from "./graph/job-graph.ts";
export { type StreamGraph } from "./graph/stream-graph.ts";

export { BufferDebloater } from "./cluster/buffer-debloater.ts";
export { jobManagerProcessSpecFromConfig } from "./cluster/job-manager-process.ts";
export { parseMemorySize, toHumanReadableString } from "./cluster/memory-size.ts";
export { createGateBuffersSpec } from "./cluster/network-buffers.ts";
export { type RestartStrategyOptions } from "./cluster/restart-backoff-time-strategy.ts";
export { createRestartStrategy } from "./cluster/restart-strategies.ts";
export { defaultSlotMemory, taskExecutorProcessSpecFromConfig } from "./cluster/task-executor-process.ts";

export { type CheckpointConfig } from "./runtime/checkpoint/checkpoint-config.ts";
export { JobException, JobExecutionException } from "./runtime/cluster/job-exceptions.ts";
export { type MiniCluster } from "./runtime/cluster/mini-cluster.ts";
export { type RunOptions } from "./runtime/cluster/run-options.ts";
export { type CheckpointRecord } from "./runtime/cluster/checkpoint-statistics.ts";
export { BudgetExceededException, type Budget } from "./runtime/cluster/budget.ts";
export { type Fault, type FaultMoment } from "./runtime/faults/fault.ts";
export { MetricsRecorder } from "./runtime/metrics/metrics-recorder.ts";
export * from "./runtime/metrics/metrics-report.ts";
export { type NetworkOptions } from "./runtime/network/network-options.ts";
export { type SinkFunction, type SinkFunctionContext } from "./runtime/sink/sink-function.ts";
export * from "./runtime/sink/sink.ts";
export {
  twoPhaseCommit,
  type TwoPhaseCommitSinkFunction,
} from "./runtime/sink/two-phase-commit-sink-function.ts";
export { type Instantiable } from "./runtime/program/instantiable.ts";
export { DataGeneratorSource, type GeneratorFunction } from "./runtime/source/data-generator-source.ts";
export { RateLimiterStrategy } from "./runtime/source/rate-limiter-strategy.ts";
export { type Arrival, ScheduledSource } from "./runtime/source/scheduled-source.ts";
export * from "./runtime/source/source.ts";

export { KeyedBroadcastOperatorTestHarness } from "./testing/broadcast-harness.ts";
export { OneInputStreamOperatorTestHarness } from "./testing/harness.ts";
export { ProcessFunctionTestHarnesses } from "./testing/process-function-test-harnesses.ts";
export { type OutputEvent } from "./testing/test-output.ts";
export { KeyedTwoInputStreamOperatorTestHarness } from "./testing/two-input-harness.ts";
export { TestProcessingTimeService } from "./time/processing-time-service.ts";

export { dateTimeBuckets, type BucketAssigner } from "./connectors/file/bucket-assigner.ts";
export { FileSink } from "./connectors/file/file-sink.ts";
export { type FileSinkOptions } from "./connectors/file/file-sink-options.ts";
export {
  defaultRollingPolicy,
  ON_CHECKPOINT_ROLLING_POLICY,
  type RollingPolicy,
} from "./connectors/file/rolling-policy.ts";
export { JdbcExactlyOnceSink } from "./connectors/jdbc/jdbc-exactly-once-sink.ts";
export { type JdbcExecutionOptions } from "./connectors/jdbc/jdbc-execution-options.ts";
export { JdbcSink } from "./connectors/jdbc/jdbc-sink.ts";
export { JdbcSource } from "./connectors/jdbc/jdbc-source.ts";
export { JdbcUpsertSink } from "./connectors/jdbc/jdbc-upsert-sink.ts";
export { KafkaSink } from "./connectors/kafka/kafka-sink.ts";
export { type DeliveryGuarantee, type KafkaSinkOptions } from "./connectors/kafka/kafka-sink-options.ts";
export { KafkaSource } from "./connectors/kafka/kafka-source.ts";
export { type KafkaSourceOptions } from "./connectors/kafka/kafka-source-options.ts";
export { OffsetsInitializer } from "./connectors/kafka/offsets-initializer.ts";
export { AsyncKeyValueLookup } from "./connectors/key-value/async-key-value-lookup.ts";
export { ClickHouseCluster } from "./world/clickhouse/click-house-cluster.ts";
export { ClickHouseException } from "./world/clickhouse/click-house-exception.ts";
export { ClientProcess } from "./world/client-process.ts";
export { ConnectionException } from "./world/connection-exception.ts";
export { type Condition } from "./world/database/condition.ts";
export { Connection } from "./world/database/connection.ts";
export { Database } from "./world/database/database.ts";
export {
  castTo,
  ClassCastException,
  isOfClass,
  type JavaObject,
} from "./world/database/driver/java-object.ts";
export { javaRow, type JavaRow } from "./world/database/driver/java-row.ts";
export { type JdbcDriver } from "./world/database/driver/jdbc-driver.ts";
export { SqlTimestamp } from "./world/database/driver/sql-timestamp.ts";
export { fixedZone, type ZoneRules } from "./world/database/driver/zone-rules.ts";
export { LocalDateTime, parseLocalDateTime } from "./world/database/local-date-time.ts";
export { BatchUpdateException, SQLException } from "./world/database/sql-exception.ts";
export { type Row as SqlRow, type SqlValue } from "./world/database/sql-value.ts";
export { type SelectStatement, type WriteStatement } from "./world/database/statement.ts";
export { XAException } from "./world/database/xa-exception.ts";
export { XaResource } from "./world/database/xa-resource.ts";
export { DEPLOYMENT_MODES } from "./world/deployment/deployment-mode.ts";
export { FlinkCluster } from "./world/deployment/flink-cluster.ts";
export { NoResourceAvailableException } from "./world/deployment/slot-pool.ts";
export { slotsNeeded } from "./world/deployment/slot-request.ts";
export { CheckpointIdCounter } from "./world/high-availability/checkpoint-id-counter.ts";
export { CompletedCheckpointStore } from "./world/high-availability/completed-checkpoint-store.ts";
export { ExecutionPlanStore } from "./world/high-availability/execution-plan-store.ts";
export { FencedReceiver } from "./world/high-availability/fenced-receiver.ts";
export { FencingTokenException } from "./world/high-availability/fencing-token-exception.ts";
export { HighAvailabilityStore } from "./world/high-availability/high-availability-store.ts";
export { LeaderElector } from "./world/high-availability/leader-elector.ts";
export { EXTERNAL_SYSTEM, type ExternalSystem } from "./world/external-system.ts";
export { KafkaCluster } from "./world/kafka/kafka-cluster.ts";
export { KafkaConsumer } from "./world/kafka/kafka-consumer.ts";
export { KafkaException } from "./world/kafka/kafka-exception.ts";
export { KafkaProducer } from "./world/kafka/kafka-producer.ts";
export { type ConsumerRecord, type ProducerRecord, type TopicPartition } from "./world/kafka/records.ts";
export { KeyValueService } from "./world/key-value/key-value-service.ts";
export { ServiceException } from "./world/key-value/service-exception.ts";
export { type Latency } from "./world/latency.ts";
export { ObjectStore } from "./world/object-store/object-store.ts";
export { ObjectStoreException } from "./world/object-store/object-store-exception.ts";
export { World } from "./world/world.ts";
export { YarnCluster } from "./world/yarn/yarn-cluster.ts";
export { SocketSource } from "./connectors/socket/socket-source.ts";
export { SocketServer } from "./world/socket/socket-server.ts";
export { atTimes, timesOf, type TrafficPhase } from "./world/traffic.ts";
export { type CrashAt, crashSweep } from "./runtime/sweep/crash-sweep.ts";
export { explore } from "./runtime/sweep/explore.ts";
export {
  type Counterexample,
  type PlayedJob,
  type SweepVerdict,
  type SweptJob,
} from "./runtime/sweep/swept-job.ts";
