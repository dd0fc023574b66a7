import type { ProcessingTimeService, ScheduledTimer } from "../../time/processing-time-service.ts";
import type {
  CheckpointableInput,
  CheckpointableTask,
  CheckpointBarrierHandler,
} from "./checkpoint-barrier-handler.ts";
import { asUnaligned, isTimeoutable } from "./checkpoint-barrier.ts";
import type { CheckpointBarrier } from "./checkpoint-barrier.ts";

/** What a handler of barriers works between. */
export interface BarrierHandlerSurroundings {
  readonly task: CheckpointableTask;
  readonly input: CheckpointableInput;
  readonly processingTimeService: ProcessingTimeService;
}

/**
 * Handles barriers exactly-once: aligned, unaligned, or aligned for a time and unaligned from then on. One
 * checkpoint is pending at a time; a newer one ends it (Flink's `SingleCheckpointBarrierHandler` with its states).
 */
export class SingleCheckpointBarrierHandler implements CheckpointBarrierHandler {
  readonly #task: CheckpointableTask;
  readonly #input: CheckpointableInput;
  readonly #time: ProcessingTimeService;
  readonly #alignedChannels = new Set<number>();
  readonly #blockedChannels = new Set<number>();
  #numOpenChannels: number;
  #targetChannelCount = 0;
  #currentCheckpointId = -1;
  /** The first barrier of the pending checkpoint. */
  #pendingBarrier: CheckpointBarrier | null = null;
  /** Whether the pending checkpoint has gone on unaligned, so that the other barriers are only waited for. */
  #hasGoneOn = false;
  #alignmentTimer: ScheduledTimer | null = null;

  constructor(numChannels: number, { task, input, processingTimeService }: BarrierHandlerSurroundings) {
    this.#numOpenChannels = numChannels;
    this.#task = task;
    this.#input = input;
    this.#time = processingTimeService;
  }

  processBarrier(barrier: CheckpointBarrier, channel: number): void {
    if (this.#isObsolete(barrier.id)) {
      // Its sender stopped behind an aligned barrier and waits for leave to go on.
      if (barrier.alignment !== "unaligned") this.#input.resumeConsumption(channel);
      return;
    }
    this.#beginIfNew(barrier);
    this.#alignedChannels.add(channel);
    if (barrier.alignment !== "unaligned") this.#block(channel);
    this.#advance(barrier);
  }

  processCancellationBarrier(checkpointId: number): void {
    if (!this.#isObsolete(checkpointId)) this.#abort(checkpointId);
  }

  processEndOfPartition(channel: number): void {
    this.#numOpenChannels -= 1;
    if (this.#pendingBarrier === null) return;
    this.#alignedChannels.add(channel);
    this.#advance(this.#pendingBarrier);
  }

  #isObsolete(checkpointId: number): boolean {
    if (checkpointId === this.#currentCheckpointId) return this.#pendingBarrier === null;
    return checkpointId < this.#currentCheckpointId;
  }

  #beginIfNew(barrier: CheckpointBarrier): void {
    if (barrier.id <= this.#currentCheckpointId) return;
    if (this.#pendingBarrier !== null) this.#abort(this.#currentCheckpointId);
    this.#currentCheckpointId = barrier.id;
    this.#pendingBarrier = barrier;
    this.#targetChannelCount = this.#numOpenChannels;
    if (isTimeoutable(barrier)) this.#registerAlignmentTimer(barrier);
  }

  #registerAlignmentTimer(barrier: CheckpointBarrier): void {
    const timeoutAt = barrier.timestamp + barrier.alignedCheckpointTimeout;
    const at = Math.max(timeoutAt, this.#time.getCurrentProcessingTime());
    this.#alignmentTimer = this.#time.registerTimer(at, () => this.#goOnUnaligned(barrier));
  }

  /** Goes on with the checkpoint if there is enough of it, and ends it when the last barrier is here. */
  #advance(barrier: CheckpointBarrier): void {
    const hasAllBarriers = this.#alignedChannels.size === this.#targetChannelCount;
    if (barrier.alignment === "unaligned") this.#goOnUnaligned(barrier);
    else if (hasAllBarriers && !this.#hasGoneOn) this.#task.triggerCheckpointOnBarrier(barrier);
    else if (this.#isTimedOut(barrier)) this.#goOnUnaligned(barrier);
    if (hasAllBarriers) this.#finish();
  }

  #isTimedOut(barrier: CheckpointBarrier): boolean {
    const age = this.#time.getCurrentProcessingTime() - barrier.timestamp;
    return isTimeoutable(barrier) && age > barrier.alignedCheckpointTimeout;
  }

  #goOnUnaligned(barrier: CheckpointBarrier): void {
    if (this.#hasGoneOn) return;
    this.#hasGoneOn = true;
    this.#task.triggerCheckpointOnBarrier(asUnaligned(barrier));
  }

  #abort(checkpointId: number): void {
    this.#currentCheckpointId = Math.max(checkpointId, this.#currentCheckpointId);
    this.#finish();
    this.#task.abortCheckpointOnBarrier(checkpointId);
  }

  #finish(): void {
    this.#pendingBarrier = null;
    this.#hasGoneOn = false;
    this.#alignedChannels.clear();
    this.#alignmentTimer?.cancel();
    this.#alignmentTimer = null;
    for (const channel of this.#blockedChannels) this.#input.resumeConsumption(channel);
    this.#blockedChannels.clear();
  }

  #block(channel: number): void {
    this.#input.blockConsumption(channel);
    this.#blockedChannels.add(channel);
  }
}
