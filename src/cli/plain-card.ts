import { chapterTitle } from "../card/deck.ts";
import type { NoteText } from "../card/note-text.ts";
import { cardProgress } from "../history/progress.ts";
import { answerDiffText } from "../pages/answer-diff.ts";
import { answerRows, questionRows, type CardSight, type CardStyle } from "../pages/card-rows.ts";
import { NOTHING_PICKED } from "../pages/picked.ts";
import { noteRows } from "../pages/review-page.ts";
import { row, type Row } from "../pages/row.ts";
import { signs } from "../pages/signs.ts";
import { wrapRow } from "../pages/wrap.ts";
import type { Session, Showing } from "../review/session.ts";
import { RATINGS } from "../schedule/memory.ts";
import type { Context } from "./context.ts";
import { gradeLine } from "./grade-line.ts";

/** How a sitting is put into words, and where they go. */
export interface Voice {
  readonly context: Context;
  readonly say: (line: string) => void;
  readonly sayRows: (rows: readonly Row[]) => void;
  readonly style: CardStyle;
  /** Returns the text of what is shown; `null` if the notes have lost it. */
  readonly noteOf: (showing: Showing) => NoteText | null;
}

/** Prints the card in front: its question, and its answer if it is turned. */
export function sayCard(session: Session, voice: Voice): void {
  const showing = showingOf(session);
  if (showing === null) return;
  const { context, say, sayRows, style } = voice;
  const text = voice.noteOf(showing);
  say("");
  say(headOf(context, session, showing));
  if (text === null) say(showing.card.faces[showing.lang]?.prompt ?? showing.card.id);
  else sayRows(questionRows(text, sightOf(showing), style));
  if (text?.kind === "choice" && showing.kind === "asking") say(context.words.plain.choose);
  if (showing.card.kind === "exercise") sayExercise(showing, voice);
  if (showing.kind === "revealed") sayAnswer(session, showing, voice);
}

/** Prints what the front didn't tell: the answer, or a cloze with its words filled in. */
export function sayAnswer(session: Session, showing: Back, voice: Voice): void {
  const { context, say, sayRows, style } = voice;
  const text = voice.noteOf(showing);
  if (showing.attempt?.kind === "typed")
    say(`${context.words.review.yourAnswer}: ${answerDiffText(showing.attempt)}`);
  say(`-- ${context.words.plain.answer}`);
  if (text?.kind === "cloze") sayRows(questionRows(text, sightOf(showing), style));
  else if (text !== null) sayRows(answerRows(text, pickedBy(showing), style));
  const { note = "" } = cardProgress(session.progress, showing.card.id);
  sayRows(noteRows(note, style.width, context.words));
  say(gradesOf(session, showing, context));
}

/** Prints what can be done about an exercise that is in front. */
export function sayExercise({ card }: Showing, { context, sayRows, style }: Voice): void {
  const text = context.words.plain.exercise(`sluice fix ${card.id}`);
  sayRows(wrapRow(row(text), style.width));
}

/** Returns the card in front, also while an answer to it is being saved; `null` if there is none. */
export function showingOf({ stage }: Session): Showing | null {
  const seen = stage.kind === "saving" ? stage.back : stage;
  return seen.kind === "idle" ? null : seen;
}

/** The card in front with its answer. */
export type Back = Showing & { readonly kind: "revealed" };

function headOf({ words }: Context, session: Session, { card, lang }: Showing): string {
  const { counts } = session.queue;
  const left = words.review.left(counts.review + counts.learning + counts.new);
  const trail = [chapterTitle(session.deck, card.chapter, lang), ...(card.faces[lang]?.trail ?? [])];
  return `## ${[...trail.filter((part) => part !== ""), left].join(signs(" › "))}`;
}

function gradesOf(
  session: Session,
  showing: Showing & { readonly kind: "revealed" },
  { words }: Context,
): string {
  const offered = RATINGS.filter(
    (rating) => session.rules.grades === 4 || rating === "again" || rating === "good",
  );
  const suggestion =
    showing.suggested === null ? "" : `\n${words.plain.suggestion(words.review.grade[showing.suggested])}`;
  return `${gradeLine(offered, showing.outlook, words)}${suggestion}`;
}

function sightOf({ card, kind }: Showing): CardSight {
  return { sibling: card.sibling, side: kind === "revealed" ? "back" : "front", picked: NOTHING_PICKED };
}

function pickedBy({ attempt }: Back) {
  return attempt?.kind === "chosen" ? { options: attempt.options, cursor: null } : NOTHING_PICKED;
}
