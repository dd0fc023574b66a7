import { LONG_MIN } from "../java/long.ts";
import type { WatermarkStatus } from "./watermark-status.ts";

/** Where a valve puts out the watermarks and statuses of its input. */
export interface ValveOutput {
  readonly emitWatermark: (timestamp: number) => void;
  readonly emitWatermarkStatus: (status: WatermarkStatus) => void;
}

interface Channel {
  watermark: number;
  status: WatermarkStatus;
  /** Whether the channel counts for the minimum: it is active and has caught up with the output. */
  isAligned: boolean;
}

/**
 * Combines the watermarks of an input's channels into one: the smallest of the channels that are active and have
 * caught up (Flink's `StatusWatermarkValve`).
 */
export class StatusWatermarkValve {
  readonly #channels: readonly Channel[];
  readonly #output: ValveOutput;
  #lastOutputWatermark = LONG_MIN;
  #lastOutputStatus: WatermarkStatus = "active";

  constructor(channels: number, output: ValveOutput) {
    this.#channels = Array.from({ length: channels }, () => ({
      watermark: LONG_MIN,
      status: "active",
      isAligned: true,
    }));
    this.#output = output;
  }

  /** Takes a watermark of a channel. One of an idle channel counts as little as one that is lower than the last. */
  inputWatermark(timestamp: number, channelIndex: number): void {
    const channel = this.#channel(channelIndex);
    if (channel.status === "idle" || timestamp <= channel.watermark) return;
    channel.watermark = timestamp;
    if (timestamp >= this.#lastOutputWatermark) channel.isAligned = true;
    this.#emitMinimumOfAlignedChannels();
  }

  /** Takes a status of a channel. */
  inputWatermarkStatus(status: WatermarkStatus, channelIndex: number): void {
    const channel = this.#channel(channelIndex);
    if (channel.status === status) return;
    channel.status = status;
    if (status === "idle") this.#becameIdle(channel);
    else this.#becameActive(channel);
  }

  #becameIdle(channel: Channel): void {
    channel.isAligned = false;
    const heldTheMinimum = channel.watermark === this.#lastOutputWatermark;
    const isLastActive = this.#channels.every(({ status }) => status === "idle");
    if (heldTheMinimum && isLastActive) this.#emitMaximumOfAllChannels();
    if (heldTheMinimum && !isLastActive) this.#emitMinimumOfAlignedChannels();
    if (isLastActive) this.#emitStatus("idle");
  }

  #becameActive(channel: Channel): void {
    channel.isAligned = channel.watermark >= this.#lastOutputWatermark;
    if (this.#lastOutputStatus === "idle") this.#emitStatus("active");
  }

  #emitMinimumOfAlignedChannels(): void {
    const aligned = this.#channels.filter(({ isAligned }) => isAligned);
    if (aligned.length > 0) this.#emitIfHigher(Math.min(...aligned.map(({ watermark }) => watermark)));
  }

  /** No channel will send anything soon: there is no use in holding back what the others have reached. */
  #emitMaximumOfAllChannels(): void {
    this.#emitIfHigher(Math.max(...this.#channels.map(({ watermark }) => watermark)));
  }

  #emitIfHigher(watermark: number): void {
    if (watermark <= this.#lastOutputWatermark) return;
    this.#lastOutputWatermark = watermark;
    this.#output.emitWatermark(watermark);
  }

  #emitStatus(status: WatermarkStatus): void {
    this.#lastOutputStatus = status;
    this.#output.emitWatermarkStatus(status);
  }

  #channel(index: number): Channel {
    const channel = this.#channels[index];
    if (channel === undefined) throw new RangeError(`there is no channel ${index}`);
    return channel;
  }
}
