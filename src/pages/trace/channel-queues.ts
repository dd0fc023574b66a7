import type { TracedEvent } from "../../engine/trace/trace-event.ts";

/** What waits in front of a subtask, over all its channels. */
export interface Queue {
  readonly task: string;
  readonly subtask: number;
  /** Buffers that wait now, unread or held back at their senders. */
  readonly buffers: number;
  /** The most that ever waited. */
  readonly most: number;
  /** The credits left to the sender that has fewest; `null` if there is no channel any more. */
  readonly credits: number | null;
}

/** One channel: what its sender holds back, what its receiver has not read, how much more may come. */
interface Channel {
  backlog: number;
  queued: number;
  credits: number;
}

/** Returns the queue in front of every subtask that anything was sent to, after some events. */
export function channelQueues(past: readonly TracedEvent[]): readonly Queue[] {
  const queues = new Map<string, QueueReader>();
  const queueOf = (task: string, subtask: number): QueueReader => {
    const place = `${task}/${subtask}`;
    const queue = queues.get(place) ?? new QueueReader(task, subtask);
    queues.set(place, queue);
    return queue;
  };
  for (const event of past) {
    if (event.type === "buffer-send") queueOf(event.receiver.task, event.receiver.subtask).sent(event);
    if (event.type === "credit") queueOf(event.operator, event.subtask).read(event);
    if (event.type === "deploy" || event.type === "end")
      queues.get(`${event.operator}/${event.subtask}`)?.close();
  }
  return [...queues.values()].map((queue) => queue.now());
}

class QueueReader {
  readonly #task: string;
  readonly #subtask: number;
  readonly #channels = new Map<number, Channel>();
  #most = 0;

  constructor(task: string, subtask: number) {
    this.#task = task;
    this.#subtask = subtask;
  }

  sent({ channel, backlog, credits }: Extract<TracedEvent, { readonly type: "buffer-send" }>): void {
    const queued = (this.#channels.get(channel)?.queued ?? 0) + 1;
    this.#channels.set(channel, { backlog, queued, credits });
    this.#most = Math.max(this.#most, this.#buffers());
  }

  read({ channel, credits, queued }: Extract<TracedEvent, { readonly type: "credit" }>): void {
    this.#channels.set(channel, { backlog: this.#channels.get(channel)?.backlog ?? 0, credits, queued });
    this.#most = Math.max(this.#most, this.#buffers());
  }

  /** With a task goes what waits for it. */
  close(): void {
    this.#channels.clear();
  }

  now(): Queue {
    const credits = [...this.#channels.values()].map((channel) => channel.credits);
    return {
      task: this.#task,
      subtask: this.#subtask,
      buffers: this.#buffers(),
      most: this.#most,
      credits: credits.length === 0 ? null : Math.min(...credits),
    };
  }

  #buffers(): number {
    let buffers = 0;
    for (const { backlog, queued } of this.#channels.values()) buffers += backlog + queued;
    return buffers;
  }
}
