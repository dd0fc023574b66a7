import { NO_TIMESTAMP } from "../../time/timestamp.ts";
import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import type { Cancellable, VirtualClock } from "../clock/virtual-clock.ts";
import { BufferPool } from "./buffer-pool.ts";
import type { ChannelElement } from "./buffer.ts";
import type { InputChannel } from "./input-channel.ts";
import { ResultSubpartition, type SentBuffer } from "./result-subpartition.ts";
import { StreamEvent, type ControlEvent } from "./stream-event.ts";

/** How a task's output is buffered. */
export interface ResultPartitionOptions {
  /** Buffers that may be filled before the task is back-pressured. */
  readonly poolSize: number;
  /** Buffers beyond it, to finish a record. */
  readonly overdraft: number;
  readonly recordsPerBuffer: number;
  /** How long (ms) a record may wait for its buffer to be full; 0: not at all, -1: for ever. */
  readonly bufferTimeout: number;
}

/** What a partition tells its task. */
export interface ResultPartitionListener {
  /** A buffer with records goes to a channel; `null`: nobody wants to know. */
  readonly onBufferSent: ((channel: number, sent: SentBuffer) => void) | null;
  /** There is room for more. */
  readonly onAvailable: () => void;
  /** A receiver has processed all data. */
  readonly onAllDataProcessed: () => void;
}

/** All that one subtask sends over one edge: a subpartition for each of its channels (Flink's class of the same name). */
export class ResultPartition {
  readonly #options: ResultPartitionOptions;
  readonly #clock: VirtualClock;
  readonly #pool: BufferPool;
  readonly #subpartitions: readonly ResultSubpartition[];
  #flushTimer: Cancellable | null = null;

  constructor(
    channels: readonly InputChannel[],
    options: ResultPartitionOptions,
    clock: VirtualClock,
    { onBufferSent, onAvailable, onAllDataProcessed }: ResultPartitionListener,
  ) {
    this.#options = options;
    this.#clock = clock;
    this.#pool = new BufferPool(options.poolSize, options.overdraft, onAvailable);
    this.#subpartitions = channels.map(
      (channel, index) =>
        new ResultSubpartition(channel, this.#pool, options.recordsPerBuffer, {
          onAllDataProcessed,
          onBufferSent: onBufferSent === null ? null : (sent) => onBufferSent(index, sent),
        }),
    );
  }

  get pool(): Pick<BufferPool, "isAvailable" | "isExhausted" | "inUse" | "peakInUse" | "size"> {
    return this.#pool;
  }

  get subpartitions(): readonly ResultSubpartition[] {
    return this.#subpartitions;
  }

  /** Adds a record to the channel with this number. */
  emitRecord(value: unknown, timestamp: number, channel: number): void {
    const subpartition = this.#subpartitions[channel];
    if (subpartition === undefined) throw new RangeError(`there is no channel ${channel}`);
    if (subpartition.addRecord(value, timestamp) === "unflushed") this.#flushInTime();
  }

  /** Adds an event that travels like a record to all channels. */
  broadcastElement(event: ControlEvent): void {
    const element = new StreamEvent(event);
    for (const subpartition of this.#subpartitions) subpartition.add(element, NO_TIMESTAMP);
    this.#flushInTime();
  }

  /** Adds an event that parts the stream to all channels. */
  broadcastEvent(event: ControlEvent): void {
    const element = new StreamEvent(event);
    for (const subpartition of this.#subpartitions) subpartition.addEvent(element);
  }

  /** Adds an aligned barrier to a channel; `onSent` is called when it has gone behind all that was before it. */
  addBarrier(barrier: CheckpointBarrier, channel: number, onSent: () => void): void {
    this.#subpartitions[channel]?.addEvent(new StreamEvent({ type: "barrier", barrier }), onSent);
  }

  /** Sends a barrier past all that waits, and returns what it has overtaken, channel by channel. */
  overtakeWith(barrier: CheckpointBarrier): readonly (readonly ChannelElement[])[] {
    return this.#subpartitions.map((subpartition) => subpartition.overtakeWith(barrier));
  }

  /** Lets all buffers go that are being filled. */
  flushAll(): void {
    this.#flushTimer?.cancel();
    this.#flushTimer = null;
    for (const subpartition of this.#subpartitions) subpartition.flush();
  }

  /** The task is over: nothing is flushed any more. */
  close(): void {
    this.#flushTimer?.cancel();
    this.#flushTimer = null;
  }

  #flushInTime(): void {
    const { bufferTimeout } = this.#options;
    if (bufferTimeout === 0) this.flushAll();
    if (bufferTimeout <= 0 || this.#flushTimer !== null) return;
    this.#flushTimer = this.#clock.schedule(this.#clock.now() + bufferTimeout, () => this.flushAll());
  }
}
