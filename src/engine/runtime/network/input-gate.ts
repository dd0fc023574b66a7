import type { Buffer } from "./buffer.ts";
import { type ChannelListener, InputChannel } from "./input-channel.ts";
import type { TaskQueue } from "./task-queue.ts";

/** The buffers of a gate (figures of `cluster/network-buffers.ts`). */
export interface InputGateOptions {
  readonly exclusivePerChannel: number;
  readonly floatingPerGate: number;
}

/** What a gate tells its task. */
export interface GateListener {
  /** There is something to read. */
  readonly onData: () => void;
  /** A barrier has come that overtakes what lies before it. */
  readonly onPriorityEvent: (channel: InputChannel, buffer: Buffer) => void;
  /** A buffer has been read; `null`: nobody wants to know. */
  readonly onBufferRead: ((channel: InputChannel) => void) | null;
  readonly taskQueue: TaskQueue;
}

/**
 * All channels of one edge that lead to one subtask (Flink's `SingleInputGate`), with the floating buffers that they
 * share. Channels with data wait in a line: each is read for one buffer and goes to the end of the line.
 */
export class InputGate implements ChannelListener {
  readonly channels: readonly InputChannel[];
  readonly #listener: GateListener;
  readonly #line: InputChannel[] = [];
  readonly #waitingForFloating: InputChannel[] = [];
  #freeFloating: number;

  /** The channels are numbered from `firstIndex` on. */
  constructor(numChannels: number, firstIndex: number, options: InputGateOptions, listener: GateListener) {
    this.#listener = listener;
    this.#freeFloating = options.floatingPerGate;
    this.channels = Array.from(
      { length: numChannels },
      (_, index) => new InputChannel(firstIndex + index, options.exclusivePerChannel, this),
    );
  }

  get taskQueue(): TaskQueue {
    return this.#listener.taskQueue;
  }

  /** Whether there is something that may be read. */
  get isReadable(): boolean {
    this.#dropUnreadable();
    return this.#line.length > 0;
  }

  /** Returns the channel whose turn it is; `choose` picks one of so many, from 0. */
  takeChannel(choose: (count: number) => number): InputChannel | null {
    this.#dropUnreadable();
    if (this.#line.length === 0) return null;
    const [channel] = this.#line.splice(choose(this.#line.length), 1);
    return channel ?? null;
  }

  /** Puts a channel at the end of the line whose buffer has been read, if it has another. */
  requeue(channel: InputChannel): void {
    if (channel.isReadable && !this.#line.includes(channel)) this.#line.push(channel);
  }

  onData(channel: InputChannel): void {
    this.requeue(channel);
    this.#listener.onData();
  }

  onPriorityEvent(channel: InputChannel, buffer: Buffer): void {
    this.#listener.onPriorityEvent(channel, buffer);
  }

  onBufferRead(channel: InputChannel): void {
    this.#listener.onBufferRead?.(channel);
  }

  requestFloating(channel: InputChannel): boolean {
    if (this.#freeFloating > 0) {
      this.#freeFloating -= 1;
      return true;
    }
    if (!this.#waitingForFloating.includes(channel)) this.#waitingForFloating.push(channel);
    return false;
  }

  recycleFloating(): void {
    const next = this.#waitingForFloating.shift();
    if (next === undefined) this.#freeFloating += 1;
    else next.useFloating();
  }

  /** Blocked channels leave the line; they come back when they are resumed. */
  #dropUnreadable(): void {
    for (let index = this.#line.length - 1; index >= 0; index--) {
      if (this.#line[index]?.isReadable !== true) this.#line.splice(index, 1);
    }
  }
}
