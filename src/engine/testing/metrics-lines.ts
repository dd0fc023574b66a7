import type { CheckpointRecord } from "../runtime/cluster/checkpoint-statistics.ts";
import type { MetricsReport, OperatorReport, TaskReport } from "../runtime/metrics/metrics-report.ts";

/** The headings of the three tables, in one language. */
export interface MetricsWords {
  readonly task: string;
  readonly operator: string;
  readonly checkpoint: string;
  readonly columns: Readonly<
    Record<"parallelism" | "busy" | "idle" | "blocked" | "in" | "out" | "queue" | "skew", string>
  >;
  readonly state: Readonly<Record<"entries" | "bytes" | "timers" | "late", string>>;
  readonly checkpoints: Readonly<Record<"status" | "begin" | "duration" | "alignment" | "bytes", string>>;
}

/** Returns what a run has come to as tables for people. `now/most` stands for what is left and the most there was. */
export function metricsLines(
  { tasks, operators, checkpoints }: MetricsReport,
  words: MetricsWords,
): readonly string[] {
  return [
    ...taskTable(tasks, words),
    "",
    ...operatorTable(operators, words),
    ...(checkpoints.length === 0 ? [] : ["", ...checkpointTable(checkpoints, words)]),
  ];
}

function taskTable(tasks: readonly TaskReport[], { task, columns }: MetricsWords): readonly string[] {
  const heading = [
    task,
    columns.parallelism,
    columns.busy,
    columns.idle,
    columns.blocked,
    columns.in,
    columns.out,
    columns.queue,
    columns.skew,
  ];
  const rows = tasks.map((each) => [
    each.name,
    String(each.parallelism),
    percent(each.busyRatio),
    percent(each.idleRatio),
    percent(each.backPressuredRatio),
    String(each.numRecordsIn),
    String(each.numRecordsOut),
    String(each.peakQueueRecords),
    each.skew.toFixed(2),
  ]);
  return table([heading, ...rows]);
}

function operatorTable(
  operators: readonly OperatorReport[],
  { operator, columns, state }: MetricsWords,
): readonly string[] {
  const heading = [operator, columns.in, columns.out, state.late, state.entries, state.bytes, state.timers];
  const rows = operators.map((each) => [
    each.name,
    String(each.numRecordsIn),
    String(each.numRecordsOut),
    String(each.numLateRecordsDropped),
    `${each.stateEntries}/${each.maxStateEntries}`,
    `${each.stateBytes}/${each.maxStateBytes}`,
    `${each.timers}/${each.maxTimers}`,
  ]);
  return table([heading, ...rows]);
}

function checkpointTable(
  records: readonly CheckpointRecord[],
  { checkpoint, checkpoints }: MetricsWords,
): readonly string[] {
  const { status, begin, duration, alignment, bytes } = checkpoints;
  const rows = records.map((each) => [
    String(each.id),
    each.reason === "" ? each.status : each.reason,
    String(each.triggeredAt),
    String(each.duration),
    String(each.alignmentDuration),
    String(each.size ?? 0),
  ]);
  return table([[checkpoint, status, begin, duration, alignment, bytes], ...rows]);
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

/** Lays out cells in columns: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - widthOf(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Returns the columns that a text takes: Chinese characters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return width;
}
