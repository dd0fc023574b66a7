import * as v from "valibot";

import { valueOfJson } from "../exercise/json.ts";
import { ANSWER } from "./answer-schema.ts";
import { cutTexts } from "./cut-texts.ts";
import type { Answer } from "./messages.ts";

/** Returns the answer that a line of a child is; `null` if it is none. Nobody knows who has written it. */
export function answerIn(line: string): Answer | null {
  try {
    // Only traces hold the ends of time, and to look for them takes a while.
    const value: unknown = line.startsWith('{"type":"shown"')
      ? valueOfJson(line)
      : cutTexts(JSON.parse(line));
    return isAnswer(value) ? value : null;
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is Answer {
  return v.is(ANSWER, value);
}
