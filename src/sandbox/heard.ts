import type { RunEnd } from "../exercise/run-end.ts";
import type { ChildEnd } from "./child-process.ts";

/** What came of something that a child was told to do. */
export type Heard<Value> =
  | { readonly type: "heard"; readonly value: Value }
  | { readonly type: "gone"; readonly end: ChildEnd };

/** How the checks of a job have ended. */
export interface Judged {
  /** `null` if the child was killed by us: nobody wants to know any more. */
  readonly end: RunEnd | null;
  /** The check that was begun last. */
  readonly during: string | null;
}

/** Returns how a run has ended; `null` if the child was killed by us. */
export function endHeard(heard: Heard<RunEnd>): RunEnd | null {
  if (heard.type === "heard") return heard.value;
  return heard.end.type === "killed" ? null : heard.end;
}
