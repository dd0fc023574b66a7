import { type CheckpointBarrier, isTimeoutable } from "../barrier/checkpoint-barrier.ts";
import type { VirtualClock } from "../clock/virtual-clock.ts";
import type { ResultPartition } from "../network/result-partition.ts";
import type { ControlEvent } from "../network/stream-event.ts";
import type { BarrierFate, OutgoingEdge, OvertakenElements } from "./outgoing-edge.ts";
import { type Handover, RecordWriterOutput, type Routing } from "./record-writer-output.ts";

/** An edge whose records wait in buffers until their receivers have room and time. */
export class NetworkEdge implements OutgoingEdge {
  readonly output: RecordWriterOutput;
  readonly partition: ResultPartition;
  readonly #clock: VirtualClock;

  constructor(partition: ResultPartition, routing: Routing, handover: Handover, clock: VirtualClock) {
    this.partition = partition;
    this.output = new RecordWriterOutput(partition, routing, handover);
    this.#clock = clock;
  }

  numRecordsOut(): number {
    return this.output.numRecordsOut;
  }

  peakPoolUsage(): number {
    const { peakInUse, size } = this.partition.pool;
    return peakInUse / size;
  }

  isAvailable(): boolean {
    return this.partition.pool.isAvailable();
  }

  isExhausted(): boolean {
    return this.partition.pool.isExhausted();
  }

  isAllDataProcessed(): boolean {
    return this.partition.subpartitions.every((subpartition) => subpartition.isAllDataProcessed);
  }

  broadcastEvent(event: ControlEvent): void {
    this.partition.broadcastEvent(event);
  }

  broadcastBarrier(barrier: CheckpointBarrier, fate: BarrierFate): void {
    for (const subpartition of this.partition.subpartitions.keys()) {
      this.#sendBarrier(barrier, subpartition, fate);
    }
  }

  overtakeWith(barrier: CheckpointBarrier): OvertakenElements {
    return this.partition.overtakeWith(barrier);
  }

  restore(elements: OvertakenElements): void {
    for (const [channel, subpartition] of this.partition.subpartitions.entries()) {
      subpartition.restore(elements[channel] ?? []);
    }
  }

  stall(): void {
    for (const subpartition of this.partition.subpartitions) subpartition.stall();
  }

  resume(): void {
    for (const subpartition of this.partition.subpartitions) subpartition.resume();
  }

  close(): void {
    this.partition.close();
  }

  /** A barrier that is aligned only for a time does not wait here for longer than that. */
  #sendBarrier(barrier: CheckpointBarrier, subpartition: number, fate: BarrierFate): void {
    let isGone = false;
    this.partition.addBarrier(barrier, subpartition, () => {
      isGone = true;
      fate.onGone(subpartition, []);
    });
    if (isGone || !isTimeoutable(barrier)) return;
    fate.onWaiting(subpartition);
    this.#clock.schedule(barrier.timestamp + barrier.alignedCheckpointTimeout, () => {
      const overtaken = this.partition.subpartitions[subpartition]?.promoteBarrier(barrier.id) ?? null;
      if (overtaken !== null) fate.onGone(subpartition, overtaken);
    });
  }
}
