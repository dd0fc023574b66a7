import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { TraceWords } from "../../locale/trace-words.ts";
import type { Telling } from "./event-sentence.ts";
import { placeName } from "./place-name.ts";
import { taskOf, tasksOf } from "./task-graph.ts";
import { traceTextOf, type TraceText } from "./trace-text.ts";

/** Returns what the sentences of a trace need. */
export function tellingOf(
  events: readonly TracedEvent[],
  words: TraceWords,
  text: TraceText = traceTextOf(events),
): Telling {
  const tasks = tasksOf(events);
  return {
    words,
    text,
    channelName: ({ operator, subtask }, channel) => {
      const sender = taskOf(tasks, operator)?.producers.get(subtask)?.[channel];
      return words.checkpoints.channel(
        channel,
        sender === undefined ? "" : placeName(sender.task, sender.subtask),
      );
    },
  };
}
