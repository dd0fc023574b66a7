import { LONG_MAX } from "../../java/long.ts";
import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, timeAt, type Row, type RowKind } from "../row.ts";
import { ProcessingTimers, Timers } from "../timers.ts";
import { IntervalCache, type CachedRow } from "./interval-cache.ts";
import type { IntervalJoinOptions, IntervalJoinSideOptions } from "./interval-join-options.ts";
import { joinedRow, joinKeyOf, paddedRow } from "./join-side.ts";

/** One side at work. */
interface IntervalSide extends IntervalJoinSideOptions {
  readonly input: number;
  /** How far behind the time of one of its rows a row of the other side may lie, ms. */
  readonly relativeSize: number;
  readonly caches: Map<string, IntervalCache>;
  /** Its rows up to this time are expired. One for all keys, as in Flink. */
  expirationTime: number;
}

/**
 * Joins rows whose times lie in an interval (Flink's class of the same name); both inputs are only added to. A row
 * waits until the watermark has passed its interval; an outer one without a match is sent with NULLs then. What
 * comes when its interval has passed joins what is still there and is not kept. Watermarks go on late by the larger
 * bound, for a joined row is as old as its older part.
 */
export class TimeIntervalJoin implements ChangelogOperator {
  readonly #options: IntervalJoinOptions;
  readonly #context: OperatorContext;
  readonly #left: IntervalSide;
  readonly #right: IntervalSide;
  readonly #eventTimers = new Timers((key, timestamp) => this.#onTimer(key, timestamp));
  readonly #processingTimers: ProcessingTimers;

  constructor(options: IntervalJoinOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#left = { ...options.left, ...emptyCaches(), input: 0, relativeSize: options.upper };
    this.#right = { ...options.right, ...emptyCaches(), input: 1, relativeSize: 0 - options.lower };
    this.#processingTimers = new ProcessingTimers(context.clock, (key, timestamp) =>
      this.#onTimer(key, timestamp),
    );
  }

  processElement(_kind: RowKind, row: Row, input: number): void {
    const [side, other] = input === 0 ? [this.#left, this.#right] : [this.#right, this.#left];
    const now = this.#operatorTime();
    const time = this.#options.time === "event" ? timeAt(row, side.timeIndex) : now;
    const upperBound = time + side.relativeSize;
    const cached: CachedRow = { row, state: "unmatched" };
    if (other.expirationTime < upperBound) {
      other.expirationTime = expirationTime(now, other.relativeSize);
      this.#probe(cached, time, side, other);
    }
    if (now < upperBound) this.#keep(cached, time, side);
    else this.#padIfUnmatched([cached], side);
  }

  processWatermark(timestamp: number): void {
    this.#eventTimers.advance(timestamp);
    const delay = this.#options.time === "event" ? this.#maxOutputDelay() : 0;
    this.#context.output.emitWatermark(timestamp - delay);
  }

  #operatorTime(): number {
    if (this.#options.time === "processing") return this.#context.clock.getCurrentProcessingTime();
    return Math.max(0, this.#eventTimers.progress);
  }

  #maxOutputDelay(): number {
    return Math.max(this.#left.relativeSize, this.#right.relativeSize);
  }

  #probe(cached: CachedRow, time: number, side: IntervalSide, other: IntervalSide): void {
    const joinKey = joinKeyOf(cached.row, side.keyIndices);
    const cache = other.caches.get(keyOf(project(cached.row, side.keyIndices)));
    for (const [otherTime, rows] of cache?.entries() ?? []) {
      const isInside = otherTime >= time - other.relativeSize && otherTime <= time + side.relativeSize;
      if (isInside && joinKey !== null) this.#join(cached, rows, side);
      if (otherTime > other.expirationTime) continue;
      this.#padIfUnmatched(rows, other);
      cache?.remove(otherTime);
    }
  }

  #join(cached: CachedRow, matches: readonly CachedRow[], side: IntervalSide): void {
    cached.state = "matched";
    for (const match of matches) {
      match.state = "matched";
      this.#context.output.collect("+I", joinedRow(side.input, cached.row, match.row));
    }
  }

  #keep(cached: CachedRow, time: number, side: IntervalSide): void {
    const key = keyOf(project(cached.row, side.keyIndices));
    const cache = side.caches.get(key) ?? new IntervalCache();
    side.caches.set(key, cache);
    cache.add(time, cached);
    if (cache.cleanupTime === undefined) this.#registerCleanup(key, cache, time, side);
  }

  #registerCleanup(key: string, cache: IntervalCache, time: number, side: IntervalSide): void {
    cache.cleanupTime = time + side.relativeSize + this.#options.minCleanupInterval + 1;
    const timers = this.#options.time === "event" ? this.#eventTimers : this.#processingTimers;
    timers.register(key, cache.cleanupTime);
  }

  #onTimer(key: string, timestamp: number): void {
    for (const side of [this.#right, this.#left]) {
      const cache = side.caches.get(key);
      if (cache?.cleanupTime !== timestamp) continue;
      side.expirationTime = expirationTime(this.#operatorTime(), side.relativeSize);
      this.#removeExpired(key, cache, side);
    }
  }

  #removeExpired(key: string, cache: IntervalCache, side: IntervalSide): void {
    let earliest = LONG_MAX;
    for (const [time, rows] of cache.entries()) {
      if (time > side.expirationTime) {
        earliest = Math.min(earliest, time);
        continue;
      }
      this.#padIfUnmatched(rows, side);
      cache.remove(time);
    }
    // Flink takes an earliest time of 0 or less for none, and clears the cache.
    if (earliest > 0 && earliest < LONG_MAX) this.#registerCleanup(key, cache, earliest, side);
    else side.caches.delete(key);
  }

  #padIfUnmatched(rows: readonly CachedRow[], side: IntervalSide): void {
    if (side.padding === "none") return;
    const otherArity = side.input === 0 ? this.#right.arity : this.#left.arity;
    for (const { row, state } of rows) {
      if (state === "matched") continue;
      this.#context.output.collect("+I", paddedRow(side.input, row, otherArity));
    }
  }
}

function emptyCaches(): Pick<IntervalSide, "caches" | "expirationTime"> {
  return { caches: new Map(), expirationTime: 0 };
}

function expirationTime(operatorTime: number, relativeSize: number): number {
  return operatorTime < LONG_MAX ? operatorTime - relativeSize - 1 : LONG_MAX;
}
