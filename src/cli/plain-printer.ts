import { chapterTitle } from "../card/deck.ts";
import type { NoteText } from "../card/note-text.ts";
import type { HistoryEvent } from "../history/event.ts";
import {
  answerRows,
  NOTHING_PICKED,
  questionRows,
  type CardSight,
  type CardStyle,
} from "../pages/card-rows.ts";
import { untilDue } from "../pages/intervals.ts";
import { rowText, type Row } from "../pages/row.ts";
import { summaryRows } from "../pages/summary-page.ts";
import type { Session, Showing } from "../review/session.ts";
import { RATINGS } from "../schedule/memory.ts";
import { isGiven } from "./command.ts";
import type { Context } from "./context.ts";
import type { PlainInput } from "./plain-lines.ts";
import { acceptedOf, rightOf, wantOf, type PlainWant } from "./plain-want.ts";
import type { OpenSitting } from "./sitting.ts";
import { summaryFacts } from "./summary-facts.ts";

/** Prints a review line by line. */
export interface PlainPrinter {
  /** Prints the card in front, or that there is none. */
  readonly show: (session: Session) => void;
  /** Prints what a wish has come to; `recorded` is what it put on disk. */
  readonly follow: (before: Session, after: Session, recorded: readonly HistoryEvent[]) => void;
  /** Says what a line that asks for nothing possible could have been. */
  readonly explain: (input: PlainInput, session: Session) => void;
  /** Prints the prompt. */
  readonly ask: () => void;
  /** Prints what the sitting came to. */
  readonly end: (session: Session) => void;
  readonly wants: (session: Session) => PlainWant;
  readonly rightOptions: (showing: Showing) => readonly number[];
  readonly accepted: (showing: Showing) => readonly string[];
}

/** Returns the printer of a sitting. With `--json` people read on stderr, for stdout is the value's. */
export function createPlainPrinter(context: Context, { textOf }: OpenSitting): PlainPrinter {
  const { terminal, words } = context;
  const isData = isGiven(context, "json");
  const voice: Voice = {
    context,
    say: isData ? terminal.talk : terminal.print,
    style: {
      width: Math.max(40, Math.min(80, terminal.columns)) - 2,
      highlight: null,
      words: words.review,
    },
    noteOf: ({ card, lang }) => {
      const face = card.faces[lang];
      return face === undefined ? null : textOf(face.text);
    },
  };
  const ask = (): void => {
    if (terminal.inputIsTerminal && !isData) terminal.prompt("> ");
    else voice.say("> ");
  };
  return {
    ask,
    show: (session) => {
      show(session, voice);
      if (showingOf(session) === null) voice.say(nothingDue(context, session));
      else ask();
    },
    follow: (before, after, recorded) => follow(before, after, recorded, voice),
    explain: (input, session) => explain(input, showingOf(session), voice),
    end: (session) => {
      voice.say("");
      sayRows(summaryRows(summaryFacts(context, session), voice.style.width, words), voice);
    },
    wants: (session) => {
      const showing = showingOf(session);
      return showing === null || showing.kind === "revealed"
        ? { kind: "nothing" }
        : wantOf(voice.noteOf(showing));
    },
    rightOptions: (showing) => rightOf(voice.noteOf(showing)),
    accepted: (showing) => acceptedOf(voice.noteOf(showing)),
  };
}

/** How a sitting is put into words, and where they go. */
interface Voice {
  readonly context: Context;
  readonly say: (line: string) => void;
  readonly style: CardStyle;
  /** Returns the text of what is shown; `null` if the notes have lost it. */
  readonly noteOf: (showing: Showing) => NoteText | null;
}

function sayRows(rows: readonly Row[], { say }: Voice): void {
  for (const line of rows) say(rowText(line).trimEnd());
}

function show(session: Session, voice: Voice): void {
  const showing = showingOf(session);
  if (showing === null) return;
  const { context, say, style } = voice;
  const text = voice.noteOf(showing);
  say("");
  say(headOf(context, session, showing));
  if (text === null) say(showing.card.faces[showing.lang]?.prompt ?? showing.card.id);
  else sayRows(questionRows(text, sightOf(showing), style), voice);
  if (showing.kind !== "revealed") return;
  const answer = text === null ? [] : answerRows(text, pickedBy(showing), style);
  if (answer.length > 0) say(`-- ${context.words.plain.answer}`);
  sayRows(answer, voice);
  say(gradesOf(session, showing, context));
}

function follow(before: Session, after: Session, recorded: readonly HistoryEvent[], voice: Voice): void {
  for (const event of recorded) if (event.type === "card-rated") voice.say(`saved ${event.id}`);
  tellNews(before, after, recorded, voice);
  if (hasChanged(before, after)) show(after, voice);
}

function showingOf({ stage }: Session): Showing | null {
  const seen = stage.kind === "saving" ? stage.back : stage;
  return seen.kind === "idle" ? null : seen;
}

function hasChanged(before: Session, after: Session): boolean {
  const [was, is] = [showingOf(before), showingOf(after)];
  return (
    was?.card.id !== is?.card.id ||
    was?.kind !== is?.kind ||
    was?.lang !== is?.lang ||
    before.progress !== after.progress
  );
}

function headOf({ words }: Context, session: Session, { card, lang }: Showing): string {
  const { counts } = session.queue;
  const left = words.review.left(counts.review + counts.learning + counts.new);
  const trail = [chapterTitle(session.deck, card.chapter, lang), ...(card.faces[lang]?.trail ?? [])];
  return `## ${[...trail.filter((part) => part !== ""), left].join(" › ")}`;
}

function gradesOf(
  session: Session,
  showing: Showing & { readonly kind: "revealed" },
  { words }: Context,
): string {
  const intervals = untilDue(showing.outlook, session.moment, words);
  const offered = RATINGS.filter(
    (rating) => session.rules.grades === 4 || rating === "again" || rating === "good",
  );
  const grades = offered.map(
    (rating) => `${RATINGS.indexOf(rating) + 1} ${words.review.grade[rating]} ${intervals[rating]}`,
  );
  const suggestion =
    showing.suggested === null ? "" : `\n${words.plain.suggestion(words.review.grade[showing.suggested])}`;
  return `${grades.join("   ")}${suggestion}`;
}

function sightOf({ card, kind }: Showing): CardSight {
  return { sibling: card.sibling, side: kind === "revealed" ? "back" : "front", picked: NOTHING_PICKED };
}

function pickedBy({ attempt }: Showing & { readonly kind: "revealed" }) {
  return attempt?.kind === "chosen" ? { options: attempt.options, cursor: null } : NOTHING_PICKED;
}

function tellNews(
  before: Session,
  after: Session,
  recorded: readonly HistoryEvent[],
  { say, context }: Voice,
): void {
  const { words } = context;
  if (after.failure !== null) {
    say(words.failureLine(after.failure));
    return;
  }
  const event = recorded.at(-1);
  if (event?.type === "card-suspended") say(words.review.suspended);
  else if (event?.type === "card-buried") say(words.review.buried);
  else if (event === undefined && before.progress !== after.progress) say(words.review.undone);
  if (after.clock === "went-back" && before.clock !== "went-back") say(words.review.clockWentBack);
}

function explain(input: PlainInput, showing: Showing | null, { say, context }: Voice): void {
  const { plain } = context.words;
  if (input.type === "help") plain.help.forEach(say);
  else if (input.type === "enter") say(plain.gradeFirst);
  else if (input.type === "grade" && showing?.kind === "asking") say(plain.revealFirst);
  else if (input.type === "unknown") say(plain.unknown(input.line));
}

function nothingDue(context: Context, session: Session): string {
  const { words } = context;
  const { nextIn } = summaryFacts(context, session);
  return nextIn === null
    ? words.home.nothingDue
    : `${words.home.nothingDue} ${words.home.nextCard(words.inTime(nextIn))}`;
}
