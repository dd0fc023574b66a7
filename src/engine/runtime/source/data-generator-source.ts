import { IllegalArgumentException } from "../../java/exceptions.ts";
import { RateLimiterStrategy } from "./rate-limiter-strategy.ts";
import type {
  InputStatus,
  ReaderOutput,
  Source,
  SourceReader,
  SourceReaderContext,
  SourceSplit,
} from "./source.ts";

/** Makes the element number `index`, counted from 0; the same one whenever it is asked (Flink's `GeneratorFunction`). */
export type GeneratorFunction<Out> = (index: number) => Out;

/** A range of indexes, `to` not included; `from` moves on as it is read (Flink's `NumberSequenceSplit`). */
export interface NumberSequenceSplit extends SourceSplit {
  readonly from: number;
  readonly to: number;
}

/** Makes elements out of a range of numbers, at once or at a rate (Flink's class of the same name). */
export class DataGeneratorSource<Out> implements Source<Out, NumberSequenceSplit> {
  readonly boundedness = "BOUNDED";
  readonly #generate: GeneratorFunction<Out>;
  readonly #count: number;
  readonly #rate: RateLimiterStrategy;

  /**
   * `LONG_MAX` elements are more than anybody can wait for, dealt out evenly as fewer would be. Throws an
   * IllegalArgumentException for a negative count.
   */
  constructor(generate: GeneratorFunction<Out>, count: number, rate = RateLimiterStrategy.noOp()) {
    if (count < 0) throw new IllegalArgumentException("'to' must be >= 'from - 1'");
    this.#generate = generate;
    this.#count = Math.min(count, Number.MAX_SAFE_INTEGER);
    this.#rate = rate;
  }

  /** Returns ranges of about the same size, one for each subtask. */
  discoverSplits(parallelism: number): readonly NumberSequenceSplit[] {
    return Array.from({ length: parallelism }, (_, index) => ({
      splitId: String(index + 1),
      from: Math.floor((index * this.#count) / parallelism),
      to: Math.floor(((index + 1) * this.#count) / parallelism),
    }));
  }

  createReader(context: SourceReaderContext): SourceReader<Out, NumberSequenceSplit> {
    return new GeneratingReader(this.#generate, this.#rate, context);
  }
}

class GeneratingReader<Out> implements SourceReader<Out, NumberSequenceSplit> {
  readonly #generate: GeneratorFunction<Out>;
  readonly #rate: RateLimiterStrategy;
  readonly #context: SourceReaderContext;
  readonly #parallelism: number;
  readonly #waiting: NumberSequenceSplit[] = [];
  #splitId = "";
  #next = 0;
  #end = 0;
  #emitted = 0;
  #started = 0;
  #mayGoAt = 0;
  #now = Number.NEGATIVE_INFINITY;

  constructor(generate: GeneratorFunction<Out>, rate: RateLimiterStrategy, context: SourceReaderContext) {
    this.#generate = generate;
    this.#rate = rate;
    this.#context = context;
    this.#parallelism = context.currentParallelism();
  }

  addSplits(splits: readonly NumberSequenceSplit[]): void {
    this.#waiting.push(...splits);
  }

  start(): void {
    this.#started = this.#context.currentProcessingTime();
  }

  pollNext(output: ReaderOutput<Out>): InputStatus {
    if (this.#next === this.#end && !this.#beginNextSplit()) return "END_OF_INPUT";
    if (this.#now < this.#mayGoAt && !this.#mayGoNow()) return "NOTHING_AVAILABLE";
    const element = this.#generate(this.#next++);
    this.#emitted++;
    this.#mayGoAt = this.#started + this.#rate.delayOf(this.#emitted, this.#parallelism);
    output.collect(element);
    return this.#next < this.#end && this.#now < this.#mayGoAt ? "NOTHING_AVAILABLE" : "MORE_AVAILABLE";
  }

  nextAvailableAt(): number {
    return this.#mayGoAt;
  }

  snapshotState(): readonly NumberSequenceSplit[] {
    if (this.#next === this.#end) return [...this.#waiting];
    return [{ splitId: this.#splitId, from: this.#next, to: this.#end }, ...this.#waiting];
  }

  #beginNextSplit(): boolean {
    for (let split = this.#waiting.shift(); split !== undefined; split = this.#waiting.shift()) {
      this.#splitId = split.splitId;
      this.#next = split.from;
      this.#end = split.to;
      if (split.from < split.to) return true;
    }
    return false;
  }

  #mayGoNow(): boolean {
    this.#now = this.#context.currentProcessingTime();
    return this.#now >= this.#mayGoAt;
  }
}
