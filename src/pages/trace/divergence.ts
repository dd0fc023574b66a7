import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { TraceWords } from "../../locale/trace-words.ts";
import { eventSentence } from "./event-sentence.ts";
import { placeName } from "./place-name.ts";
import { tellingOf } from "./trace-telling.ts";

/** What one instance of an operator did at one step, in words that two runs can be compared by. */
export interface ToldStep {
  readonly step: number;
  readonly place: string;
  readonly said: readonly string[];
}

/** Where two runs part: both lists are the same before `index`, and differ there. */
export interface Divergence {
  readonly before: readonly ToldStep[];
  readonly after: readonly ToldStep[];
  readonly index: number;
}

/**
 * Returns where two runs first do something else; `null` if they never do. The numbers of steps are no difference: the
 * same may happen a step later.
 */
export function divergenceOf(
  before: readonly TracedEvent[],
  after: readonly TracedEvent[],
  words: TraceWords,
): Divergence | null {
  const [old, now] = [toldSteps(before, words), toldSteps(after, words)];
  const length = Math.max(old.length, now.length);
  for (let index = 0; index < length; index += 1) {
    if (textOf(old[index]) !== textOf(now[index])) return { before: old, after: now, index };
  }
  return null;
}

/** Returns the steps of a run that mean something for its result, in words. */
export function toldSteps(events: readonly TracedEvent[], words: TraceWords): readonly ToldStep[] {
  const telling = tellingOf(events, words);
  const told: { step: number; place: string; said: string[] }[] = [];
  for (const event of events) {
    const sentence = eventSentence(event, telling);
    if (sentence === null) continue;
    const place = placeName(event.operator, event.subtask);
    const last = told.at(-1);
    if (last?.step !== event.step || last.place !== place)
      told.push({ step: event.step, place, said: [sentence] });
    else if (last.said.at(-1) !== sentence) last.said.push(sentence);
  }
  return told;
}

function textOf(told: ToldStep | undefined): string {
  return told === undefined ? "" : [told.place, ...told.said].join("\n");
}
