import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { markLate, type LaneRecord, type SourceRecord } from "./late-records.ts";
import { placeName } from "./place-name.ts";
import { shortName } from "./value-text.ts";

/** The records of a subtask of a source, or of one split that it reads, in the order in which they came. */
export interface RecordLane {
  readonly operator: string;
  readonly subtask: number;
  /** The split, where the subtask reads several; else `null`. */
  readonly split: string | null;
  readonly records: readonly LaneRecord[];
}

/**
 * Returns a lane for each split, or for each subtask that reads but one, of the operators where timestamps begin: sources,
 * and operators that make timestamps for records that have none.
 */
export function recordLanes(events: readonly TracedEvent[]): readonly RecordLane[] {
  const records = markLate(sourceRecords(events), events);
  const bySubtask = Map.groupBy(records, ({ operator, subtask }) => placeName(operator, subtask));
  return [...bySubtask]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, own]) => lanesOf(own));
}

function lanesOf(records: readonly SourceRecord[]): readonly RecordLane[] {
  const bySplit = Map.groupBy(records, ({ split }) => split);
  const isSplit = bySplit.size > 1;
  const inOrder = [...bySplit].toSorted(([one], [other]) => ((one ?? "") < (other ?? "") ? -1 : 1));
  const groups = isSplit ? inOrder.map(([, group]) => group) : [records];
  return groups.map((group) => {
    const { operator = "", subtask = 0, split = null } = group[0] ?? {};
    return { operator, subtask, split: isSplit ? split : null, records: group };
  });
}

function sourceRecords(events: readonly TracedEvent[]): readonly SourceRecord[] {
  const beginnings = whereTimestampsBegin(events);
  const splits = new Map<string, string>();
  const records: SourceRecord[] = [];
  for (const event of events) {
    const { operator, subtask, step } = event;
    if (event.type === "split-out") splits.set(placeName(operator, subtask), event.split);
    if (event.type !== "element-out" || !beginnings.has(operator) || !Number.isFinite(event.timestamp))
      continue;
    const { timestamp, value } = event;
    const split = splits.get(placeName(operator, subtask)) ?? null;
    records.push({ operator, subtask, split, step, timestamp, value, name: shortName(value), lateAt: null });
  }
  return records;
}

function whereTimestampsBegin(events: readonly TracedEvent[]): ReadonlySet<string> {
  const given = new Set<string>();
  const taken = new Set<string>();
  for (const event of events) {
    if (event.type !== "element-out" && event.type !== "element-in") continue;
    if (Number.isFinite(event.timestamp)) (event.type === "element-out" ? given : taken).add(event.operator);
  }
  return new Set([...given].filter((operator) => !taken.has(operator)));
}
