import { cardProgress, parametersOf } from "../history/progress.ts";
import type { Memory, Rating } from "../schedule/memory.ts";
import { createScheduler } from "../schedule/scheduler.ts";
import { answerMoment } from "./answer-moment.ts";
import type { Attempt } from "./attempt.ts";
import { suggestRating } from "./attempt.ts";
import type { Session, Showing } from "./session.ts";

/** Returns the session with the answer of the card shown. An answer that is there already stays as it is. */
export function reveal(session: Session, stage: Showing, attempt: Attempt | null): Session {
  if (stage.kind === "revealed") return session;
  const suggested = attempt === null ? null : suggestRating(attempt, session.rules.grades);
  const outlook = outlookOn(session, stage);
  return { ...session, stage: { ...stage, kind: "revealed", attempt, suggested, outlook } };
}

/** Returns what each rating would make of the memory of the card shown, if it were given now. */
export function outlookOn(session: Session, { card }: Showing): Readonly<Record<Rating, Memory>> {
  const { memory } = cardProgress(session.progress, card.id);
  const scheduler = createScheduler(parametersOf(session.progress));
  return scheduler.outlook(card.id, memory, answerMoment(session, card.id));
}
