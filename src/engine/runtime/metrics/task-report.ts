import { getBackPressureLevel } from "../../cluster/task-io-metrics.ts";
import type { StreamTask } from "../task/stream-task.ts";
import type { LoadReport, SubtaskReport, TaskReport, TrafficReport } from "./metrics-report.ts";

/** Returns what a task has done, of whose subtasks there are all attempts, from the first on. */
export function taskReport(
  { name, operators }: Pick<TaskReport, "name" | "operators">,
  attempts: readonly (readonly StreamTask[])[],
): TaskReport {
  const subtasks = attempts.map((tasks, subtask) => subtaskReport(tasks, subtask));
  const time = (timeOf: (subtask: SubtaskReport) => number) => sumOf(subtasks.map(timeOf));
  const backPressuredTime = time((each) => each.softBackPressuredTime + each.hardBackPressuredTime);
  return {
    name,
    operators,
    parallelism: subtasks.length,
    skew: skewOf(subtasks.map(({ numRecordsIn }) => numRecordsIn)),
    ...loadOf(
      time(({ busyTime }) => busyTime),
      time(({ idleTime }) => idleTime),
      backPressuredTime,
    ),
    ...together(subtasks),
    subtasks,
  };
}

/** Returns how uneven a load is: the largest share beside the mean; 1 if there is nothing to share. */
export function skewOf(shares: readonly number[]): number {
  const mean = meanOf(shares);
  return mean === 0 ? 1 : Math.max(...shares) / mean;
}

function subtaskReport(attempts: readonly StreamTask[], subtask: number): SubtaskReport {
  const times = attempts.map(({ load }) => load.times());
  const sum = (part: keyof (typeof times)[number]) => inMicros(sumOf(times.map((time) => time[part])));
  const [idleTime, soft, hard] = [sum("idle"), sum("softBackPressured"), sum("hardBackPressured")];
  const busyTime = inMicros(Math.max(0, sum("total") - idleTime - soft - hard));
  return {
    subtask,
    attempts: attempts.length,
    busyTime,
    idleTime,
    softBackPressuredTime: soft,
    hardBackPressuredTime: hard,
    ...loadOf(busyTime, idleTime, soft + hard),
    ...together(attempts.map(trafficOf)),
  };
}

function loadOf(busy: number, idle: number, backPressured: number): LoadReport {
  const total = busy + idle + backPressured;
  const share = (time: number) => (total === 0 ? 0 : time / total);
  return {
    busyRatio: share(busy),
    idleRatio: total === 0 ? 1 : share(idle),
    backPressuredRatio: share(backPressured),
    backPressureLevel: getBackPressureLevel(share(backPressured)),
  };
}

function trafficOf({ parts }: StreamTask): TrafficReport {
  const { inputs, edges, channels, checkpoints } = parts;
  return {
    numRecordsIn: inputs.numRecordsIn.getCount(),
    numRecordsOut: sumOf(edges.map((edge) => edge.numRecordsOut())),
    peakQueueRecords: channels[0]?.taskQueue.peakRecords ?? 0,
    peakQueueBuffers: channels[0]?.taskQueue.peakBuffers ?? 0,
    peakOutPoolUsage: Math.max(0, ...edges.map((edge) => edge.peakPoolUsage())),
    maxAlignmentDuration: checkpoints.maxAlignmentDuration,
  };
}

function together(parts: readonly TrafficReport[]): TrafficReport {
  const most = (name: keyof TrafficReport) => Math.max(0, ...parts.map((part) => part[name]));
  return {
    numRecordsIn: sumOf(parts.map(({ numRecordsIn }) => numRecordsIn)),
    numRecordsOut: sumOf(parts.map(({ numRecordsOut }) => numRecordsOut)),
    peakQueueRecords: most("peakQueueRecords"),
    peakQueueBuffers: most("peakQueueBuffers"),
    peakOutPoolUsage: most("peakOutPoolUsage"),
    maxAlignmentDuration: most("maxAlignmentDuration"),
  };
}

/** Virtual time is counted in microseconds: sums of ms are rounded to them. */
function inMicros(time: number): number {
  return Math.round(time * 1000) / 1000;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : sumOf(numbers) / numbers.length;
}
