import type { Moment } from "../base/day.ts";
import { MINUTE } from "../base/day.ts";
import type { EventBody } from "../history/event.ts";
import { cardProgress } from "../history/progress.ts";
import type { Rating } from "../schedule/memory.ts";
import { answerMoment } from "./answer-moment.ts";
import { ratingsIn } from "./attempt.ts";
import type { Idle, Session, Showing, Step } from "./session.ts";

/** Longer than this nobody thinks about a card: the learner was away. Anki counts a minute, but asks for vocabulary. */
const LONGEST_ANSWER = 2 * MINUTE;

/** Rates the card shown. A rating before the reveal, or one that the learner doesn't use, does nothing. */
export function rate(session: Session, stage: Showing, rating: Rating): Step {
  const { rules, moment } = session;
  if (stage.kind === "asking" || !ratingsIn(rules.grades).includes(rating)) return [session, []];
  const { card, lang, since } = stage;
  const ms = Math.min(Math.max(0, moment.at - since), LONGEST_ANSWER);
  const body = { type: "card-rated", card: card.id, lang, rating, ms, source: "review" } as const;
  return record(session, stage, body, answerMoment(session, card.id));
}

/** Flags the card shown, or takes its flag away. */
export function flag(session: Session, stage: Showing, reason: string): Step {
  const { id } = stage.card;
  const isFlagged = cardProgress(session.progress, id).flag !== null;
  return record(
    session,
    stage,
    isFlagged ? { type: "card-unflagged", card: id } : { type: "card-flagged", card: id, reason },
  );
}

/** Writes a note on the card shown, or takes it away. What says the same as before is no news. */
export function note(session: Session, stage: Showing, text: string): Step {
  const { id } = stage.card;
  const written = text.trim();
  if (written === (cardProgress(session.progress, id).note ?? "")) return [session, []];
  return record(session, stage, { type: "card-noted", card: id, note: written });
}

/** Asks for something to be put on record, and waits for it. */
export function record(
  session: Session,
  stage: Showing,
  body: EventBody,
  { at, day, tz }: Moment = session.moment,
): Step {
  return [
    { ...session, stage: { kind: "saving", what: "record", back: stage } },
    [{ type: "record", drafts: [{ at, day, tz, ...body }] }],
  ];
}

/** Asks for the last action to be undone, or for the last undo to be taken back, and waits for it. */
export function retract(session: Session, stage: Showing | Idle, which: "undo" | "redo"): Step {
  return [
    { ...session, stage: { kind: "saving", what: which, back: stage } },
    [{ type: "retract", which, moment: session.moment }],
  ];
}
