import type { HistoryEvent } from "../history/event.ts";
import { deckNews } from "../review/deck-news.ts";
import {
  startSession,
  type Effect,
  type Message,
  type Session,
  type Showing,
  type Wish,
} from "../review/session.ts";
import { update } from "../review/update.ts";
import { DONE, isGiven, printJson } from "./command.ts";
import { momentOf, type Context } from "./context.ts";
import { loadedDeck } from "./decks.ts";
import { editorOf, runEditor } from "./editor.ts";
import { interruptible } from "./interruptible.ts";
import { openLines } from "./lines.ts";
import { showingOf } from "./plain-card.ts";
import { PlainDesk, sittingNow } from "./plain-desk.ts";
import { plainInput, type PlainInput } from "./plain-lines.ts";
import type { PlainPrinter } from "./plain-printer.ts";

/** Reviews line by line: the same rules as the full screen, for pipes, scripts and screen readers. */
export async function reviewPlainly(context: Context): Promise<number> {
  const sitting = await sittingNow(context);
  return await interruptible(async (interruption) => {
    const desk = new PlainDesk(context, openLines(context, interruption), sitting);
    try {
      const session = await talkThrough(desk);
      if (isGiven(context, "json")) printJson(context, jsonOf(session));
      return DONE;
    } finally {
      desk.close();
    }
  });
}

function jsonOf({ answers, queue }: Session): Readonly<Record<string, unknown>> {
  return {
    answers: answers.map(({ event }) => ({ event: event.id, card: event.card, rating: event.rating })),
    left: queue.counts,
  };
}

async function talkThrough(desk: PlainDesk): Promise<Session> {
  let session = startSession(desk.sitting.start);
  desk.printer.begin();
  desk.printer.show(session);
  if (session.stage.kind === "idle") return session;
  while (session.stage.kind !== "idle" && !desk.lines.signal.aborted) {
    desk.printer.ask();
    const line = await desk.lines.next();
    const input = line === null ? QUIT : plainInput(line, desk.printer.wants(session));
    if (input.type === "quit") break;
    session = await hear(desk, session, input);
  }
  desk.printer.end(session);
  return session;
}

/** The end of the input is a wish to leave. */
const QUIT: PlainInput = { type: "quit" };

/** Does what a line asks for: an exercise is opened where another card would be turned, or edited. */
async function hear(desk: PlainDesk, session: Session, input: PlainInput): Promise<Session> {
  const card = showingOf(session)?.card;
  if (card?.kind === "exercise" && (input.type === "enter" || input.type === "edit")) {
    const { fixInReview } = await import("./fix-in-review.ts");
    return await fixInReview(desk, session, card);
  }
  return input.type === "edit" ? await editCard(desk, session) : answer(desk, session, input);
}

/** Has the card in front edited, and goes on with the notes as they are then. */
async function editCard({ context, sitting, printer, lines }: PlainDesk, session: Session): Promise<Session> {
  const showing = showingOf(session);
  const place = showing?.card.faces[showing.lang]?.place;
  if (place === undefined) return session;
  const left = momentOf(context).at;
  try {
    const editor = editorOf(context);
    await lines.pausedFor(() => runEditor(context, editor, place));
  } catch (error) {
    printer.fail(error);
  }
  const report = await sitting.adopt(await loadedDeck(context));
  if (report === null) return session;
  const moment = momentOf(context);
  const [back] = update(session, { type: "was-away", ms: moment.at - left, moment });
  const [after] = update(back, report);
  printer.tellNotes(deckNews(session, report), after);
  return after;
}

/** Does what a line asks for, down to the disk, and prints what comes of it. */
function answer({ context, sitting, printer }: PlainDesk, session: Session, input: PlainInput): Session {
  const showing = showingOf(session);
  const wish = showing === null ? null : wishOf(input, showing, printer);
  if (wish === null) {
    printer.explain(input, session);
    return session;
  }
  const [after, recorded] = settle(session, { ...wish, moment: momentOf(context) }, sitting.perform);
  printer.follow(session, after, recorded);
  return after;
}

/** Hands a message to the session and performs what it wants until it wants nothing more. */
function settle(
  session: Session,
  message: Message,
  perform: (effect: Effect) => Message,
): readonly [Session, readonly HistoryEvent[]] {
  let [state, effects] = update(session, message);
  const recorded: HistoryEvent[] = [];
  while (effects.length > 0) {
    const [effect, ...rest] = effects;
    if (effect === undefined) break;
    const report = perform(effect);
    if (report.type === "recorded" && effect.type === "record") recorded.push(report.action);
    const [next, more] = update(state, report);
    state = next;
    effects = [...rest, ...more];
  }
  return [state, recorded];
}

/** Lines that are one wish, whatever is in front. */
const WISHES: Readonly<Partial<Record<PlainInput["type"], Wish>>> = {
  undo: { type: "undone" },
  redo: { type: "redone" },
  suspend: { type: "suspended" },
  bury: { type: "buried" },
  language: { type: "flipped-language" },
};

function wishOf(input: PlainInput, showing: Showing, printer: PlainPrinter): Wish | null {
  switch (input.type) {
    case "enter":
      return showing.kind === "asking" && showing.card.kind !== "exercise" ? { type: "revealed" } : null;
    case "grade":
      return showing.kind === "revealed" ? { type: "rated", rating: input.rating } : null;
    case "options":
      return { type: "chose", options: input.options, right: printer.rightOptions(showing) };
    case "text":
      return { type: "typed", text: input.text, accepted: printer.accepted(showing) };
    case "note":
      return { type: "noted", note: input.text };
    case "flag":
      return { type: "flagged", reason: input.reason };
    default:
      return WISHES[input.type] ?? null;
  }
}
