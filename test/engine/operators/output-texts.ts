import type { OutputEvent } from "../../../src/engine/testing/test-output.ts";
import { NO_TIMESTAMP } from "../../../src/engine/time/timestamp.ts";

/** Writes what an operator put out, shortly: `value@timestamp`, `tag:value@timestamp`, `wm5`, `idle`. */
export function textsOf(events: readonly OutputEvent[]): readonly string[] {
  return events.map(textOf);
}

function textOf(event: OutputEvent): string {
  switch (event.type) {
    case "record":
      return `${String(event.value)}${at(event.timestamp)}`;
    case "side":
      return `${event.tag}:${String(event.value)}${at(event.timestamp)}`;
    case "watermark":
      return `wm${event.timestamp}`;
    case "status":
      return event.status;
  }
}

function at(timestamp: number): string {
  return timestamp === NO_TIMESTAMP ? "" : `@${timestamp}`;
}
