import { IllegalArgumentException } from "../java/exceptions.ts";
import { LONG_MAX, LONG_MIN } from "../java/long.ts";
import type { ProcessingTimeService } from "../time/processing-time-service.ts";
import type { ChangelogOperator, ChangelogOutput } from "./changelog-operator.ts";
import type { Row, RowKind } from "./row.ts";
import type { Table } from "./table.ts";
import { planUpdateKinds, type PlannedTable } from "./update-kind-inference.ts";

/** Where a program sends the changes of its last table. */
export type ChangelogSink = (kind: RowKind, row: Row) => void;

/**
 * A table program at work, at parallelism 1: the operators of a table and of all below it. It takes one change,
 * watermark or move of the clock at a time, and has sent all that follows from it when the call returns. The sink
 * gets `-U` too unless the last table is an `upsertSink`.
 *
 * @example
 * const orders = scan({ name: "orders", columns: [{ name: "item", type: "STRING" }], changelog: "insert-only" });
 * const counts = groupAggregate(orders, { keys: ["item"], aggregates: [{ as: "n", function: "count" }] });
 * const program = new TableProgram(counts, clock, (kind, row) => changes.push([kind, ...row]));
 * program.processElement("orders", "+I", ["tea"]);
 * program.processElement("orders", "+I", ["tea"]);
 * // changes: ["+I", "tea", 1], ["-U", "tea", 1], ["+U", "tea", 2]
 */
export class TableProgram {
  readonly #sources = new Map<string, ChangelogOperator[]>();
  readonly #clock: ProcessingTimeService;

  constructor(table: Table, clock: ProcessingTimeService, sink: ChangelogSink) {
    const planned = planUpdateKinds(table, "before-and-after");
    if (planned === undefined) throw new IllegalArgumentException(`no plan for the changes of ${table.name}`);
    this.#clock = clock;
    this.#deploy(planned, { collect: materializeProctime(table, clock, sink), emitWatermark: () => {} });
  }

  /** Feeds a source with a change; the row has all columns of its table but the processing time. */
  processElement(source: string, kind: RowKind, row: Row): void {
    for (const scan of this.#scansOf(source)) scan.processElement(kind, row, 0);
  }

  /** Tells that a source expects no row with a time of `timestamp` ms or less any more. */
  processWatermark(source: string, timestamp: number): void {
    for (const scan of this.#scansOf(source)) scan.processWatermark(timestamp);
  }

  /** Ends all sources: the last watermark makes everything that waits come out. */
  finish(): void {
    for (const source of this.#sources.keys()) this.processWatermark(source, LONG_MAX);
  }

  #deploy(planned: PlannedTable, output: ChangelogOutput): void {
    const { table, updateKind, inputs } = planned;
    const operator = table.createOperator({ output, clock: this.#clock }, updateKind);
    if (table.source !== undefined) {
      this.#sources.set(table.source, [...(this.#sources.get(table.source) ?? []), operator]);
    }
    const watermarks = new CombinedWatermark(inputs.length, operator);
    for (const [index, input] of inputs.entries()) {
      this.#deploy(input, {
        collect: (kind, row) => operator.processElement(kind, row, index),
        emitWatermark: (timestamp) => watermarks.update(index, timestamp),
      });
    }
  }

  #scansOf(source: string): readonly ChangelogOperator[] {
    const scans = this.#sources.get(source);
    if (scans === undefined) throw new IllegalArgumentException(`Table '${source}' is not in this program.`);
    return scans;
  }
}

/** Puts the time of the clock in the place of processing-time attributes (the planner's `PROCTIME_MATERIALIZE`). */
function materializeProctime(table: Table, clock: ProcessingTimeService, sink: ChangelogSink): ChangelogSink {
  const isProctime = table.columns.map((column) => column.type === "PROCTIME");
  if (!isProctime.includes(true)) return sink;
  return (kind, row) => {
    const now = clock.getCurrentProcessingTime();
    sink(
      kind,
      row.map((field, index) => (isProctime[index] === true ? now : field)),
    );
  };
}

/** The watermarks of an operator's inputs: the operator sees the least one when it rises. */
class CombinedWatermark {
  readonly #watermarks: number[];
  readonly #operator: ChangelogOperator;
  #combined = LONG_MIN;

  constructor(inputs: number, operator: ChangelogOperator) {
    this.#watermarks = Array.from({ length: inputs }, () => LONG_MIN);
    this.#operator = operator;
  }

  update(input: number, timestamp: number): void {
    this.#watermarks[input] = Math.max(timestamp, this.#watermarks[input] ?? LONG_MIN);
    const combined = Math.min(...this.#watermarks);
    if (combined <= this.#combined) return;
    this.#combined = combined;
    this.#operator.processWatermark(combined);
  }
}
