import type { OperatorSubtaskState } from "../../operators/operator-subtask-state.ts";
import type { ProcessingTimeService } from "../../time/processing-time-service.ts";
import type { Tracer } from "../../trace/tracer.ts";
import type { CheckpointBarrierHandler, CheckpointableInput } from "../barrier/checkpoint-barrier-handler.ts";
import { CheckpointBarrierTracker } from "../barrier/checkpoint-barrier-tracker.ts";
import { asUnaligned, type CheckpointBarrier, isTimeoutable } from "../barrier/checkpoint-barrier.ts";
import { SingleCheckpointBarrierHandler } from "../barrier/single-checkpoint-barrier-handler.ts";
import {
  type CheckpointActions,
  SubtaskCheckpointCoordinator,
} from "../barrier/subtask-checkpoint-coordinator.ts";
import type { InputChannel } from "../network/input-channel.ts";
import { AlignmentTimes } from "./alignment-times.ts";
import { CheckpointInProgress } from "./checkpoint-in-progress.ts";
import { CheckpointTrace } from "./checkpoint-trace.ts";
import type { OutgoingEdge } from "./outgoing-edge.ts";
import type { TaskSnapshot } from "./task-snapshot.ts";

/** Whether the barriers of a task's channels are aligned, or only counted (Flink's `CheckpointingMode`). */
export type CheckpointingMode = "exactly-once" | "at-least-once";

/** What the checkpoints of a task work with. */
export interface TaskCheckpointParts {
  readonly prepareSnapshot: (checkpointId: number) => void;
  readonly takeSnapshot: (checkpointId: number) => ReadonlyMap<string, OperatorSubtaskState>;
  readonly notifyAborted: (checkpointId: number) => void;
  readonly edges: readonly OutgoingEdge[];
  /** All channels of the task, by their numbers; none for a task that is fed directly. */
  readonly channels: readonly InputChannel[];
  readonly numChannels: number;
  readonly mode: CheckpointingMode;
  readonly processingTimeService: ProcessingTimeService;
  readonly mail: (mail: () => void) => void;
  readonly tracer: Tracer | null;
  readonly acknowledge: (checkpointId: number, snapshot: TaskSnapshot) => void;
}

/** Takes part in checkpoints for one task: with what comes through its channels, or as its coordinator says. */
export class TaskCheckpoints implements CheckpointActions, CheckpointableInput {
  readonly #parts: TaskCheckpointParts;
  readonly #trace: CheckpointTrace;
  readonly #alignmentTimes = new AlignmentTimes();
  readonly #coordinator = new SubtaskCheckpointCoordinator(this);
  readonly #handler: CheckpointBarrierHandler;
  /** Channels whose barrier of the current checkpoint has come in its turn: all before it has been processed. */
  readonly #aligned = new Set<number>();
  #alignedCheckpointId = -1;
  /** Channels through which nothing more will come. */
  readonly #ended = new Set<number>();
  /** Whether the checkpoint came through a channel, so that something may be under way behind it. */
  #hasLiveInputs = false;
  #progress: CheckpointInProgress | null = null;

  constructor(parts: TaskCheckpointParts) {
    this.#parts = parts;
    this.#trace = new CheckpointTrace(parts.tracer);
    const { mode, numChannels, processingTimeService } = parts;
    const surroundings = { task: this.#coordinator, input: this, processingTimeService };
    this.#handler =
      mode === "at-least-once"
        ? new CheckpointBarrierTracker(numChannels, this.#coordinator)
        : new SingleCheckpointBarrierHandler(numChannels, surroundings);
  }

  /** How long (ms) the first barrier of a checkpoint has waited for the last one at most. */
  get maxAlignmentDuration(): number {
    return this.#alignmentTimes.longest;
  }

  /** The coordinator asks for a snapshot: of a source, or of a task whose inputs have ended. */
  trigger(barrier: CheckpointBarrier): void {
    this.#hasLiveInputs = false;
    this.#alignmentTimes.skip();
    this.#coordinator.triggerCheckpointOnBarrier(barrier);
  }

  /** A barrier has come through a channel, in its turn or, if it is unaligned, past all before it. */
  processBarrier(barrier: CheckpointBarrier, channel: number): void {
    this.#trace.barrierIn(barrier, channel);
    this.#hasLiveInputs = true;
    this.#noteAlignment(barrier, channel);
    this.#handler.processBarrier(barrier, channel);
    if (this.#progress?.checkpointId === barrier.id) this.#progress.closeInput(channel);
  }

  processCancellationBarrier(checkpointId: number, channel: number): void {
    this.#discard(checkpointId);
    this.#handler.processCancellationBarrier(checkpointId, channel);
  }

  processEndOfPartition(channel: number): void {
    this.#ended.add(channel);
    this.#progress?.closeInput(channel);
    this.#handler.processEndOfPartition(channel);
  }

  /** The coordinator says that a checkpoint will not be. */
  abort(checkpointId: number): void {
    this.#trace.checkpoint("abort", checkpointId);
    this.#discard(checkpointId);
    this.#parts.notifyAborted(checkpointId);
  }

  prepareSnapshotPreBarrier(checkpointId: number): void {
    this.#parts.prepareSnapshot(checkpointId);
  }

  broadcastBarrier(barrier: CheckpointBarrier): void {
    this.#progress?.discard();
    this.#progress = new CheckpointInProgress(barrier.id, (snapshot) => {
      this.#progress = null;
      const taken = { ...snapshot, alignmentDuration: this.#alignmentTimes.last };
      this.#trace.acknowledged(barrier.id, taken);
      this.#parts.acknowledge(barrier.id, taken);
    });
    const outgoing = this.#isOverdue(barrier) ? asUnaligned(barrier) : barrier;
    this.#trace.barrierOut(outgoing);
    if (outgoing.alignment === "unaligned") this.#overtake(outgoing, this.#progress);
    else this.#sendInLine(outgoing, this.#progress);
    if (barrier.alignment === "unaligned" && this.#hasLiveInputs) this.#keepInFlight(barrier, this.#progress);
  }

  snapshotState(checkpointId: number): void {
    this.#alignmentTimes.end(this.#now());
    this.#trace.checkpoint("snapshot", checkpointId);
    this.#progress?.setOperators(this.#parts.takeSnapshot(checkpointId));
  }

  broadcastCancelMarker(checkpointId: number): void {
    this.#trace.checkpoint("abort", checkpointId);
    this.#discard(checkpointId);
    for (const edge of this.#parts.edges) edge.broadcastEvent({ type: "cancel-barrier", checkpointId });
  }

  blockConsumption(channel: number): void {
    this.#trace.channel("channel-blocked", channel);
    this.#parts.channels[channel]?.block();
  }

  resumeConsumption(channel: number): void {
    this.#trace.channel("channel-resumed", channel);
    this.#parts.channels[channel]?.resume();
  }

  #noteAlignment({ id, alignment }: CheckpointBarrier, channel: number): void {
    if (id > this.#alignedCheckpointId) {
      this.#aligned.clear();
      this.#alignedCheckpointId = id;
      this.#alignmentTimes.begin(this.#now());
    }
    if (alignment !== "unaligned") this.#aligned.add(channel);
  }

  #isOverdue(barrier: CheckpointBarrier): boolean {
    return isTimeoutable(barrier) && this.#now() - barrier.timestamp >= barrier.alignedCheckpointTimeout;
  }

  #sendInLine(barrier: CheckpointBarrier, progress: CheckpointInProgress): void {
    for (const [index, edge] of this.#parts.edges.entries()) {
      edge.broadcastBarrier(barrier, {
        onWaiting: (subpartition) => progress.openOutput(index, subpartition),
        onGone: (subpartition, overtaken) => progress.closeOutput(index, subpartition, overtaken),
      });
    }
  }

  #overtake(barrier: CheckpointBarrier, progress: CheckpointInProgress): void {
    for (const [index, edge] of this.#parts.edges.entries()) {
      for (const [subpartition, overtaken] of edge.overtakeWith(barrier).entries()) {
        progress.closeOutput(index, subpartition, overtaken);
      }
    }
  }

  /** Barriers that already lie in front of the task go past what is before them, and are taken one by one. */
  #keepInFlight(barrier: CheckpointBarrier, progress: CheckpointInProgress): void {
    for (const channel of this.#parts.channels) {
      const isAligned = this.#aligned.has(channel.index) && this.#alignedCheckpointId === barrier.id;
      if (isAligned || this.#ended.has(channel.index)) continue;
      const isWaiting = channel.promoteBarrier(barrier.id) === "promoted";
      progress.openInput(channel);
      if (isWaiting) this.#parts.mail(() => this.processBarrier(barrier, channel.index));
    }
  }

  #discard(checkpointId: number): void {
    if (this.#progress?.checkpointId !== checkpointId) return;
    this.#progress.discard();
    this.#progress = null;
  }

  #now(): number {
    return this.#parts.processingTimeService.getCurrentProcessingTime();
  }
}
