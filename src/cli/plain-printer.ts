import { Failure } from "../base/failure.ts";
import { askedText } from "../card/asked-text.ts";
import type { HistoryEvent } from "../history/event.ts";
import type { Messages } from "../locale/messages.ts";
import { summaryRows } from "../pages/summary-page.ts";
import type { DeckNews } from "../review/deck-news.ts";
import type { Session, Showing } from "../review/session.ts";
import { todayOf } from "../review/today.ts";
import type { TextLookup } from "../store/deck-texts.ts";
import { limitsOf, localityOf, type Context } from "./context.ts";
import { EXTRA } from "./home-facts.ts";
import { sayAnswer, sayCard, sayExercise, showingOf, type Back, type Voice } from "./plain-card.ts";
import type { PlainInput } from "./plain-lines.ts";
import { plainSpeech, type PlainSpeech } from "./plain-speech.ts";
import { acceptedOf, rightOf, wantOf, type PlainWant } from "./plain-want.ts";
import type { OpenSitting } from "./sitting.ts";
import { summaryFacts } from "./summary-facts.ts";

/** Prints a review line by line. */
export interface PlainPrinter {
  /** Prints what a newcomer has to know. */
  readonly begin: () => void;
  /** Prints the card in front, or that there is none. */
  readonly show: (session: Session) => void;
  /** Prints what a wish has come to; `recorded` is what it put on disk. */
  readonly follow: (before: Session, after: Session, recorded: readonly HistoryEvent[]) => void;
  /** Says what has become of the notes, and shows the card in front if it is another now. */
  readonly tellNotes: (news: DeckNews | null, session: Session) => void;
  /** Says what the world refused. Throws what isn't the world's fault. */
  readonly fail: (error: unknown) => void;
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
  const { words } = context;
  const speech = plainSpeech(context);
  const voice = voiceOf(context, speech, textOf);
  return {
    ask: speech.ask,
    begin: () => voice.say(words.plain.begin),
    show: (session) => {
      sayCard(session, voice);
      if (showingOf(session) === null) voice.say(nothingDue(context, session));
    },
    follow: (before, after, recorded) => follow(before, after, recorded, voice),
    tellNotes: (news, session) => {
      if (news !== null) voice.say(words.review[NEWS[news]]);
      if (news === "card-changed" || news === "card-gone") sayCard(session, voice);
    },
    fail: (error) => {
      if (!(error instanceof Failure)) throw error;
      voice.say(words.failureLine(error.facts));
    },
    explain: (input, session) => explain(input, showingOf(session), voice),
    end: (session) => {
      voice.say("");
      speech.sayRows(summaryRows(summaryFacts(context, session), speech.width, words));
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

/** The words for what has become of the notes. */
const NEWS = {
  "notes-changed": "notesChanged",
  "card-changed": "cardChanged",
  "card-gone": "cardGone",
} as const;

function voiceOf(context: Context, { say, sayRows, width }: PlainSpeech, textOf: TextLookup): Voice {
  return {
    context,
    say,
    sayRows,
    style: { width, highlight: null, words: context.words.review },
    noteOf: ({ card, lang }) => {
      const face = card.faces[lang];
      const text = face === undefined ? null : textOf(face.text);
      return text === null ? null : askedText(text, card.sibling);
    },
  };
}

function follow(before: Session, after: Session, recorded: readonly HistoryEvent[], voice: Voice): void {
  for (const event of recorded) if (event.type === "card-rated") voice.say(`saved ${event.id}`);
  tellNews(before, after, recorded, voice);
  const showing = showingOf(after);
  if (recorded.some(isRemark)) return;
  if (isTurned(showingOf(before), showing)) sayAnswer(after, showing, voice);
  else if (hasChanged(before, after)) sayCard(after, voice);
}

/** Tells whether nothing has happened but that the card in front was turned. */
function isTurned(was: Showing | null, is: Showing | null): is is Back {
  return was?.kind === "asking" && is?.kind === "revealed" && was.card.id === is.card.id;
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

/** Tells whether something was only written on the card: it stays in front as it is. */
function isRemark({ type }: HistoryEvent): boolean {
  return type === "card-noted" || type === "card-flagged" || type === "card-unflagged";
}

function wordsFor(event: HistoryEvent, { review }: Messages): string | null {
  switch (event.type) {
    case "card-suspended":
      return review.suspended;
    case "card-buried":
      return review.buried;
    case "card-flagged":
      return review.flagSet;
    case "card-unflagged":
      return review.flagTaken;
    case "card-noted":
      return event.note === "" ? review.noteTaken : review.noteSet;
    default:
      return null;
  }
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
  const told = event === undefined ? null : wordsFor(event, words);
  if (told !== null) say(told);
  else if (event === undefined && before.progress !== after.progress) say(words.review.undone);
  if (after.clock === "went-back" && before.clock !== "went-back") say(words.review.clockWentBack);
}

function explain(input: PlainInput, showing: Showing | null, voice: Voice): void {
  const { say, context } = voice;
  const { plain } = context.words;
  if (input.type === "help") plain.help.forEach(say);
  else if (showing?.card.kind === "exercise") sayExercise(showing, voice);
  else if (input.type === "enter") say(plain.gradeFirst);
  else if (input.type === "grade" && showing?.kind === "asking") say(plain.revealFirst);
  else if (input.type === "unknown") say(plain.unknown(input.line));
}

function nothingDue(context: Context, session: Session): string {
  const { words } = context;
  const { nextIn } = summaryFacts(context, session);
  return words.sentences([
    words.home.nothingDue,
    nextIn === null ? "" : words.home.nextCard(words.inTime(nextIn)),
    words.plain.nothingDueNext(newCardsLeft(context, session)),
  ]);
}

/** Returns how many new cards there are beyond today's limit, as the first screen offers them. */
function newCardsLeft(context: Context, session: Session): number {
  const { unseen } = todayOf(session, limitsOf(context), session.moment, localityOf(context));
  return Math.min(EXTRA, unseen);
}
