import * as v from "valibot";

import { EVENTS, HEAD } from "./event-schema.ts";
import type { HistoryEvent, UnknownEvent } from "./event.ts";

/** What a line of a journal turned out to be. */
export type EventLine =
  | { readonly kind: "event"; readonly event: HistoryEvent }
  /** Of a type or a version that this program doesn't know: kept, and passed over. */
  | { readonly kind: "unknown"; readonly event: UnknownEvent }
  /** `field` is what is missing or impossible; `null` if the line is no JSON object at all. */
  | { readonly kind: "broken"; readonly field: string | null };

/** The version of the lines that this program writes. */
const VERSION = 1;

/** Returns what a line (without its line feed) says. Fields that it doesn't know are kept. Never throws. */
export function parseEvent(line: string): EventLine {
  const json = parseJson(line);
  const head = v.safeParse(HEAD, json);
  if (!head.success) return broken(head.issues);
  const schema = EVENTS.get(head.output.type);
  if (schema === undefined || head.output.v !== VERSION) return { kind: "unknown", event: head.output };
  const event = v.safeParse(schema, json);
  return event.success ? { kind: "event", event: event.output } : broken(event.issues);
}

/** Returns an event as its line, without the line feed. */
export function lineOf(event: HistoryEvent): string {
  return JSON.stringify(event);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function broken(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): EventLine {
  return { kind: "broken", field: v.getDotPath(issues[0]) };
}
