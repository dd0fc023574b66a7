import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import type { TraceSentences, TraceWords } from "../../locale/trace-words.ts";
import type { TraceText } from "./trace-text.ts";
import { valueText } from "./value-text.ts";

/** What the sentences of one trace need. */
export interface Telling {
  readonly words: TraceWords;
  readonly text: TraceText;
  /** Returns the name of a channel of a task. */
  readonly channelName: (task: Pick<TracedEvent, "operator" | "subtask">, channel: number) => string;
}

/** Returns what happened as a sentence without its subject; `null` for what only machines care about. */
export function eventSentence(event: TracedEvent, telling: Telling): string | null {
  return (
    recordSentence(event, telling) ??
    timerSentence(event, telling) ??
    stateSentence(event, telling) ??
    windowSentence(event, telling) ??
    barrierSentence(event, telling) ??
    checkpointSentence(event, telling.words.sentence)
  );
}

function recordSentence(event: TracedEvent, { words: { sentence }, text }: Telling): string | null {
  const timestamp = (ms: number): string => (Number.isFinite(ms) ? text.timestamp(ms) : "");
  switch (event.type) {
    case "element-in":
      return sentence.takes(valueText(event.value), timestamp(event.timestamp));
    case "element-out":
      return sentence.sends(valueText(event.value), timestamp(event.timestamp));
    case "side-out":
      return sentence.sendsAside(valueText(event.value), event.tag);
    case "late":
      return sentence.late(text.timestamp(event.timestamp), text.timestamp(event.watermark));
    case "watermark-in":
    case "watermark-out":
      return sentence.watermark(text.timestamp(event.timestamp));
    case "status":
      return event.status === "idle" ? sentence.idle : sentence.active;
    default:
      return null;
  }
}

function timerSentence(event: TracedEvent, { words, text }: Telling): string | null {
  const { timer } = words.sentence;
  switch (event.type) {
    case "timer-set":
      return timer.set(text.timestamp(event.timestamp), valueText(event.key));
    case "timer-del":
      return timer.deleted(text.timestamp(event.timestamp), valueText(event.key));
    case "timer-fire":
      return timer.fires(text.timestamp(event.timestamp), valueText(event.key));
    default:
      return null;
  }
}

function stateSentence(event: TracedEvent, { words: { sentence } }: Telling): string | null {
  switch (event.type) {
    case "state-put":
      return sentence.statePut(event.state, valueText(event.key), valueText(event.value));
    case "state-clear":
      return sentence.stateCleared(event.state, valueText(event.key));
    case "state-expired":
      return sentence.stateExpired(event.state, valueText(event.key));
    default:
      return null;
  }
}

function windowSentence(event: TracedEvent, { words: { sentence }, text }: Telling): string | null {
  if (!("window" in event)) return null;
  const [window, key] = [text.window(event.window), valueText(event.key)];
  switch (event.type) {
    case "window-fire":
      return sentence.windowFires(window, key);
    case "window-purge":
      return sentence.windowPurged(window, key);
    case "window-cleanup":
      return sentence.windowGone(window, key);
    case "window-merge":
      return sentence.windowsMerge(window, event.merged.map(text.window).join(" + "), key);
    default:
      return null;
  }
}

function barrierSentence(event: TracedEvent, { words: { sentence }, channelName }: Telling): string | null {
  switch (event.type) {
    case "barrier-in":
      return sentence.barrier(event.checkpointId, channelName(event, event.channel));
    case "channel-blocked":
      return sentence.blocked(channelName(event, event.channel));
    case "channel-resumed":
      return sentence.resumed(channelName(event, event.channel));
    default:
      return null;
  }
}

function checkpointSentence(event: TracedEvent, sentence: TraceSentences): string | null {
  switch (event.type) {
    case "snapshot":
      return sentence.snapshot(event.checkpointId);
    case "ack":
      return sentence.ack(event.checkpointId);
    case "checkpoint-begin":
      return sentence.begun(event.checkpointId);
    case "checkpoint-complete":
      return sentence.complete(event.checkpointId);
    case "checkpoint-fail":
    case "abort":
      return sentence.aborted(event.checkpointId);
    case "restore":
      return sentence.restore(event.checkpointId);
    case "transaction":
      return sentence.transaction[event.state](valueText(event.transaction));
    case "failure":
      return sentence.failure(event.message);
    case "job-status":
      return sentence.job(event.status);
    default:
      return null;
  }
}
