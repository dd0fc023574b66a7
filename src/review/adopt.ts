import type { Card } from "../card/card.ts";
import { faceIn } from "../card/card.ts";
import { findCard } from "../card/deck.ts";
import { outlookOn } from "./reveal.ts";
import type { Answer, DeckChanged, Session, Showing } from "./session.ts";
import { askNext, queueNow } from "./session.ts";

/**
 * Returns the session with the notes as they are now. The card in front stays there with its new text, turned or not;
 * if the notes have lost it the next one is asked.
 */
export function adopt(session: Session, report: DeckChanged): Session {
  const { stage } = session;
  const renamed = (answers: readonly Answer[]): readonly Answer[] =>
    answers.map((answer) => answerUnder(answer, report.successors));
  const after: Session = {
    ...session,
    deck: report.deck,
    progress: report.progress,
    answers: renamed(session.answers),
    undone: renamed(session.undone),
  };
  const seen = stage.kind === "saving" ? stage.back : stage;
  if (seen.kind === "idle") return askNext(after);
  const card = findCard(report.deck, report.successors.get(seen.card.id) ?? seen.card.id);
  const face = card === null ? null : faceIn(card, seen.lang);
  if (card === null || face === null) return askNext(after);
  const showing = showingAgain(after, { ...seen, card, lang: face.lang });
  return {
    ...after,
    queue: queueNow(after),
    stage: stage.kind === "saving" ? { ...stage, back: showing } : showing,
  };
}

/** A card that goes by another id has other futures: their chance is seeded by it. */
function showingAgain(session: Session, showing: Showing & { readonly card: Card }): Showing {
  return showing.kind === "revealed" ? { ...showing, outlook: outlookOn(session, showing) } : showing;
}

function answerUnder(answer: Answer, successors: ReadonlyMap<string, Answer["event"]["card"]>): Answer {
  const card = successors.get(answer.event.card);
  return card === undefined ? answer : { ...answer, event: { ...answer.event, card } };
}
