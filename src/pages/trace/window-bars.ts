import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { RestorableFacts } from "./restorable-facts.ts";
import { windowBounds } from "./trace-text.ts";
import { valueText } from "./value-text.ts";

/** What a window is doing: it collects, has fired and waits for late records, or is gone with all its state. */
export type WindowPhase = "ahead" | "open" | "fired" | "gone";

/** A window of time over all keys that have it. */
export interface WindowBar {
  readonly start: number;
  readonly end: number;
  readonly phase: WindowPhase;
  readonly keys: number;
  readonly records: number;
  /** How often it has fired for the key for which it did most often. */
  readonly firings: number;
  /** Whether its contents were thrown away when it fired. */
  readonly purged: boolean;
  /** Late records that belonged here and came when it was gone. */
  readonly late: number;
}

/** What one key has in one window. */
interface KeyWindow {
  readonly start: number;
  readonly end: number;
  readonly records: number;
  readonly firings: number;
  readonly purged: boolean;
  readonly isGone: boolean;
}

type KeyWindows = Map<string, KeyWindow>;
type WindowTraceEvent = Extract<TracedEvent, { readonly window: unknown }>;

const RULES = {
  begin: (): KeyWindows => new Map(),
  copy: (windows: KeyWindows): KeyWindows => new Map(windows),
};

/** Returns the windows of an operator after `count` events, by their start; those that come later are `ahead`. */
export function windowBars(
  events: readonly TracedEvent[],
  count: number,
  operator: string | null,
): readonly WindowBar[] {
  const facts = new RestorableFacts(RULES);
  const late: number[] = [];
  const ahead: KeyWindow[] = [];
  for (const [index, event] of events.entries()) {
    if (index < count) facts.follow(event);
    if (event.operator !== operator) continue;
    if (event.type === "late" && index < count) late.push(event.timestamp);
    if (!("window" in event)) continue;
    if (index < count) apply(facts.at(event), event);
    else ahead.push(...newWindow(event));
  }
  const known = [...facts.all().values()].flatMap((windows) => [...windows.values()]);
  return barsOf(known, ahead, late);
}

function newWindow({ type, window }: WindowTraceEvent): readonly KeyWindow[] {
  const bounds = type === "window-assign" ? windowBounds(window) : null;
  return bounds === null ? [] : [{ ...bounds, records: 0, firings: 0, purged: false, isGone: false }];
}

function apply(windows: KeyWindows, event: WindowTraceEvent): void {
  const bounds = windowBounds(event.window);
  if (bounds === null) return;
  const name = nameOf(event.key, bounds);
  const before = windows.get(name);
  const fresh = { ...bounds, records: 0, firings: 0, purged: false, isGone: false };
  const window = before === undefined || before.isGone ? fresh : before;
  switch (event.type) {
    case "window-assign":
      windows.set(name, { ...window, records: window.records + 1 });
      break;
    case "window-merge":
      windows.set(name, { ...fresh, ...takeOut(windows, event) });
      break;
    case "window-fire":
      windows.set(name, { ...window, firings: window.firings + 1 });
      break;
    case "window-purge":
      windows.set(name, { ...window, purged: true });
      break;
    case "window-cleanup":
      windows.set(name, { ...window, isGone: true });
      break;
  }
}

/** Takes the windows out that become one, and returns what they had together. */
function takeOut(
  windows: KeyWindows,
  { key, merged }: Extract<TracedEvent, { readonly type: "window-merge" }>,
): Pick<KeyWindow, "records" | "firings"> {
  const names = merged.map(windowBounds).map((bounds) => (bounds === null ? "" : nameOf(key, bounds)));
  const parts = names.flatMap((name) => windows.get(name) ?? []);
  for (const name of names) windows.delete(name);
  return {
    records: parts.reduce((sum, part) => sum + part.records, 0),
    firings: parts.reduce((sum, part) => sum + part.firings, 0),
  };
}

function nameOf(key: unknown, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}/${end}/${valueText(key)}`;
}

function barsOf(
  known: readonly KeyWindow[],
  ahead: readonly KeyWindow[],
  late: readonly number[],
): readonly WindowBar[] {
  const groups = Map.groupBy([...known, ...ahead], ({ start, end }) => `${start}/${end}`);
  const kept = new Set(known);
  return [...groups.values()]
    .map((group) =>
      barOf(
        group,
        group.filter((each) => kept.has(each)),
        late,
      ),
    )
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
}

function barOf(group: readonly KeyWindow[], known: readonly KeyWindow[], late: readonly number[]): WindowBar {
  const { start = 0, end = 0 } = group[0] ?? {};
  return {
    start,
    end,
    phase: phaseOf(known),
    keys: known.length,
    records: known.reduce((sum, { records }) => sum + records, 0),
    firings: Math.max(0, ...known.map(({ firings }) => firings)),
    purged: known.some(({ purged }) => purged),
    late: late.filter((timestamp) => start <= timestamp && timestamp < end).length,
  };
}

function phaseOf(known: readonly KeyWindow[]): WindowPhase {
  if (known.length === 0) return "ahead";
  if (known.every(({ isGone }) => isGone)) return "gone";
  return known.some(({ firings }) => firings > 0) ? "fired" : "open";
}
