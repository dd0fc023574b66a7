import type { ProcessingTimeService } from "../../time/processing-time-service.ts";
import type { TaskEnding } from "./task-ending.ts";
import type { TaskEvents } from "./task-events.ts";
import type { TaskGateway } from "./task-gateway.ts";
import type { TaskLoad } from "./task-load.ts";
import type { TaskHost, TaskParts } from "./task-parts.ts";
import type { TaskPlan } from "./task-plan.ts";

/** A subtask, as far as its parts need it. */
interface HostingTask {
  readonly plan: TaskPlan;
  readonly load: TaskLoad;
  readonly events: TaskEvents;
  readonly parts: TaskParts;
  readonly mail: (read: () => void) => void;
}

/** What stands behind a subtask. */
interface Background<Task> {
  readonly gateway: TaskGateway<Task>;
  readonly processingTimeService: ProcessingTimeService;
  readonly ending: TaskEnding;
  /** Tells the subtask that its source may have something. */
  readonly wakeUp: () => void;
}

/** Returns what the parts of a subtask may ask of it and of the cluster around it. */
export function hostOf<Task extends HostingTask>(
  task: Task,
  { gateway, processingTimeService, ending, wakeUp }: Background<Task>,
): TaskHost {
  const { charge, acknowledge, reportWatermark, finalCheckpoint } = gateway;
  const { start } = task.plan;
  return {
    events: task.events,
    charge,
    takeSnapshot: (checkpointId) => {
      ending.onSnapshot(checkpointId);
      return task.parts.chain.snapshot(checkpointId);
    },
    acknowledge: (checkpointId, snapshot) => acknowledge(task, checkpointId, snapshot),
    services: {
      processingTimeService,
      mail: (read) => task.mail(read),
      wakeUp,
      reportWatermark: (watermark) => reportWatermark(task, watermark),
      activityTime: () => task.load.activityTime(),
      restoredCheckpointId: start.type === "restored" ? start.checkpointId : null,
      finalCheckpoint,
    },
  };
}
