import { BufferDebloater } from "../cluster/buffer-debloater.ts";
import {
  createGateBuffersSpec,
  DEFAULT_NETWORK_BUFFERS,
  resultPartitionBuffers,
  type NetworkBufferOptions,
} from "../cluster/network-buffers.ts";
import { ThroughputCalculator } from "../cluster/throughput-calculator.ts";
import { numberField, objectsField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";

/** Plays `networkBuffers`: what gates and result partitions ask for. */
export function runNetworkBuffers(pipeline: JsonObject): Json {
  const options: NetworkBufferOptions = {
    exclusivePerChannel: numberField(pipeline, "perChannel", DEFAULT_NETWORK_BUFFERS.exclusivePerChannel),
    floatingPerGate: numberField(pipeline, "floating", DEFAULT_NETWORK_BUFFERS.floatingPerGate),
  };
  return objectsField(pipeline, "cases").map((task) => {
    const gate = "channels" in task ? gateOf(numberField(task, "channels"), options) : null;
    const partition =
      "subpartitions" in task ? resultPartitionBuffers(numberField(task, "subpartitions"), options) : null;
    return {
      ...gate,
      ...(partition === null ? {} : { partition: [partition.min, partition.max] }),
      announced: (gate?.gate ?? 0) + (partition?.max ?? 0),
    };
  });
}

function gateOf(channels: number, options: NetworkBufferOptions) {
  const spec = createGateBuffersSpec(channels, options);
  const floating = [spec.requiredFloating, spec.totalFloating];
  return { exclusivePerChannel: spec.exclusivePerChannel, floating, gate: spec.targetTotal };
}

/** Plays `throughput`: bytes a second at each update. */
export function runThroughput(pipeline: JsonObject): Json {
  const calculator = new ThroughputCalculator();
  const results: Json[] = [];
  for (const event of objectsField(pipeline, "events")) {
    const at = numberField(event, "at");
    if ("bytes" in event) calculator.incomingDataSize(numberField(event, "bytes"), at);
    else if ("start" in event) calculator.pauseMeasurement(at);
    else if ("end" in event) calculator.resumeMeasurement(at);
    else results.push({ at, throughput: calculator.calculateThroughput(at) });
  }
  return results;
}

/** Plays `debloat`: the sizes that a gate announces, period by period. */
export function runDebloat(pipeline: JsonObject): Json {
  const maxBufferSize = numberField(pipeline, "maxBuffer", 32_768);
  const debloater = new BufferDebloater({
    target: numberField(pipeline, "target", 1000),
    thresholdPercentages: numberField(pipeline, "threshold", 25),
    samples: numberField(pipeline, "samples", 20),
    minBufferSize: numberField(pipeline, "minBuffer", 256),
    maxBufferSize,
    startingBufferSize: numberField(pipeline, "startBuffer", maxBufferSize),
  });
  return objectsField(pipeline, "gate").map((period) => {
    const throughput = numberField(period, "throughput");
    const announced = debloater.recalculateBufferSize(throughput, numberField(period, "buffers"));
    const consumeMs = debloater.lastEstimatedTimeToConsumeBuffers;
    return { announced, bufferSize: debloater.lastBufferSize, consumeMs };
  });
}
