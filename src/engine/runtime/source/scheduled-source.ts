import type {
  Boundedness,
  InputStatus,
  ReaderOutput,
  SourceOutput,
  Source,
  SourceReader,
  SourceReaderContext,
  SourceSplit,
} from "./source.ts";

/** An element and when it comes. */
export interface Arrival<T> {
  /** When it can be read at the earliest, in ms of processing time. */
  readonly at: number;
  readonly value: T;
  /** The timestamp (ms) that it brings along. */
  readonly timestamp?: number;
}

/** A partition of a schedule, and how far it has been read. */
export interface ScheduledSplit extends SourceSplit {
  readonly partition: number;
  readonly offset: number;
}

/**
 * Reads elements that come at given times, in one or more partitions, each in order: what a topic is to a reader that
 * keeps up with it. Each partition is a split with watermarks of its own, and can be read again from any offset.
 */
export class ScheduledSource<T> implements Source<T, ScheduledSplit> {
  readonly boundedness: Boundedness;
  readonly #partitions: readonly (readonly Arrival<T>[])[];

  /** Unless it is bounded, the source waits for ever behind its last element. */
  constructor(partitions: readonly (readonly Arrival<T>[])[], boundedness: Boundedness = "BOUNDED") {
    this.#partitions = partitions;
    this.boundedness = boundedness;
  }

  discoverSplits(): readonly ScheduledSplit[] {
    return this.#partitions.map((_, partition) => ({
      splitId: `partition-${partition}`,
      partition,
      offset: 0,
    }));
  }

  createReader(context: SourceReaderContext): SourceReader<T, ScheduledSplit> {
    return new ScheduledReader(this.#partitions, this.boundedness, context);
  }
}

interface OpenSplit<T> {
  readonly splitId: string;
  readonly partition: number;
  readonly arrivals: readonly Arrival<T>[];
  offset: number;
}

class ScheduledReader<T> implements SourceReader<T, ScheduledSplit> {
  readonly #partitions: readonly (readonly Arrival<T>[])[];
  readonly #boundedness: Boundedness;
  readonly #context: SourceReaderContext;
  readonly #splits: OpenSplit<T>[] = [];
  readonly #paused = new Set<string>();

  constructor(
    partitions: readonly (readonly Arrival<T>[])[],
    boundedness: Boundedness,
    context: SourceReaderContext,
  ) {
    this.#partitions = partitions;
    this.#boundedness = boundedness;
    this.#context = context;
  }

  addSplits(splits: readonly ScheduledSplit[]): void {
    for (const { splitId, partition, offset } of splits) {
      const arrivals = this.#partitions[partition] ?? [];
      this.#splits.push({ splitId, partition, arrivals, offset });
    }
  }

  /** Takes the element that came first; of several at one time the one of the first partition. */
  pollNext(output: ReaderOutput<T>): InputStatus {
    this.#releaseEnded(output);
    const next = this.#earliest();
    if (next === undefined) return this.#hasEnded() ? "END_OF_INPUT" : "NOTHING_AVAILABLE";
    const [split, arrival] = next;
    if (arrival.at > this.#context.currentProcessingTime()) return "NOTHING_AVAILABLE";
    split.offset += 1;
    const splitOutput: SourceOutput<T> = output.createOutputForSplit(split.splitId);
    splitOutput.collect(arrival.value, arrival.timestamp);
    return this.#hasMoreNow() ? "MORE_AVAILABLE" : "NOTHING_AVAILABLE";
  }

  nextAvailableAt(): number {
    return this.#earliest()?.[1].at ?? Number.POSITIVE_INFINITY;
  }

  pauseOrResumeSplits(pause: readonly string[], resume: readonly string[]): void {
    for (const split of pause) this.#paused.add(split);
    for (const split of resume) this.#paused.delete(split);
  }

  snapshotState(): readonly ScheduledSplit[] {
    return this.#splits.map(({ splitId, partition, offset }) => ({ splitId, partition, offset }));
  }

  /** That a split has ended is said with the next question. */
  #hasMoreNow(): boolean {
    const isToldLater = this.#boundedness === "BOUNDED" && this.#splits.some(isEnded);
    return isToldLater || this.nextAvailableAt() <= this.#context.currentProcessingTime();
  }

  #hasEnded(): boolean {
    return this.#boundedness === "BOUNDED" && this.#splits.every(isEnded);
  }

  #releaseEnded(output: ReaderOutput<T>): void {
    if (this.#boundedness !== "BOUNDED") return;
    for (let index = this.#splits.length - 1; index >= 0; index--) {
      const split = this.#splits[index];
      if (split === undefined || !isEnded(split)) continue;
      output.releaseOutputForSplit(split.splitId);
      this.#splits.splice(index, 1);
    }
  }

  #earliest(): readonly [OpenSplit<T>, Arrival<T>] | undefined {
    let earliest: readonly [OpenSplit<T>, Arrival<T>] | undefined;
    for (const split of this.#splits) {
      const arrival = split.arrivals[split.offset];
      if (arrival === undefined || this.#paused.has(split.splitId)) continue;
      if (earliest === undefined || arrival.at < earliest[1].at) earliest = [split, arrival];
    }
    return earliest;
  }
}

function isEnded({ offset, arrivals }: OpenSplit<unknown>): boolean {
  return offset >= arrivals.length;
}
