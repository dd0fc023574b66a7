import type { PracticeEffect, PracticeMessage } from "../../practice/practice.ts";
import { updatePractice } from "../../practice/update-practice.ts";
import type { FixApp, FixStep } from "./fix-app.ts";

/** Hands a message to the attempt; a verdict that was waited for comes to the front. */
export function inPractice(app: FixApp, message: PracticeMessage): FixStep {
  const { open } = app;
  if (open === null) return [app, []];
  const before = open.practice;
  const [practice, effects] = updatePractice(before, message);
  const isJudged =
    message.type === "verdict-came" && practice.verdict !== before.verdict && before.run.number > 1;
  const panel = isJudged ? "verdict" : open.panel;
  const next: FixApp = {
    ...app,
    open: { ...open, practice, panel, picture: message.type === "saved" ? null : open.picture },
    offset: isJudged ? 0 : app.offset,
    notice: noticeOf(message, effects) ?? app.notice,
  };
  return [next, effects.map((effect) => ({ type: "practice", effect }))];
}

function noticeOf(message: PracticeMessage, effects: readonly PracticeEffect[]): FixApp["notice"] {
  if (message.type === "failed") return { kind: "failed", failure: message.failure };
  if (effects.some(({ type }) => type === "reset")) return { kind: "reset" };
  return effects.some(({ type }) => type === "undo-reset") ? { kind: "reset-undone" } : null;
}
