import type { FailureFacts } from "../base/failure.ts";
import { findCard } from "../card/deck.ts";
import type { HistoryEvent } from "../history/event.ts";
import { cardOf } from "../history/event.ts";
import { cardProgress } from "../history/progress.ts";
import type { Report, Saving, Session } from "./session.ts";
import { askNext, askingOf, clockOf } from "./session.ts";

/** Returns the session after what it waited for has reached the disk. */
export function settle(
  session: Session,
  { action, progress }: Extract<Report, { type: "recorded" }>,
): Session {
  const { stage } = session;
  if (stage.kind !== "saving") return session;
  const recorded: Session = { ...session, ...answersAfter(session, stage.what, action), progress };
  const after: Session = { ...recorded, clock: clockOf(recorded) };
  if (staysOn(stage, action)) return { ...after, stage: stage.back };
  return stage.what === "undo" ? askUndone(after, action) : askNext(after);
}

/** Returns the session back where it was before what it waited for failed. */
export function giveUp(session: Session, failure: FailureFacts): Session {
  const { stage } = session;
  return { ...session, failure, stage: stage.kind === "saving" ? stage.back : stage };
}

/** What is only written on a card. */
const REMARKS: ReadonlySet<HistoryEvent["type"]> = new Set(["card-flagged", "card-unflagged", "card-noted"]);

/** A flag or a note set, taken or undone on the card that is shown leaves it there as it is. */
function staysOn({ back }: Saving, action: HistoryEvent): boolean {
  return REMARKS.has(action.type) && back.kind !== "idle" && back.card.id === cardOf(action);
}

/** Asks the card again whose rating, burial... was undone; the next one if the notes no longer have it. */
function askUndone(session: Session, action: HistoryEvent): Session {
  const next = askNext(session);
  const id = cardOf(action);
  const card = id === null ? null : findCard(session.deck, id);
  if (card === null) return next;
  const lang = action.type === "card-rated" ? action.lang : session.rules.lang;
  return { ...next, stage: askingOf(session, card, lang) };
}

function answersAfter(
  { answers, undone, progress }: Session,
  what: Saving["what"],
  action: HistoryEvent,
): Pick<Session, "answers" | "undone"> {
  if (action.type !== "card-rated") return { answers, undone };
  if (what === "record") {
    const before = cardProgress(progress, action.card).memory?.phase ?? "new";
    return { answers: [...answers, { event: action, before }], undone };
  }
  const [from, to] = what === "undo" ? [answers, undone] : [undone, answers];
  const moved = from.filter(({ event }) => event.id === action.id);
  const left = from.filter(({ event }) => event.id !== action.id);
  const grown = [...to, ...moved];
  return what === "undo" ? { answers: left, undone: grown } : { answers: grown, undone: left };
}
