import type { TracedEvent } from "../engine/trace/trace-event.ts";
import { canonicalJson } from "../exercise/canonical-json.ts";
import type { RunRequest } from "../exercise/run.ts";
import type { Played } from "./child/played.ts";

/** One run of a job, traced step by step: of the counterexample, or, when all is well, of the plain run. */
export interface ShownRun {
  /** What was played; its input are the elements, so that one of them can be moved. */
  readonly request: RunRequest;
  /** What the scene has observed. */
  readonly outcome: unknown;
  readonly failure: string | null;
  readonly steps: number;
  /** What happened, as far as it is kept: see `MOST_EVENTS`. */
  readonly events: readonly TracedEvent[];
  /** What the job wrote to its console. */
  readonly said: string;
  /** Names the run: the SHA-256 of its events and its outcome as canonical JSON, in hexadecimal digits. */
  readonly hash: string;
}

/** Events of a run that are kept: a screen shows some dozens at a time, and a runaway has millions. */
const MOST_EVENTS = 20_000;

/** Returns a run as it is shown; `null` for one that came to nothing. */
export function shownRun(asked: RunRequest, played: Played): ShownRun | null {
  if (played.type !== "played") return null;
  const { input, outcome, failure, steps, trace } = played.result;
  const request = { ...asked, input };
  const events = trace.slice(0, MOST_EVENTS);
  const hash = sha256(canonicalJson({ request, outcome, failure, steps, events }));
  return { request, outcome, failure, steps, events, said: played.said, hash };
}

// Loading Node's crypto takes as long as a seventh of a bare start: it is loaded when a run is named.
function sha256(text: string): string {
  return process.getBuiltinModule("node:crypto").hash("sha256", text);
}
