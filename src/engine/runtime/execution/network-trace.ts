import type { Tracer } from "../../trace/tracer.ts";
import type { InputChannel } from "../network/input-channel.ts";
import type { SentBuffer } from "../network/result-subpartition.ts";
import type { PlannedSubtask } from "./physical-plan.ts";

/** Returns what tells a tracer of each buffer that a task has read; `null` if there is no tracer. */
export function traceReads(tracer: Tracer | null): ((channel: InputChannel) => void) | null {
  if (tracer === null) return null;
  return ({ index, credit, queueLength }) =>
    tracer.record({ type: "credit", channel: index, credits: credit, queued: queueLength });
}

/** Returns what tells a tracer of each buffer that a task sends to its consumers; `null` if there is no tracer. */
export function traceSends(
  tracer: Tracer | null,
  consumers: readonly PlannedSubtask[],
): ((subpartition: number, sent: SentBuffer) => void) | null {
  if (tracer === null) return null;
  const receivers = consumers.map(({ vertex, subtaskIndex }) => ({
    task: vertex.name,
    subtask: subtaskIndex,
  }));
  return (subpartition, sent) => {
    const receiver = receivers[subpartition];
    if (receiver !== undefined) tracer.record({ type: "buffer-send", receiver, ...sent });
  };
}
