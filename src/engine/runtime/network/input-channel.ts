import type { CheckpointBarrier } from "../barrier/checkpoint-barrier.ts";
import { bufferOf, type Buffer, type ChannelElement } from "./buffer.ts";
import { InFlightElements } from "./in-flight-elements.ts";
import type { TaskQueue } from "./task-queue.ts";

/** What a channel tells the gate that it belongs to. */
export interface ChannelListener {
  /** There is something to read. */
  readonly onData: (channel: InputChannel) => void;
  /** A buffer has come in whose barrier overtakes what lies before it. */
  readonly onPriorityEvent: (channel: InputChannel, buffer: Buffer) => void;
  /** Takes a floating buffer for the channel; if there is none, it is given one later by `useFloating`. */
  readonly requestFloating: (channel: InputChannel) => boolean;
  readonly recycleFloating: () => void;
  readonly onBufferRead: (channel: InputChannel) => void;
  /** Counts what lies in front of the task. */
  readonly taskQueue: TaskQueue;
}

/** What a sender waits for: leave to send one more buffer. */
export interface CreditListener {
  readonly onCredit: () => void;
  /** The receiver has processed all that came before the end of the data. */
  readonly onAllDataProcessed: () => void;
}

/**
 * The receiving end of a channel (Flink's `RemoteInputChannel`): it has buffers of its own, may borrow floating ones of
 * its gate, and announces each free one to its sender as credit.
 */
export class InputChannel {
  /** Its number among all channels of its task, from 0. */
  readonly index: number;
  readonly #listener: ChannelListener;
  readonly #queue: Buffer[] = [];
  #sender: CreditListener | null = null;
  #exclusiveCredit: number;
  #floatingCredit = 0;
  #isBlocked = false;
  /** What of the channel belongs to the snapshot that is being taken. */
  readonly #inFlight = new InFlightElements();

  constructor(index: number, exclusiveBuffers: number, listener: ChannelListener) {
    this.index = index;
    this.#exclusiveCredit = exclusiveBuffers;
    this.#listener = listener;
  }

  /** Counts what lies in front of the task, on this side of the network and on the other. */
  get taskQueue(): TaskQueue {
    return this.#listener.taskQueue;
  }

  connect(sender: CreditListener): void {
    this.#sender = sender;
  }

  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  /** Buffers that lie here unread. */
  get queueLength(): number {
    return this.#queue.length;
  }

  /** Whether there is something that may be read. */
  get isReadable(): boolean {
    return !this.#isBlocked && this.#queue.length > 0;
  }

  /** The buffer that is read. */
  get head(): Buffer | undefined {
    return this.#queue[0];
  }

  /** Free buffers that the sender knows of. */
  get credit(): number {
    return this.#exclusiveCredit + this.#floatingCredit;
  }

  /** Takes one credit for a buffer that is about to be sent; whether there was one. */
  takeCredit(buffer: Buffer): boolean {
    if (this.#exclusiveCredit > 0) {
      this.#exclusiveCredit -= 1;
      buffer.credit = "exclusive";
      return true;
    }
    if (this.#floatingCredit > 0) this.#floatingCredit -= 1;
    else if (!this.#listener.requestFloating(this)) return false;
    buffer.credit = "floating";
    return true;
  }

  /** Gives the channel a floating buffer that it has asked for; if its sender has nothing left it goes back. */
  useFloating(): void {
    this.#floatingCredit += 1;
    this.#sender?.onCredit();
    if (this.#floatingCredit === 0) return;
    this.#floatingCredit = 0;
    this.#listener.recycleFloating();
  }

  /** Takes a buffer. A barrier for which the task already keeps what is before it need not wait for its turn. */
  receive(buffer: Buffer): void {
    const barrier = barrierIn(buffer);
    if (barrier !== null && this.#inFlight.isOpenFor(barrier.id)) {
      this.receivePriority(buffer);
      return;
    }
    this.#inFlight.add(buffer);
    this.#queue.push(buffer);
    this.#listener.onData(this);
  }

  /** Takes a barrier that overtakes all that lies here. */
  receivePriority(buffer: Buffer): void {
    const barrier = barrierIn(buffer);
    if (barrier !== null) this.#inFlight.close(barrier.id, this.#queue.length);
    this.#listener.onPriorityEvent(this, buffer);
  }

  /** Lets go of the buffer that has been read; its sender may send another. */
  recycleHead(): void {
    const buffer = this.#queue.shift();
    if (buffer === undefined) return;
    const { credit } = buffer;
    if (credit !== "none") this.taskQueue.bufferTaken();
    if (credit === "exclusive") this.#exclusiveCredit += 1;
    if (buffer.soleEvent === null) this.#listener.onBufferRead(this);
    if (credit === "floating") this.#listener.recycleFloating();
    if (credit === "exclusive") this.#sender?.onCredit();
  }

  /** Tells the sender that all its data has been processed, so that it may end. */
  acknowledgeAllDataProcessed(): void {
    this.#sender?.onAllDataProcessed();
  }

  block(): void {
    this.#isBlocked = true;
  }

  resume(): void {
    if (!this.#isBlocked) return;
    this.#isBlocked = false;
    if (this.#queue.length > 0) this.#listener.onData(this);
  }

  /** Begins to keep what is before the barrier of a checkpoint: what lies here, and what comes until it is here. */
  startPersisting(checkpointId: number): void {
    this.#inFlight.open(checkpointId, this.#queue);
  }

  /** Takes the barrier of a checkpoint out that lies here behind records: from now on it overtakes them. */
  promoteBarrier(checkpointId: number): "promoted" | "not here" {
    const position = this.#queue.findIndex((buffer) => barrierIn(buffer)?.id === checkpointId);
    if (position < 0) return "not here";
    this.#queue.splice(position, 1);
    this.#inFlight.close(checkpointId, position);
    return "promoted";
  }

  /** Returns what has been kept, and keeps no more. */
  stopPersisting(): readonly ChannelElement[] {
    return this.#inFlight.take();
  }

  /** Puts what a snapshot has of the channel in front of all that will come. */
  restore(elements: readonly ChannelElement[]): void {
    if (elements.length === 0) return;
    this.#queue.unshift(bufferOf(elements));
    this.taskQueue.elementsRestored(elements);
    this.#listener.onData(this);
  }
}

function barrierIn({ soleEvent }: Buffer): CheckpointBarrier | null {
  return soleEvent?.type === "barrier" ? soleEvent.barrier : null;
}
