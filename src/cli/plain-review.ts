import { createInterface } from "node:readline";

import type { HistoryEvent } from "../history/event.ts";
import {
  startSession,
  type Effect,
  type Message,
  type Session,
  type Showing,
  type Wish,
} from "../review/session.ts";
import { update } from "../review/update.ts";
import { DONE, INTERRUPTED, isGiven, printJson } from "./command.ts";
import { loadedDeck, momentOf, type Context } from "./context.ts";
import { plainInput, type PlainInput } from "./plain-lines.ts";
import { createPlainPrinter, type PlainPrinter } from "./plain-printer.ts";
import { openSitting, type OpenSitting } from "./sitting.ts";

/** Reviews line by line: the same rules as the full screen, for pipes, scripts and screen readers. */
export async function reviewPlainly(context: Context): Promise<number> {
  const sitting = await openSitting(context, await loadedDeck(context), 0, context.lang);
  const stopped = new AbortController();
  const stop = (): void => stopped.abort();
  process.on("SIGINT", stop);
  try {
    const session = await talkThrough(context, sitting, stopped.signal);
    if (isGiven(context, "json")) printJson(context, jsonOf(session));
    return stopped.signal.aborted ? INTERRUPTED : DONE;
  } finally {
    process.off("SIGINT", stop);
    sitting.store.close();
  }
}

function jsonOf({ answers, queue }: Session): Readonly<Record<string, unknown>> {
  return {
    answers: answers.map(({ event }) => ({ event: event.id, card: event.card, rating: event.rating })),
    left: queue.counts,
  };
}

async function talkThrough(context: Context, sitting: OpenSitting, signal: AbortSignal): Promise<Session> {
  const printer = createPlainPrinter(context, sitting);
  let session = startSession(sitting.start);
  printer.begin();
  printer.show(session);
  if (session.stage.kind === "idle") return session;
  for await (const line of linesOf(context, signal)) {
    const input = plainInput(line, printer.wants(session));
    if (input.type === "quit") break;
    session = answer(context, { sitting, printer }, session, input);
    if (session.stage.kind === "idle") break;
    printer.ask();
  }
  printer.end(session);
  return session;
}

/** The lines of stdin; none after its end or an interruption. */
async function* linesOf({ terminal }: Context, signal: AbortSignal): AsyncGenerator<string> {
  const reader = createInterface({ input: terminal.stdin(), crlfDelay: Number.POSITIVE_INFINITY });
  signal.addEventListener("abort", () => reader.close(), { once: true });
  try {
    yield* reader;
  } finally {
    reader.close();
  }
}

interface Room {
  readonly sitting: OpenSitting;
  readonly printer: PlainPrinter;
}

/** Does what a line asks for, down to the disk, and prints what comes of it. */
function answer(context: Context, { sitting, printer }: Room, session: Session, input: PlainInput): Session {
  const stage = session.stage.kind === "saving" ? session.stage.back : session.stage;
  const wish = stage.kind === "idle" ? null : wishOf(input, stage, printer);
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
      return showing.kind === "asking" ? { type: "revealed" } : null;
    case "grade":
      return showing.kind === "revealed" ? { type: "rated", rating: input.rating } : null;
    case "options":
      return { type: "chose", options: input.options, right: printer.rightOptions(showing) };
    case "text":
      return { type: "typed", text: input.text, accepted: printer.accepted(showing) };
    default:
      return WISHES[input.type] ?? null;
  }
}
