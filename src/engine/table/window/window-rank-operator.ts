import { LONG_MIN } from "../../java/long.ts";
import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import type { SortOrder } from "../rank/sort-order.ts";
import { TopNBuffer } from "../rank/top-n-buffer.ts";
import { keyOf, project, timeAt, type Row, type RowKind } from "../row.ts";
import { Timers } from "../timers.ts";
import { windowsOf } from "./aligned-windows.ts";
import { WindowBuffer } from "./window-buffer.ts";
import type { AlignedWindowSpec } from "./window-spec.ts";
import { isWindowFired } from "./window-start.ts";

/** What a window Top-N needs to know. */
export interface WindowRankOptions {
  readonly spec: AlignedWindowSpec;
  /** The place of the row time. */
  readonly timeIndex: number;
  /** The places of the columns of PARTITION BY beside the window. */
  readonly keyIndices: readonly number[];
  readonly order: SortOrder;
  readonly n: number;
}

/**
 * The first n rows of each window (Flink's window table function and `SyncStateWindowRankProcessor` behind it). It
 * sends them with their window and rank when the watermark reaches the window's last ms, and never corrects them; a
 * row is dropped for those of its windows that have fired.
 */
export class WindowRankOperator implements ChangelogOperator {
  readonly #options: WindowRankOptions;
  readonly #context: OperatorContext;
  readonly #timers = new Timers((key, timestamp) => this.#fire(key, timestamp + 1));
  readonly #buffer: WindowBuffer<Row[]>;
  readonly #windows = new Map<string, TopNBuffer<Row>>();
  #progress = LONG_MIN;

  constructor(options: WindowRankOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#buffer = new WindowBuffer<Row[]>(
      () => [],
      (key, windowEnd, rows) => this.#keep(key, windowEnd, rows),
    );
  }

  processElement(_kind: RowKind, row: Row): void {
    const key = keyOf(project(row, this.#options.keyIndices));
    for (const { start, end } of windowsOf(this.#options.spec, timeAt(row, this.#options.timeIndex))) {
      if (!isWindowFired(end, this.#progress)) this.#buffer.open(key, end).push([...row, start, end]);
    }
  }

  processWatermark(timestamp: number): void {
    this.#progress = timestamp;
    this.#buffer.advanceProgress(timestamp);
    this.#timers.advance(timestamp);
    this.#context.output.emitWatermark(timestamp);
  }

  #keep(key: string, windowEnd: number, rows: readonly Row[]): void {
    const { order, n } = this.#options;
    const name = `${windowEnd} ${key}`;
    const window = this.#windows.get(name) ?? new TopNBuffer<Row>(order);
    this.#windows.set(name, window);
    for (const row of rows) {
      if (window.accepts(order.sortKeyOf(row), n)) window.put(order.sortKeyOf(row), row);
    }
    this.#timers.register(key, windowEnd - 1);
  }

  #fire(key: string, windowEnd: number): void {
    const name = `${windowEnd} ${key}`;
    const ordered = this.#windows.get(name)?.entries() ?? [];
    this.#windows.delete(name);
    const first = ordered.flatMap(({ value }) => value).slice(0, this.#options.n);
    for (const [index, row] of first.entries()) this.#context.output.collect("+I", [...row, index + 1]);
  }
}
