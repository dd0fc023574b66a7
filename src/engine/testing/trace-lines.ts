import { LONG_MAX, LONG_MIN } from "../java/long.ts";
import type { TracedEvent, TracePlace, TraceEvent } from "../trace/trace-event.ts";

/** Returns an event as one JSON value: the ends of time are "MIN" and "MAX", a map is the list of its entries. */
export function traceJson(event: TracedEvent): string {
  return JSON.stringify(event, writable);
}

/** Returns an event as one line for people: step, time, place, what happened. */
export function traceLine(event: TracedEvent): string {
  const { step, time, operator, subtask, ...what } = event;
  const place = `${operator}#${subtask}`;
  return `${pad(step, 6)} ${pad(time, 7)}  ${place.padEnd(28)} ${what.type.padEnd(18)} ${detailsOf(what)}`.trimEnd();
}

function pad(number: number, width: number): string {
  return String(number).padStart(width);
}

/** What the line says behind the kind of the event; the shortest form for what comes most often. */
function detailsOf(event: TraceEvent | Omit<TracedEvent, keyof TracePlace>): string {
  const fields = event as TraceEvent;
  switch (fields.type) {
    case "element-in":
    case "element-out":
      return `${textOf(fields.value)}${at(fields.timestamp)}`;
    case "side-out":
      return `${fields.tag}: ${textOf(fields.value)}${at(fields.timestamp)}`;
    case "late":
      return `${at(fields.timestamp).trim()} <= watermark ${textOf(fields.watermark)}`;
    case "timer-set":
    case "timer-dup":
    case "timer-del":
    case "timer-fire":
      return `${fields.timeDomain} ${textOf(fields.timestamp)} ${keyOf(fields.key, fields.namespace)}`;
    case "state-get":
    case "state-put":
    case "state-clear":
    case "state-expired":
      return `${fields.state} ${keyOf(fields.key, fields.namespace)} = ${textOf(fields.value)}`;
    case "window-merge":
      return `${keyOf(fields.key, fields.window)} = ${fields.merged.map(windowText).join(" + ")}`;
    case "window-assign":
    case "window-fire":
    case "window-purge":
    case "window-cleanup":
      return keyOf(fields.key, fields.window);
    default:
      return plainFields(fields);
  }
}

function plainFields({ type: _type, ...fields }: TraceEvent): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${textOf(value)}`)
    .join(" ");
}

function at(timestamp: number): string {
  return timestamp === LONG_MIN ? "" : ` @${textOf(timestamp)}`;
}

function keyOf(key: unknown, namespace: unknown): string {
  const window = windowText(namespace);
  return window === "" ? textOf(key) : `${textOf(key)} ${window}`;
}

/** Returns a window of time by its ends; any other namespace has nothing to say. */
function windowText(namespace: unknown): string {
  if (typeof namespace !== "object" || namespace === null) return "";
  return "start" in namespace && "end" in namespace
    ? `[${textOf(namespace.start)},${textOf(namespace.end)})`
    : "";
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value, writable)?.replaceAll('"', "") ?? "nothing";
}

function writable(_name: string, value: unknown): unknown {
  if (value === LONG_MIN) return "MIN";
  if (value === LONG_MAX) return "MAX";
  if (typeof value === "bigint") return String(value);
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
