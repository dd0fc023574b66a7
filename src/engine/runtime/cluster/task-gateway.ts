import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { Scheduler } from "../schedule/scheduler.ts";
import type { StreamTask } from "../task/stream-task.ts";
import type { TaskGateway } from "../task/task-gateway.ts";
import { sizeOf, type TaskSnapshot } from "../task/task-snapshot.ts";
import type { JobConfiguration } from "./job-configuration.ts";
import type { JobMaster } from "./job-master.ts";
import type { MessageBus } from "./messages.ts";
import type { SourceCoordinators } from "./source-coordinators.ts";

/** What stands behind the gateway. */
export interface GatewayParts {
  readonly clock: VirtualClock;
  readonly scheduler: () => Scheduler;
  readonly messages: MessageBus;
  readonly sources: SourceCoordinators;
  /** Returns the JobMaster of now: it may have been replaced. */
  readonly jobMaster: () => JobMaster;
}

/** Returns the cluster as its subtasks see it. */
export function createTaskGateway(
  { checkpointing }: JobConfiguration,
  parts: GatewayParts,
): TaskGateway<StreamTask> {
  const { clock, scheduler, messages, jobMaster, sources } = parts;
  const acknowledge = (task: StreamTask, checkpointId: number, snapshot: TaskSnapshot) => {
    messages.send({ type: "acknowledge-checkpoint", checkpointId, task: task.index }, () =>
      jobMaster().receiveAcknowledgement(task, checkpointId, snapshot),
    );
  };
  const { asyncDuration } = checkpointing;
  return {
    clock,
    finalCheckpoint: checkpointing.interval === null ? "none" : "awaited",
    wake: (task) => {
      if (task.state !== "CANCELED") scheduler().wake(task);
    },
    charge: (micros) => scheduler().charge(micros),
    takesTime: () => scheduler().takesTime,
    acknowledge: (task, checkpointId, snapshot) => {
      if (asyncDuration === null) {
        acknowledge(task, checkpointId, snapshot);
        return;
      }
      clock.schedule(clock.now() + asyncDuration(sizeOf(snapshot)), () => {
        if (task.state !== "CANCELED") acknowledge(task, checkpointId, snapshot);
      });
    },
    decline: (task, checkpointId) =>
      messages.send({ type: "decline-checkpoint", checkpointId, task: task.index }, () =>
        jobMaster().receiveDecline(task, checkpointId),
      ),
    reportWatermark: (task, watermark) => sources.reportedWatermark(task, watermark),
    onFinished: (task) => jobMaster().taskFinished(task),
  };
}
