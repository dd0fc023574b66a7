import { type CheckpointBarrier, asUnaligned, isTimeoutable } from "../barrier/checkpoint-barrier.ts";
import type { BufferPool } from "./buffer-pool.ts";
import { Buffer, bufferOf, type ChannelElement, eventBuffer, unreadElements } from "./buffer.ts";
import type { CreditListener, InputChannel } from "./input-channel.ts";
import { StreamEvent } from "./stream-event.ts";

/** A buffer with records that goes to a receiver, and what is left when it has gone. */
export interface SentBuffer {
  /** The number of the channel at its receiver. */
  readonly channel: number;
  readonly records: number;
  /** Buffers that still wait here. */
  readonly backlog: number;
  /** Buffers that the receiver has room for besides. */
  readonly credits: number;
}

/** Who hears of a subpartition. */
export interface SubpartitionListener {
  readonly onAllDataProcessed: () => void;
  readonly onBufferSent: ((sent: SentBuffer) => void) | null;
}

/** The sending end of a channel (Flink's `PipelinedSubpartition`): buffers wait here until the receiver has room. */
export class ResultSubpartition implements CreditListener {
  readonly #channel: InputChannel;
  readonly #pool: BufferPool;
  readonly #recordsPerBuffer: number;
  readonly #listener: SubpartitionListener;
  readonly #queue: Buffer[] = [];
  /** The buffer that is being filled. */
  #current: Buffer | null = null;
  #isStalled = false;
  #isAllDataProcessed = false;

  constructor(
    channel: InputChannel,
    pool: BufferPool,
    recordsPerBuffer: number,
    listener: SubpartitionListener,
  ) {
    this.#channel = channel;
    this.#pool = pool;
    this.#recordsPerBuffer = recordsPerBuffer;
    this.#listener = listener;
    channel.connect(this);
  }

  /** Buffers that wait for credit. */
  get backlog(): number {
    return this.#queue.length;
  }

  /** Adds a record; whether it lies in a buffer that is not full yet. */
  addRecord(value: unknown, timestamp: number): "flushed" | "unflushed" {
    this.#channel.taskQueue.recordAdded();
    return this.add(value, timestamp);
  }

  /** Adds a record, or an event that travels like one; whether it lies in a buffer that is not full yet. */
  add(value: unknown, timestamp: number): "flushed" | "unflushed" {
    const buffer = this.#current ?? this.#beginBuffer();
    buffer.append(value, timestamp);
    if (buffer.size < this.#recordsPerBuffer) return "unflushed";
    this.flush();
    return "flushed";
  }

  /** Lets the buffer go that is being filled. */
  flush(): void {
    if (this.#current === null) return;
    this.#queue.push(this.#current);
    this.#current = null;
    this.#send();
  }

  /** Adds an event in a buffer of its own, behind all that is here. */
  addEvent(event: StreamEvent, onSent: (() => void) | null = null): void {
    this.flush();
    const buffer = eventBuffer(event);
    buffer.onSent = onSent;
    this.#queue.push(buffer);
    this.#send();
  }

  /** Sends a barrier past all that waits here, and returns what it has overtaken. */
  overtakeWith(barrier: CheckpointBarrier): readonly ChannelElement[] {
    const waiting = this.#current === null ? this.#queue : [...this.#queue, this.#current];
    const overtaken = waiting.flatMap(unreadElements);
    this.#channel.receivePriority(eventBuffer(new StreamEvent({ type: "barrier", barrier })));
    return overtaken;
  }

  /** Sends an aligned barrier that still waits here past all that is before it; `null` if it does not wait here. */
  promoteBarrier(checkpointId: number): readonly ChannelElement[] | null {
    const position = this.#queue.findIndex((buffer) => waitingBarrier(buffer)?.id === checkpointId);
    const buffer = this.#queue[position];
    const barrier = buffer === undefined ? null : waitingBarrier(buffer);
    if (barrier === null) return null;
    this.#queue.splice(position, 1);
    const overtaken = this.#queue.slice(0, position).flatMap(unreadElements);
    this.#channel.receivePriority(
      eventBuffer(new StreamEvent({ type: "barrier", barrier: asUnaligned(barrier) })),
    );
    return overtaken;
  }

  /** Sends what a snapshot has of the channel before anything else. */
  restore(elements: readonly ChannelElement[]): void {
    if (elements.length === 0) return;
    this.#pool.request();
    this.#channel.taskQueue.bufferAdded();
    this.#channel.taskQueue.elementsRestored(elements);
    this.#queue.push(bufferOf(elements));
    this.#send();
  }

  /** Whether the receiver has processed all data. */
  get isAllDataProcessed(): boolean {
    return this.#isAllDataProcessed;
  }

  onAllDataProcessed(): void {
    this.#isAllDataProcessed = true;
    this.#listener.onAllDataProcessed();
  }

  onCredit(): void {
    this.#send();
  }

  /** Holds everything back, as a slow connection does. */
  stall(): void {
    this.#isStalled = true;
  }

  /** Ends a stall. */
  resume(): void {
    this.#isStalled = false;
    this.#send();
  }

  #beginBuffer(): Buffer {
    this.#pool.request();
    this.#channel.taskQueue.bufferAdded();
    this.#current = new Buffer();
    return this.#current;
  }

  #tellOfSent({ values }: Buffer): void {
    this.#listener.onBufferSent?.({
      channel: this.#channel.index,
      records: values.filter((value) => !(value instanceof StreamEvent)).length,
      backlog: this.#queue.length,
      credits: this.#channel.credit,
    });
  }

  #send(): void {
    for (let buffer = this.#queue[0]; buffer !== undefined && !this.#isStalled; buffer = this.#queue[0]) {
      const isEvent = buffer.soleEvent !== null;
      if (!isEvent && !this.#channel.takeCredit(buffer)) return;
      this.#queue.shift();
      if (!isEvent) this.#tellOfSent(buffer);
      this.#channel.receive(buffer);
      buffer.onSent?.();
      if (!isEvent) this.#pool.recycle();
    }
  }
}

function waitingBarrier({ soleEvent }: Buffer): CheckpointBarrier | null {
  return soleEvent?.type === "barrier" && isTimeoutable(soleEvent.barrier) ? soleEvent.barrier : null;
}
