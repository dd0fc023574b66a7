import { NOTHING_PICKED } from "../pages/picked.ts";
import type { Message, Session, Showing } from "../review/session.ts";
import { update } from "../review/update.ts";
import type { App, AppStep, Notice } from "./app-state.ts";
import { EMPTY_LINE } from "./line-input.ts";

/** Hands a message to the sitting, and follows it with the screen: a new card is seen from its top, the end from its summary. */
export function updateSession(app: App, message: Message): AppStep {
  const before = app.session;
  if (before === null) return [app, []];
  const [session, effects] = update(before, message);
  const isNewCard = isAnother(showingOf(before), showingOf(session), message);
  const isOver = session.stage.kind === "idle";
  const next: App = {
    ...app,
    ...(isNewCard ? UNTOUCHED : {}),
    session,
    screen: isOver ? "summary" : "review",
    offset: isNewCard || isOver ? 0 : app.offset,
    notice: noticeOf(before, session, message) ?? app.notice,
  };
  return [next, effects.map((effect) => ({ type: "session", effect }))];
}

/** What the learner has done on a card that has just come. */
const UNTOUCHED: Pick<App, "picked" | "writing" | "line" | "grade"> = {
  picked: NOTHING_PICKED,
  writing: null,
  line: EMPTY_LINE,
  grade: null,
};

/** Tells whether another card has come, or the same one once more. */
function isAnother(was: Showing | null, is: Showing | null, message: Message): boolean {
  if (was === null || is === null) return was !== is;
  const id =
    message.type === "deck-changed" ? (message.successors.get(was.card.id) ?? was.card.id) : was.card.id;
  return id !== is.card.id || (was.kind === "revealed" && is.kind === "asking");
}

/** Returns the card in front, also while an answer to it is being saved. */
export function showingOf(session: Session): Showing | null {
  const { stage } = session;
  const seen = stage.kind === "saving" ? stage.back : stage;
  return seen.kind === "idle" ? null : seen;
}

function noticeOf(before: Session, after: Session, message: Message): Notice | null {
  if (after.failure !== null && after.failure !== before.failure)
    return { kind: "failed", failure: after.failure };
  if (message.type !== "recorded" || before.stage.kind !== "saving") return null;
  if (before.stage.what === "undo") return { kind: "undone" };
  if (before.stage.what === "redo") return { kind: "redone" };
  const { action } = message;
  if (action.type === "card-noted") return { kind: action.note === "" ? "note-taken" : "note-set" };
  const kinds: Readonly<Record<string, Notice>> = {
    "card-suspended": { kind: "suspended" },
    "card-buried": { kind: "buried" },
    "card-flagged": { kind: "flag-set" },
    "card-unflagged": { kind: "flag-taken" },
  };
  return kinds[action.type] ?? null;
}
