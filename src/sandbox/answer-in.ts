import { valueOfJson } from "../exercise/json.ts";
import type { RunEnd } from "../exercise/run-end.ts";
import type { Answer } from "./messages.ts";

/** Returns the answer that a line of a child is; `null` if it is none. Nobody knows who has written it. */
export function answerIn(line: string): Answer | null {
  try {
    // Only traces hold the ends of time, and to look for them takes a while.
    const value: unknown = line.startsWith('{"type":"shown"') ? valueOfJson(line) : JSON.parse(line);
    return isAnswer(value) ? value : null;
  } catch {
    return null;
  }
}

type Parts = Readonly<Record<string, unknown>>;

function isAnswer(value: unknown): value is Answer {
  if (!isObject(value)) return false;
  switch (value["type"]) {
    case "ready":
    case "begun":
      return true;
    case "check":
      return typeof value["id"] === "string";
    case "end":
      return isObject(value["end"]) && isEnd(value["end"]);
    case "shown":
      return isObject(value["played"]) && isPlayed(value["played"]);
    default:
      return false;
  }
}

function isEnd(end: Parts): boolean {
  switch (end["type"] as RunEnd["type"]) {
    case "reported":
      return isObject(end["stats"]) && Array.isArray(end["checks"]) && end["checks"].every(isChecked);
    case "rejected":
    case "threw":
      return isFault(end["fault"]);
    case "exceeded":
      return typeof end["limit"] === "string";
    case "died":
      return typeof end["message"] === "string";
    default:
      return false;
  }
}

function isChecked(check: unknown): boolean {
  return (
    isObject(check) &&
    typeof check["id"] === "string" &&
    isObject(check["says"]) &&
    isObject(check["finding"])
  );
}

function isPlayed(played: Parts): boolean {
  if (played["type"] !== "played") return isFault(played["fault"]) || typeof played["limit"] === "string";
  return (
    isObject(played["result"]) &&
    Array.isArray(played["result"]["trace"]) &&
    typeof played["said"] === "string"
  );
}

function isFault(fault: unknown): boolean {
  return isObject(fault) && typeof fault["file"] === "string" && typeof fault["message"] === "string";
}

function isObject(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
