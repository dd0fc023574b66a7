import { type CheckpointBarrier, asUnaligned, isTimeoutable } from "../barrier/checkpoint-barrier.ts";
import type { BufferPool } from "./buffer-pool.ts";
import { Buffer, bufferOf, type ChannelElement, eventBuffer, unreadElements } from "./buffer.ts";
import type { CreditListener, InputChannel } from "./input-channel.ts";
import { StreamEvent } from "./stream-event.ts";

/** The sending end of a channel (Flink's `PipelinedSubpartition`): buffers wait here until the receiver has room. */
export class ResultSubpartition implements CreditListener {
  readonly #channel: InputChannel;
  readonly #pool: BufferPool;
  readonly #recordsPerBuffer: number;
  readonly #onAllDataProcessed: () => void;
  readonly #queue: Buffer[] = [];
  /** The buffer that is being filled. */
  #current: Buffer | null = null;
  #isStalled = false;
  #isAllDataProcessed = false;

  constructor(
    channel: InputChannel,
    pool: BufferPool,
    recordsPerBuffer: number,
    onAllDataProcessed: () => void,
  ) {
    this.#channel = channel;
    this.#pool = pool;
    this.#recordsPerBuffer = recordsPerBuffer;
    this.#onAllDataProcessed = onAllDataProcessed;
    channel.connect(this);
  }

  /** Buffers that wait for credit. */
  get backlog(): number {
    return this.#queue.length;
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
    this.#queue.push(bufferOf(elements));
    this.#send();
  }

  /** Whether the receiver has processed all data. */
  get isAllDataProcessed(): boolean {
    return this.#isAllDataProcessed;
  }

  onAllDataProcessed(): void {
    this.#isAllDataProcessed = true;
    this.#onAllDataProcessed();
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
    this.#current = new Buffer();
    return this.#current;
  }

  #send(): void {
    for (let buffer = this.#queue[0]; buffer !== undefined && !this.#isStalled; buffer = this.#queue[0]) {
      const isEvent = buffer.soleEvent !== null;
      if (!isEvent && !this.#channel.takeCredit(buffer)) return;
      this.#queue.shift();
      this.#channel.receive(buffer);
      buffer.onSent?.();
      if (!isEvent) this.#pool.recycle();
    }
  }
}

function waitingBarrier({ soleEvent }: Buffer): CheckpointBarrier | null {
  return soleEvent?.type === "barrier" && isTimeoutable(soleEvent.barrier) ? soleEvent.barrier : null;
}
