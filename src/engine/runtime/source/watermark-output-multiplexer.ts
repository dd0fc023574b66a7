import { LONG_MAX, LONG_MIN } from "../../java/long.ts";
import type { WatermarkOutput } from "../../time/watermark-generator.ts";
import type { WatermarkOutputs } from "./source-output-with-watermarks.ts";
import type { SplitListener } from "./split-listener.ts";

interface PartialWatermark {
  watermark: number;
  isIdle: boolean;
}

/**
 * Combines the watermarks of the splits of one reader (Flink's class of the same name): the smallest of those that are
 * not idle, and the largest of all when every split is idle. Without any split there is no watermark.
 */
export class WatermarkOutputMultiplexer {
  readonly #underlying: WatermarkOutput;
  readonly #listener: SplitListener | null;
  readonly #partials = new Map<string, PartialWatermark>();
  #combined = LONG_MIN;

  /** `listener` hears how far each split is, if anybody wants to know. */
  constructor(underlying: WatermarkOutput, listener: SplitListener | null) {
    this.#underlying = underlying;
    this.#listener = listener;
  }

  /** Adds a split. What it says at an element counts at once, what it says periodically with `onPeriodicEmit`. */
  registerNewOutput(id: string): WatermarkOutputs {
    const partial: PartialWatermark = { watermark: LONG_MIN, isIdle: false };
    this.#partials.set(id, partial);
    const periodic = deferredOutput(id, partial, this.#listener);
    return { periodic, onEvent: this.#immediateOutput(periodic) };
  }

  /** Removes a split that has been read to its end. */
  unregisterOutput(id: string): void {
    this.#partials.delete(id);
  }

  /** Sends on what the splits have said since the last time. */
  onPeriodicEmit(): void {
    const partials = [...this.#partials.values()];
    if (partials.length === 0) return;
    const active = partials.filter(({ isIdle }) => !isIdle);
    const combined =
      active.length === 0
        ? partials.reduce((highest, { watermark }) => Math.max(highest, watermark), LONG_MIN)
        : active.reduce((lowest, { watermark }) => Math.min(lowest, watermark), LONG_MAX);
    if (combined > this.#combined) {
      this.#combined = combined;
      this.#underlying.emitWatermark(combined);
    }
    if (active.length === 0) this.#underlying.markIdle();
  }

  #immediateOutput(deferred: WatermarkOutput): WatermarkOutput {
    return {
      emitWatermark: (timestamp) => {
        deferred.emitWatermark(timestamp);
        if (timestamp > this.#combined) this.onPeriodicEmit();
      },
      markIdle: () => {
        deferred.markIdle();
        this.onPeriodicEmit();
      },
      markActive: () => {
        deferred.markActive();
        this.onPeriodicEmit();
      },
    };
  }
}

function deferredOutput(
  split: string,
  partial: PartialWatermark,
  listener: SplitListener | null,
): WatermarkOutput {
  const setIdle = (isIdle: boolean) => {
    if (isIdle !== partial.isIdle) listener?.status(split, isIdle ? "idle" : "active");
    partial.isIdle = isIdle;
  };
  return {
    emitWatermark: (timestamp) => {
      setIdle(false);
      if (timestamp <= partial.watermark) return;
      partial.watermark = timestamp;
      listener?.watermark(split, timestamp);
    },
    markIdle: () => setIdle(true),
    markActive: () => setIdle(false),
  };
}
