import { LONG_MAX, LONG_MIN } from "../java/long.ts";
import { EARLIEST_TIMESTAMP } from "../time/timestamp.ts";
import { isList, isObject, type Json } from "./json.ts";

/** Returns a value as a golden file has it: the ends of long are "MIN" and "MAX", and 0 has no sign. */
export function encodeTimes(value: Json): Json {
  if (value === LONG_MIN || value === EARLIEST_TIMESTAMP) return "MIN";
  if (value === LONG_MAX) return "MAX";
  if (value === 0) return 0;
  if (isList(value)) return value.map(encodeTimes);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, encodeTimes(part)]));
}

/** Returns the time in ms that a scenario names. */
export function decodeTime(time: number | "MIN" | "MAX"): number {
  if (time === "MIN") return LONG_MIN;
  return time === "MAX" ? LONG_MAX : time;
}
