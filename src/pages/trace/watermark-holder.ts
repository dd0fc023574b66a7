import type { TracedEvent, TracedSubtask } from "../../engine/trace/trace-event.ts";
import { placeName } from "./place-name.ts";
import { taskOf, tasksOf, type TracedTask } from "./task-graph.ts";
import { countUpTo, type TraceCursor } from "./trace-cursor.ts";
import type { WatermarkLane } from "./watermark-lanes.ts";

/** How far one of several is whose least counts. */
interface Mark {
  timestamp: number;
  isIdle: boolean;
}

/** Who holds a watermark back. */
interface Holder {
  readonly place: string;
  /** Its split, where it reads several and one is behind the others; else `null`. */
  readonly split: string | null;
  /** Whether it is one of several senders: only then it is worth naming. */
  readonly isOneOfMany: boolean;
}

/**
 * Returns who holds the watermark of a lane back: the source, found up the stream, whose own is least and, if it reads
 * several, its split; idle ones don't count. `null` if nobody is behind the others.
 */
export function watermarkHolder(
  events: readonly TracedEvent[],
  cursor: TraceCursor,
  { operator, subtask }: Pick<WatermarkLane, "operator" | "subtask">,
): string | null {
  const past = events.slice(0, countUpTo(events, cursor));
  const tasks = tasksOf(past);
  const task = taskOf(tasks, operator);
  const holder = task === null ? null : holderOf({ past, tasks }, task, subtask);
  if (holder === null) return null;
  const named = [
    ...(holder.isOneOfMany ? [holder.place] : []),
    ...(holder.split === null ? [] : [holder.split]),
  ];
  return named.length === 0 ? null : named.join(" ");
}

/** What is known of a run up to the cursor. */
interface Past {
  readonly past: readonly TracedEvent[];
  readonly tasks: readonly TracedTask[];
}

function holderOf(run: Past, task: TracedTask, subtask: number): Holder | null {
  const senders = task.producers.get(subtask) ?? [];
  if (senders.length === 0) {
    const split = leastOf(splitMarks(run.past, task, subtask));
    return { place: instanceName(task, subtask), split, isOneOfMany: false };
  }
  const sender = furthestBehind(run, task, subtask, senders);
  const next = sender === null ? null : taskOf(run.tasks, sender.task);
  if (sender === null || next === null) return null;
  const further = holderOf(run, next, sender.subtask);
  if (senders.length === 1) return further;
  const nearest = { place: instanceName(next, sender.subtask), split: null };
  return { ...(further ?? nearest), isOneOfMany: true };
}

/** A chain goes by its first operator: of sources that is what people know. */
function instanceName({ name, operators }: TracedTask, subtask: number): string {
  return placeName(operators[0] ?? name, subtask);
}

/** Returns the sender whose watermark is least; `null` if there are several of which none is behind the others. */
function furthestBehind(
  { past }: Past,
  { name }: TracedTask,
  subtask: number,
  senders: readonly TracedSubtask[],
): TracedSubtask | null {
  const [only] = senders;
  if (only !== undefined && senders.length === 1) return only;
  const channel = leastOf(channelMarks(past, name, subtask, senders.length));
  return channel === null ? null : (senders[channel] ?? null);
}

function channelMarks(
  past: readonly TracedEvent[],
  task: string,
  subtask: number,
  channels: number,
): ReadonlyMap<number, Mark> {
  const marks = new Map(Array.from({ length: channels }, (_, channel) => [channel, beginning()]));
  for (const event of past) {
    if (event.operator !== task || event.subtask !== subtask) continue;
    if (event.type === "channel-watermark")
      marks.set(event.channel, { timestamp: event.timestamp, isIdle: false });
    if (event.type !== "channel-status") continue;
    const mark = marks.get(event.channel);
    if (mark !== undefined) mark.isIdle = event.status === "idle";
  }
  return marks;
}

function splitMarks(
  past: readonly TracedEvent[],
  { operators }: TracedTask,
  subtask: number,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const event of past) {
    if (event.subtask !== subtask || (event.type !== "split-watermark" && event.type !== "split-status"))
      continue;
    if (!operators.includes(event.operator)) continue;
    const mark = marks.get(event.split) ?? beginning();
    if (event.type === "split-watermark")
      marks.set(event.split, { timestamp: event.timestamp, isIdle: false });
    else marks.set(event.split, { ...mark, isIdle: event.status === "idle" });
  }
  return marks;
}

function beginning(): Mark {
  return { timestamp: Number.NEGATIVE_INFINITY, isIdle: false };
}

/** Returns the one that is behind all others; `null` if there is no such one. */
function leastOf<Name>(marks: ReadonlyMap<Name, Mark>): Name | null {
  const active = [...marks].filter(([, { isIdle }]) => !isIdle);
  const [first, second] = active.toSorted(([, one], [, other]) => one.timestamp - other.timestamp);
  if (first === undefined || second === undefined) return null;
  return first[1].timestamp < second[1].timestamp ? first[0] : null;
}
