import { LONG_MAX } from "../../java/long.ts";
import type { Output } from "../../operators/output.ts";
import { AlignmentReader, DEFAULT_WATERMARK_BUFFER_SIZE } from "../../time/alignment-reader.ts";
import { PausableRelativeClock } from "../../time/pausable-relative-clock.ts";
import type { ProcessingTimeService, ScheduledTimer } from "../../time/processing-time-service.ts";
import type { WatermarkStatus } from "../../time/watermark-status.ts";
import type { SplitListener } from "./split-listener.ts";

/** A reader that is held back, and who holds it back. */
export interface AlignedReader {
  readonly processingTimeService: ProcessingTimeService;
  /** Gives the time (ms) of a clock that stands still under back pressure. */
  readonly activityTime: () => number;
  /** Tells the coordinator how far the reader is. */
  readonly report: (watermark: number) => void;
  /** Tells the task that the reader may go on. */
  readonly wakeUp: () => void;
  readonly pauseOrResumeSplits: (pause: readonly string[], resume: readonly string[]) => void;
}

interface AlignedSplit {
  readonly reader: AlignmentReader;
  readonly clock: PausableRelativeClock;
  isPaused: boolean;
}

/**
 * Holds the reader of one subtask back that is too far ahead of others, and of its splits those that are (the part of
 * Flink's `SourceOperator` that aligns watermarks). Elements wait; what is idle meanwhile is not taken for idle.
 */
export class SourceAlignment implements SplitListener {
  readonly #updateInterval: number;
  readonly #aligned: AlignedReader;
  readonly #reader = new AlignmentReader(DEFAULT_WATERMARK_BUFFER_SIZE);
  readonly #clock: PausableRelativeClock;
  readonly #splits = new Map<string, AlignedSplit>();
  #status: WatermarkStatus = "active";
  #wasWaiting = false;
  #nextSample: ScheduledTimer | undefined;

  /** `updateInterval` is the time (ms) between two reports. */
  constructor(updateInterval: number, aligned: AlignedReader) {
    this.#updateInterval = updateInterval;
    this.#aligned = aligned;
    this.#clock = new PausableRelativeClock(aligned.activityTime);
  }

  /** Whether the reader takes no elements for now. */
  get isWaiting(): boolean {
    return this.#reader.isWaiting;
  }

  /** Begins to report. */
  start(): void {
    const { processingTimeService } = this.#aligned;
    const time = processingTimeService.getCurrentProcessingTime() + this.#updateInterval;
    this.#nextSample = processingTimeService.registerTimer(time, () => {
      this.#sample();
      this.start();
    });
  }

  /** The reader has read all: nobody waits for it any more. */
  end(): void {
    this.#nextSample?.cancel();
    this.#aligned.report(LONG_MAX);
  }

  /** The coordinator says how far readers may go. */
  alignTo(maxAllowedWatermark: number): void {
    this.#reader.updateMaxDesiredWatermark(maxAllowedWatermark);
    for (const { reader } of this.#splits.values()) reader.updateMaxDesiredWatermark(maxAllowedWatermark);
    this.#applyWaits();
  }

  /** Returns an output that takes note of how far the reader is. */
  watching<T>(output: Output<T>): Output<T> {
    return {
      collect: (value, timestamp) => output.collect(value, timestamp),
      collectSide: (tag, value, timestamp) => output.collectSide(tag, value, timestamp),
      emitWatermark: (timestamp) => {
        this.#reader.updateCurrentEffectiveWatermark(timestamp);
        this.#applyWaits();
        output.emitWatermark(timestamp);
      },
      emitWatermarkStatus: (status) => {
        this.#status = status;
        output.emitWatermarkStatus(status);
      },
    };
  }

  /** Gives the time (ms) of a clock that stands still while a split, or else the whole reader, has to wait. */
  activityTime(split: string | null): number {
    const clock = split === null ? this.#clock : (this.#splits.get(split)?.clock ?? this.#clock);
    return clock.relativeTimeMillis();
  }

  registered(split: string): void {
    const clock = new PausableRelativeClock(() => this.#clock.relativeTimeMillis());
    const reader = new AlignmentReader(DEFAULT_WATERMARK_BUFFER_SIZE);
    this.#splits.set(split, { reader, clock, isPaused: false });
  }

  released(split: string): void {
    this.#splits.delete(split);
    this.#applyWaits();
  }

  element(): void {}

  watermark(split: string, timestamp: number): void {
    this.#splits.get(split)?.reader.updateCurrentEffectiveWatermark(timestamp);
    this.#applyWaits();
  }

  status(): void {}

  #sample(): void {
    const latest = this.#reader.sampleLatestWatermark();
    for (const { reader } of this.#splits.values()) reader.sampleLatestWatermark();
    this.#applyWaits();
    if (this.#status === "idle") this.#aligned.report(LONG_MAX);
    else if (latest !== null) this.#aligned.report(latest);
  }

  #applyWaits(): void {
    if (this.#reader.isWaiting) this.#clock.pause();
    else this.#clock.unPause();
    this.#pauseOrResumeSplits();
    if (this.#wasWaiting && !this.#reader.isWaiting) this.#aligned.wakeUp();
    this.#wasWaiting = this.#reader.isWaiting;
  }

  /** With one split alone the reader waits, not the split. */
  #pauseOrResumeSplits(): void {
    const hasToWait = ({ reader }: AlignedSplit) => reader.isWaiting && this.#splits.size > 1;
    const changed = [...this.#splits].filter(([, split]) => hasToWait(split) !== split.isPaused);
    if (changed.length === 0) return;
    for (const [, split] of changed) {
      split.isPaused = !split.isPaused;
      if (split.isPaused) split.clock.pause();
      else split.clock.unPause();
    }
    const names = (isPaused: boolean) =>
      changed.filter(([, split]) => split.isPaused === isPaused).map(([name]) => name);
    this.#aligned.pauseOrResumeSplits(names(true), names(false));
    this.#aligned.wakeUp();
  }
}
