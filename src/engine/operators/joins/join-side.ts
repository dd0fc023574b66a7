import type { MapState } from "../../state/state.ts";
import type { OutputTag } from "../output-tag.ts";
import type { Interval } from "./interval-join-bounds.ts";

/** One side of an interval join: what it keeps, and where the partners of its elements lie. */
export class JoinSide<T> {
  /** The namespace of the timers that clean this side up. */
  readonly namespace: string;
  /** Where the partners of an element lie relative to it, in ms. */
  readonly partners: Interval;
  readonly lateDataOutputTag: OutputTag<T> | undefined;
  readonly #buffer: MapState<number, T[]>;

  constructor(
    namespace: string,
    partners: Interval,
    buffer: MapState<number, T[]>,
    lateDataOutputTag: OutputTag<T> | undefined,
  ) {
    this.namespace = namespace;
    this.partners = partners;
    this.#buffer = buffer;
    this.lateDataOutputTag = lateDataOutputTag;
  }

  /** Keeps an element of the current key. */
  add(value: T, timestamp: number): void {
    const bucket = this.#buffer.get(timestamp) ?? [];
    bucket.push(value);
    this.#buffer.put(timestamp, bucket);
  }

  /**
   * Returns what is kept for the current key in an interval around a time, by timestamp and in the backend's own
   * order.
   */
  bucketsAround(time: number, { lower, upper }: Interval): readonly (readonly [number, readonly T[]])[] {
    return this.#buffer
      .entries()
      .filter(([timestamp]) => time + lower <= timestamp && timestamp <= time + upper);
  }

  /** Returns until when an element can still find partners, in ms. */
  cleanupTime(timestamp: number): number {
    return timestamp + this.#stay();
  }

  /** Forgets the elements of the current key whose cleanup time has come. */
  cleanUp(cleanupTime: number): void {
    this.#buffer.remove(cleanupTime - this.#stay());
  }

  #stay(): number {
    return Math.max(this.partners.upper, 0);
  }
}
