import type { Column, SqlType } from "../../../src/engine/table/column.ts";
import type { Row, RowKind } from "../../../src/engine/table/row.ts";
import { scan, type SourceTable } from "../../../src/engine/table/scan.ts";
import { TableProgram } from "../../../src/engine/table/table-program.ts";
import type { Table } from "../../../src/engine/table/table.ts";
import { TestProcessingTimeService } from "../../../src/engine/time/processing-time-service.ts";

/** A change: its kind, then the fields of its row. */
export type Change = readonly [RowKind, ...Row];

/** What a program is given: a change or a watermark of a source, the clock's time, or the end of its input. */
export type Feed =
  | { readonly source: string; readonly change: Change }
  | { readonly source: string; readonly watermark: number }
  | { readonly clock: number }
  | "end";

/** Returns a table of columns `name TYPE, …`, only added to unless `options` say otherwise. */
export function aTable(
  name: string,
  columns: string,
  options: Partial<Omit<SourceTable, "name" | "columns">> = {},
): Table {
  return scan({ name, columns: columns.split(", ").map(toColumn), changelog: "insert-only", ...options });
}

/** Feeds table `t`, one change after another, and returns what comes of each. */
export function changesOf(table: Table, ...changes: readonly Change[]): readonly (readonly Change[])[] {
  return play(
    table,
    changes.map((change) => ({ source: "t", change })),
  );
}

/** Runs a program and returns what comes of each feed. */
export function play(table: Table, feeds: readonly Feed[]): readonly (readonly Change[])[] {
  const clock = new TestProcessingTimeService();
  let changes: Change[] = [];
  const program = new TableProgram(table, clock, (kind, row) => changes.push([kind, ...row]));
  return feeds.map((feed) => {
    changes = [];
    if (feed === "end") program.finish();
    else if ("clock" in feed) clock.setCurrentTime(feed.clock);
    else if ("watermark" in feed) program.processWatermark(feed.source, feed.watermark);
    else program.processElement(feed.source, feed.change[0], feed.change.slice(1));
    return changes;
  });
}

function toColumn(declaration: string): Column {
  const [name = "", type = "STRING"] = declaration.split(" ");
  return { name, type: type as SqlType };
}
