import { TaskIOMetrics } from "../cluster/task-io-metrics.ts";
import type { TimerGauge } from "../cluster/timer-gauge.ts";
import { numberField, objectsField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";

/** Plays `taskTime`: the time metrics of a task at each reading. */
export function runTaskTime(pipeline: JsonObject): Json {
  const metrics = new TaskIOMetrics(pipeline["busyTime"] === false ? "unknown" : "measured", 0);
  const readings: Json[] = [];
  for (const event of objectsField(pipeline, "events")) {
    const at = numberField(event, "at");
    if ("start" in event) gaugeOf(metrics, textField(event, "start")).markStart(at);
    else if ("end" in event) gaugeOf(metrics, textField(event, "end")).markEnd(at);
    else readings.push(read(metrics, at));
  }
  return readings;
}

function gaugeOf(metrics: TaskIOMetrics, name: string): TimerGauge {
  switch (name) {
    case "idle":
      return metrics.idleTimeMsPerSecond;
    case "soft":
      return metrics.softBackPressuredTimeMsPerSecond;
    case "hard":
      return metrics.hardBackPressuredTimeMsPerSecond;
    default:
      throw new RangeError(`there is no gauge ${name}`);
  }
}

function read(metrics: TaskIOMetrics, at: number): JsonObject {
  metrics.update(at);
  const { idleTimeMsPerSecond: idle } = metrics;
  const { softBackPressuredTimeMsPerSecond: soft, hardBackPressuredTimeMsPerSecond: hard } = metrics;
  return {
    at,
    idle: idle.getValue(),
    soft: soft.getValue(),
    hard: hard.getValue(),
    backPressured: metrics.backPressuredTimeMsPerSecond,
    busy: numberOrNaN(metrics.busyTimeMsPerSecond),
    maxSoft: soft.getMaxSingleMeasurement(),
    maxHard: hard.getMaxSingleMeasurement(),
    accumulatedIdle: idle.getAccumulatedCount(),
    accumulatedBackPressured: metrics.accumulatedBackPressuredTime,
    accumulatedBusy: numberOrNaN(metrics.accumulatedBusyTime(at)),
  };
}

function numberOrNaN(value: number): Json {
  return Number.isNaN(value) ? "NaN" : value;
}
