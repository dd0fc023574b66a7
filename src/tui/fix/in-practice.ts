import type { Moment } from "../../base/day.ts";
import type { Panel } from "../../pages/practice/practice-page.ts";
import type { Practice, PracticeEffect, PracticeMessage } from "../../practice/practice.ts";
import { updatePractice } from "../../practice/update-practice.ts";
import type { FixApp, FixEffect, FixStep } from "./fix-app.ts";

/** Hands a message to the attempt; a verdict that was waited for comes to the front. */
export function inPractice(app: FixApp, message: PracticeMessage): FixStep {
  const { open } = app;
  if (open === null) return [app, []];
  const before = open.practice;
  const [practice, effects] = updatePractice(before, message);
  const isJudged =
    message.type === "verdict-came" && practice.verdict !== before.verdict && before.run.number > 1;
  const panel = isJudged ? "verdict" : (panelAfter(before, message) ?? open.panel);
  const next: FixApp = {
    ...app,
    open: { ...open, practice, panel, picture: message.type === "saved" ? null : open.picture },
    offset: panel === open.panel && !isJudged ? app.offset : 0,
    notice: noticeOf(message, effects) ?? app.notice,
  };
  return [next, effects.map((effect) => ({ type: "practice", effect }))];
}

/** What was asked for and paid is brought to the front. */
function panelAfter({ asked }: Practice, { type }: PracticeMessage): Panel | null {
  if (type !== "confirmed") return null;
  if (asked === "hint") return "hints";
  return asked === "reveal" ? "review" : null;
}

/** Returns what keeps the time of an attempt that is left in the middle, to the moment at which it is left. */
export function keeping({ open }: FixApp, moment: Moment): readonly FixEffect[] {
  if (open === null || open.practice.stage.type !== "working") return [];
  const [{ attempt }] = updatePractice(open.practice, { type: "declined", moment });
  return [{ type: "practice", effect: { type: "keep-attempt", attempt } }];
}

function noticeOf(message: PracticeMessage, effects: readonly PracticeEffect[]): FixApp["notice"] {
  if (message.type === "failed") return { kind: "failed", failure: message.failure };
  if (effects.some(({ type }) => type === "reset")) return { kind: "reset" };
  return effects.some(({ type }) => type === "undo-reset") ? { kind: "reset-undone" } : null;
}
