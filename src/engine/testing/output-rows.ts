import { NO_TIMESTAMP } from "../time/timestamp.ts";
import type { Json, JsonObject } from "./json.ts";
import type { OutputEvent } from "./test-output.ts";
import { encodeTimes } from "./times.ts";

/** Returns what operators put out as the rows of a golden file; `sub` tells several instances apart. */
export function outputRow(event: OutputEvent, sub: number | undefined): JsonObject {
  const row = rowOf(event);
  return sub === undefined ? row : { sub, ...row };
}

function rowOf(event: OutputEvent): JsonObject {
  switch (event.type) {
    case "record":
      return { v: encodeTimes(event.value as Json), ...timestampOf(event.timestamp) };
    case "side":
      return { side: event.tag, v: encodeTimes(event.value as Json), ...timestampOf(event.timestamp) };
    case "watermark":
      return { wm: encodeTimes(event.timestamp) };
    case "status":
      return { status: event.status };
  }
}

function timestampOf(timestamp: number): JsonObject {
  return timestamp === NO_TIMESTAMP ? {} : { ts: encodeTimes(timestamp) };
}
