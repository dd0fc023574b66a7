import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { valueText } from "./value-text.ts";

/** A record at its event time. */
export interface LaneRecord {
  readonly timestamp: number;
  /** The step at which it came. */
  readonly step: number;
  readonly value: unknown;
  /** What names it in few cells; may be nothing. */
  readonly name: string;
  /** The step at which an operator found it late; `null` if none did. */
  readonly lateAt: number | null;
}

/** A record with where it came from. */
export interface SourceRecord extends LaneRecord {
  readonly operator: string;
  readonly subtask: number;
  readonly split: string | null;
}

/** A record that an operator found late, as it looked there. */
interface LateRecord {
  readonly operator: string;
  readonly step: number;
  readonly timestamp: number;
  readonly value: unknown;
}

/**
 * Returns the records with the steps at which they were late. A late record is known again by its timestamp and value;
 * where it was changed on its way, by its timestamp alone.
 */
export function markLate(
  records: readonly SourceRecord[],
  events: readonly TracedEvent[],
): readonly SourceRecord[] {
  const late = lateRecords(events);
  if (late.length === 0) return records;
  const byTimestamp = Map.groupBy(records, ({ timestamp }) => timestamp);
  const lateAt = new Map<SourceRecord, number>();
  for (const [, group] of Map.groupBy(late, ({ operator }) => operator)) {
    const marked = new Set<SourceRecord>();
    for (const each of group) {
      const found = sourceOf(each, byTimestamp.get(each.timestamp) ?? [], marked);
      if (found === undefined) continue;
      marked.add(found);
      lateAt.set(found, Math.min(each.step, lateAt.get(found) ?? each.step));
    }
  }
  return records.map((record) => ({ ...record, lateAt: lateAt.get(record) ?? null }));
}

/** What an operator says is late is what it has just taken in. */
function lateRecords(events: readonly TracedEvent[]): readonly LateRecord[] {
  const late: LateRecord[] = [];
  let taken: unknown = null;
  for (const event of events) {
    if (event.type === "element-in") taken = event.value;
    if (event.type !== "late") continue;
    late.push({ operator: event.operator, step: event.step, timestamp: event.timestamp, value: taken });
  }
  return late;
}

/** Returns what came from a source as the record that an operator has before it, and is not among the marked ones. */
function sourceOf(
  late: LateRecord,
  candidates: readonly SourceRecord[],
  marked: ReadonlySet<SourceRecord>,
): SourceRecord | undefined {
  const come = candidates.filter((record) => record.step <= late.step && !marked.has(record));
  return sameOrFirst(come, late.value);
}

/** Returns the record with a value; where none has it, because it was changed on its way, the first. */
function sameOrFirst<Known extends LaneRecord>(records: readonly Known[], value: unknown): Known | undefined {
  const text = valueText(value);
  return records.find((record) => valueText(record.value) === text) ?? records[0];
}

/** Returns the records that are in hand at a step: that a source sends, or that an operator takes in. */
export function recordsInHand(
  records: readonly LaneRecord[],
  events: readonly TracedEvent[],
  operator: string | null,
): ReadonlySet<LaneRecord> {
  const inHand = events.flatMap((event) => {
    if (event.type !== "element-in" || event.operator !== operator) return [];
    const come = records.filter(({ timestamp, step }) => timestamp === event.timestamp && step <= event.step);
    return sameOrFirst(come, event.value) ?? [];
  });
  const steps = new Set(events.map(({ step }) => step));
  return new Set([...inHand, ...records.filter(({ step }) => steps.has(step))]);
}
