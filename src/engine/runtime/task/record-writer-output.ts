import type { ChannelSelector } from "../../graph/channel-selector.ts";
import type { Output } from "../../operators/output.ts";
import { copyValue } from "../../state/copy-value.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { ResultPartition } from "../network/result-partition.ts";

/** Chooses the channels of a record; `broadcast` is all of them. */
export type Routing = ChannelSelector<unknown> | "broadcast";

/** What becomes of a value that leaves its task: it is passed on as it is, or copied as if it had been serialized. */
export type Handover = "reference" | "copy";

/** Sends what a chain puts out to other tasks (Flink's class of the same name). */
export class RecordWriterOutput implements Output<unknown> {
  readonly #partition: ResultPartition;
  readonly #routing: Routing;
  readonly #handover: Handover;
  #numRecordsOut = 0;

  constructor(partition: ResultPartition, routing: Routing, handover: Handover) {
    this.#partition = partition;
    this.#routing = routing;
    this.#handover = handover;
  }

  /** Records that have been put out; one that goes to all channels counts once. */
  get numRecordsOut(): number {
    return this.#numRecordsOut;
  }

  collect(value: unknown, timestamp: number): void {
    this.#numRecordsOut += 1;
    const handed = this.#handover === "copy" ? copyValue(value) : value;
    if (this.#routing !== "broadcast") {
      this.#partition.emitRecord(handed, timestamp, this.#routing.selectChannel(handed));
      return;
    }
    for (let channel = 0; channel < this.#partition.subpartitions.length; channel++) {
      this.#partition.emitRecord(handed, timestamp, channel);
    }
  }

  /** An edge carries one stream; which one, its operator's output decides. */
  collectSide(): void {}

  emitWatermark(timestamp: number): void {
    this.#partition.broadcastElement({ type: "watermark", timestamp });
  }

  emitWatermarkStatus(status: WatermarkStatus): void {
    this.#partition.broadcastElement({ type: "watermark-status", status });
  }
}
