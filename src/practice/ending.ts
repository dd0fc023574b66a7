import type { PracticeStage } from "./practice.ts";

/** How an attempt has ended, and the root cause that the learner has named. */
export type Ending = Pick<Extract<PracticeStage, { readonly type: "explaining" }>, "end" | "cause">;

/** Returns how an attempt has ended, also while its rating is on its way to the disk; `null` if it hasn't. */
export function endingOf(stage: PracticeStage): Ending | null {
  const ended = stage.type === "saving" ? stage.back : stage;
  return ended.type === "working" ? null : { end: ended.end, cause: ended.cause };
}
