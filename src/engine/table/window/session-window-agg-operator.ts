import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { keyOf, project, rowOfKey, timeAt, type Row, type RowKind } from "../row.ts";
import { ProcessingTimers, Timers } from "../timers.ts";
import { SessionWindows, type SessionMerge } from "./session-windows.ts";
import type { WindowAggOptions } from "./window-agg-options.ts";
import { isWindowFired } from "./window-start.ts";

/**
 * GROUP BY a window of SESSION (Flink's `WindowAggOperator` with `UnsliceSyncStateWindowAggProcessor`). It sends
 * one final row a session. A row whose session would have ended at the watermark is late and dropped; a late row
 * that still reaches a live session is not.
 */
export class SessionWindowAggOperator implements ChangelogOperator {
  readonly #options: WindowAggOptions;
  readonly #gap: number;
  readonly #context: OperatorContext;
  readonly #keys = new Map<string, SessionWindows>();
  readonly #eventTimers = new Timers((key, timestamp) => this.#fire(key, timestamp + 1));
  readonly #processingTimers: ProcessingTimers;

  constructor(options: WindowAggOptions, gap: number, context: OperatorContext) {
    this.#options = options;
    this.#gap = gap;
    this.#context = context;
    this.#processingTimers = new ProcessingTimers(context.clock, (key, timestamp) =>
      this.#fire(key, timestamp + 1),
    );
  }

  processElement(kind: RowKind, row: Row): void {
    const { handler, keyIndices } = this.#options;
    const keyFields = project(row, keyIndices);
    const windows = this.#keys.get(keyOf(keyFields)) ?? new SessionWindows(handler);
    const time = this.#timeOf(row);
    const merge = windows.merge(time, time + this.#gap);
    if (this.#isLate(merge.session.end)) return;
    this.#keys.set(keyOf(keyFields), windows);
    handler.apply(merge.session.accumulators, kind, row);
    windows.put(merge);
    this.#moveTimers(keyFields, merge);
  }

  processWatermark(timestamp: number): void {
    this.#eventTimers.advance(timestamp);
    this.#context.output.emitWatermark(timestamp);
  }

  #isLate(windowEnd: number): boolean {
    return this.#options.time === "event" && isWindowFired(windowEnd, this.#eventTimers.progress);
  }

  #timeOf(row: Row): number {
    if (this.#options.time === "event") return timeAt(row, this.#options.timeIndex);
    return this.#context.clock.getCurrentProcessingTime();
  }

  /** Sets the timer of a session and then deletes those that it replaces, as Flink does: the heap minds the order. */
  #moveTimers(keyFields: Row, { session, replaced }: SessionMerge): void {
    const timers = this.#options.time === "event" ? this.#eventTimers : this.#processingTimers;
    timers.register(keyOf([session.start, ...keyFields]), session.end - 1);
    for (const { start, end } of replaced) {
      if (start === session.start && end === session.end) continue;
      timers.delete(keyOf([start, ...keyFields]), end - 1);
    }
  }

  #fire(timerKey: string, windowEnd: number): void {
    const keyFields = rowOfKey(timerKey).slice(1);
    const windows = this.#keys.get(keyOf(keyFields));
    const session = windows?.take(windowEnd);
    if (windows?.isEmpty === true) this.#keys.delete(keyOf(keyFields));
    if (session === undefined || session.accumulators.records === 0) return;
    const value = this.#options.handler.getValue(session.accumulators);
    this.#context.output.collect("+I", [...keyFields, session.start, session.end, ...value]);
  }
}
