import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { numberText, valueText } from "./value-text.ts";

/** In which unit times are written: toy data in ms, most in seconds, timestamps since 1970 as the time of day in UTC. */
type TimeUnit = "ms" | "s" | "clock";

/** How the facts of one trace are written, so that the same time looks the same in every picture. */
export interface TraceText {
  /** What stands behind numbers: `ms`, `s`; nothing behind the time of day. */
  readonly unit: string;
  /** A timestamp or watermark. */
  readonly timestamp: (ms: number) => string;
  /** A length of event time, with its unit. */
  readonly length: (ms: number) => string;
  /** A window as its half-open interval; nothing for the namespace of state without windows. */
  readonly window: (window: unknown) => string;
  /** A time of the cluster's clock, in seconds. */
  readonly time: (ms: number) => string;
}

/** From here on timestamps are taken for ms since 1970: it is 1973 then. */
const CLOCK_FROM = 1e11;

/** Returns how the facts of a trace are written. */
export function traceTextOf(events: readonly TracedEvent[]): TraceText {
  const unit = unitOf(timestampsOf(events));
  const timestamp = (ms: number): string => timestampText(ms, unit);
  return {
    unit: unit === "clock" ? "" : unit,
    timestamp,
    length: (ms) => (unit === "ms" ? `${ms} ms` : `${seconds(ms)} s`),
    window: (window) => windowText(window, timestamp),
    time: (ms) => `${seconds(ms)} s`,
  };
}

function* timestampsOf(events: readonly TracedEvent[]): Iterable<number> {
  for (const event of events)
    if ("timestamp" in event && Number.isFinite(event.timestamp)) yield event.timestamp;
}

function unitOf(timestamps: Iterable<number>): TimeUnit {
  let largest = 0;
  for (const timestamp of timestamps) largest = Math.max(largest, Math.abs(timestamp));
  if (largest < 1000) return "ms";
  return largest < CLOCK_FROM ? "s" : "clock";
}

function timestampText(ms: number, unit: TimeUnit): string {
  if (!Number.isFinite(ms) || unit === "ms") return numberText(ms);
  return unit === "s" ? seconds(ms) : timeOfDay(ms);
}

function seconds(ms: number): string {
  return String(ms / 1000);
}

function timeOfDay(ms: number): string {
  const part = (unit: number, count: number): string =>
    String(Math.floor(ms / unit) % count).padStart(count > 99 ? 3 : 2, "0");
  const day = `${part(3_600_000, 24)}:${part(60_000, 60)}:${part(1000, 60)}`;
  return ms % 1000 === 0 ? day : `${day}.${part(1, 1000)}`;
}

/** The bounds of a window of time; `null` for other windows and namespaces. */
export function windowBounds(window: unknown): { readonly start: number; readonly end: number } | null {
  if (typeof window !== "object" || window === null || !("start" in window) || !("end" in window))
    return null;
  const { start, end } = window;
  return typeof start === "number" && typeof end === "number" ? { start, end } : null;
}

function windowText(window: unknown, timestamp: (ms: number) => string): string {
  if (window === "void") return "";
  if (typeof window === "object" && window !== null && "kind" in window) return valueText(window.kind);
  const bounds = windowBounds(window);
  return bounds === null ? valueText(window) : `[${timestamp(bounds.start)}, ${timestamp(bounds.end)})`;
}
