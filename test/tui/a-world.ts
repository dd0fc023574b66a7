import { dayOf, instantOf, MINUTE, type Moment } from "../../src/base/day.ts";
import { Failure } from "../../src/base/failure.ts";
import type { Lang } from "../../src/base/lang.ts";
import type { Place } from "../../src/base/problem.ts";
import { cardIdOf, faceIn, type Card, type CardId } from "../../src/card/card.ts";
import type { Deck } from "../../src/card/deck.ts";
import type { NoteText } from "../../src/card/note-text.ts";
import { acceptedOf } from "../../src/cli/plain-want.ts";
import { eventIdOf } from "../../src/history/event-id.ts";
import { eventOf, type EventDraft, type HistoryEvent } from "../../src/history/event.ts";
import { cardProgress } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import { redoTarget, undoTarget } from "../../src/history/undo.ts";
import { messagesIn } from "../../src/locale/choose.ts";
import { answerRows, questionRows } from "../../src/pages/card-rows.ts";
import type { HomeFacts } from "../../src/pages/home-page.ts";
import { startSession, type Effect, type Message } from "../../src/review/session.ts";
import { summarise } from "../../src/review/summary.ts";
import { todayOf } from "../../src/review/today.ts";
import { optionsOf } from "../../src/tui/painter.ts";
import type { TuiWorld } from "../../src/tui/tui-world.ts";

const PLACE = { file: "notes.md", line: 3, column: 1 };
const LIMITS = { newPerDay: 20, reviewsPerDay: 200, learnAhead: 20 * MINUTE };
const HERE = { zone: { offsetAt: () => 480 }, rollover: 4 };

/** A note of a made-up deck: its text in each language that it has. */
export interface ANote {
  readonly id: string;
  readonly texts: Readonly<Partial<Record<Lang, NoteText>>>;
}

/** Returns a question with its answer. */
export function aQuestion(prompt: string, answer: string): NoteText {
  return {
    wording: { question: prompt, answer },
    kind: "basic",
    prompt: { markdown: prompt, place: PLACE },
    answer: { markdown: answer, place: PLACE },
  };
}

/** Returns a choice whose first option is right. */
export function aChoice(prompt: string, ...options: readonly string[]): NoteText {
  return {
    wording: { question: prompt, answer: options.join("\n") },
    kind: "choice",
    prompt: { markdown: prompt, place: PLACE },
    options: options.map((markdown, index) => ({
      content: { markdown, place: PLACE },
      verdict: index === 0 ? "right" : "wrong",
    })),
    explanation: null,
  };
}

/** Returns a question whose answer is typed. */
export function aTypedQuestion(prompt: string, ...accepted: readonly string[]): NoteText {
  return {
    wording: { question: prompt, answer: accepted.join("\n") },
    kind: "typed",
    prompt: { markdown: prompt, place: PLACE },
    accepted,
    explanation: null,
  };
}

function cardOf({ id, texts }: ANote): Card {
  const kind = (texts.zh ?? texts.en)?.kind ?? "basic";
  const face = (lang: Lang) => ({
    place: PLACE,
    prompt: id,
    trail: ["Topic"],
    fingerprint: JSON.stringify(texts[lang]?.wording),
    text: { file: `${id}/${lang}`, index: 0 },
  });
  return {
    id: cardIdOf(id, ""),
    note: id,
    sibling: "",
    kind,
    chapter: "6",
    level: "middle",
    tags: [],
    since: null,
    until: null,
    faces: { ...(texts.zh && { zh: face("zh") }), ...(texts.en && { en: face("en") }) },
  };
}

/** A world in memory, with the real session, pages and history, whose clock moves only when it is told. */
export interface AWorld extends TuiWorld {
  readonly events: readonly HistoryEvent[];
  readonly pass: (ms: number) => void;
  /** From now on the disk refuses. */
  readonly breakDisk: () => void;
  /** The places that were opened in the editor. */
  readonly edits: readonly Place[];
  /** From now on the notes are these; `successors` names the cards that go by another id. Whoever watches is told. */
  readonly rewrite: (notes: readonly ANote[], successors?: ReadonlyMap<CardId, CardId>) => void;
  /** What happens while the editor is open: it rewrites the notes, or throws a Failure. */
  duringEdit: () => void;
}

/** Returns a world with a deck of some notes, on 1 December 2026 at nine in the morning in Shanghai. */
export function aWorld(lang: Lang, ...notes: readonly ANote[]): AWorld {
  let at = Date.parse("2026-12-01T09:00:00+08:00");
  let disk: "good" | "broken" = "good";
  const events: HistoryEvent[] = [];
  const now = (): Moment => ({ at: instantOf(at), tz: 480, day: dayOf(instantOf(at), 480, 4) });
  let present = { notes, successors: new Map<CardId, CardId>() as ReadonlyMap<CardId, CardId> };
  const deckNow = (): Deck => ({
    title: { zh: "牌组", en: "Deck" },
    chapters: [{ key: "6", title: { zh: "状态", en: "State" } }],
    cards: present.notes.map(cardOf),
  });
  const edits: Place[] = [];
  const listeners = new Set<() => void>();
  let sitting: "open" | "closed" = "closed";
  const textOf = (card: Card, shown: Lang): NoteText => {
    const text = [...present.notes, ...notes].find(({ id }) => id === card.note)?.texts[shown];
    if (text === undefined) throw new Error(`${card.id} has no ${shown}`);
    return text;
  };
  const append = (draft: EventDraft): HistoryEvent => {
    if (disk === "broken")
      throw new Failure({ code: "journal-write", data: { file: "j.jsonl", reason: "ENOSPC" } });
    const event = eventOf(draft, eventIdOf("test", events.length + 1));
    events.push(event);
    return event;
  };
  const home = (): HomeFacts => homeOf(deckNow(), events, now());
  const world: AWorld = {
    lang,
    from: "home",
    theme: { setting: "dark", environment: { NO_COLOR: "1" } },
    now,
    home,
    openSitting: (extra, shown) => {
      sitting = "open";
      return Promise.resolve({
        session: startSession({
          deck: deckNow(),
          progress: replay(events),
          rules: { limits: { ...LIMITS, newPerDay: LIMITS.newPerDay + extra }, grades: 4, lang: shown },
          moment: now(),
        }),
        painter: {
          question: ({ card, lang: shown, side, picked, width, words }) =>
            questionRows(
              textOf(card, shown),
              { sibling: card.sibling, side, picked },
              { width, highlight: null, words: messagesIn(words).review },
            ),
          answer: ({ card, lang: shown, picked, width, words }) =>
            answerRows(textOf(card, shown), picked, {
              width,
              highlight: null,
              words: messagesIn(words).review,
            }),
          options: (card, shown) => optionsOf(textOf(card, shown)),
          accepted: (card, shown) => acceptedOf(textOf(card, shown)),
          info: (card) => ({
            uid: card.id,
            source: "notes.md:3",
            kind: card.kind,
            level: card.level,
            validity: "",
            flag: cardProgress(replay(events), card.id).flag,
            note: cardProgress(replay(events), card.id).note ?? "",
            memory: null,
            answers: [],
          }),
          source: () => ({
            file: "notes.md",
            line: 3,
            lines: ["# Title", "", "## Question?", "", "Answer."],
          }),
          summary: (session) => {
            const { byRating, ms, introduced, remembered, again } = summarise(session);
            const asked = again.map((card) => faceIn(card, lang)?.face.prompt ?? card.id);
            return {
              byRating,
              ms,
              fresh: introduced,
              remembered,
              again: asked,
              left: session.queue.entries.length,
              nextIn: null,
            };
          },
        },
      });
    },
    perform: (effect) => perform(effect, events, append, now),
    closeSitting: () => {
      sitting = "closed";
    },
    rememberLanguage: () => {},
    edit: (place, lend) =>
      lend(() => {
        edits.push(place);
        return Promise.resolve().then(() => world.duringEdit());
      }),
    readNotes: () =>
      Promise.resolve(
        sitting === "closed"
          ? null
          : {
              type: "deck-changed",
              deck: deckNow(),
              progress: replay(events),
              successors: present.successors,
              moment: now(),
            },
      ),
    watchNotes: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    preload: () => {},
    events,
    pass: (ms) => {
      at += ms;
    },
    breakDisk: () => {
      disk = "broken";
    },
    edits,
    rewrite: (rewritten, successors = new Map()) => {
      present = { notes: rewritten, successors };
      for (const listener of listeners) listener();
    },
    duringEdit: () => {},
  };
  return world;
}

function perform(
  effect: Effect,
  events: readonly HistoryEvent[],
  append: (draft: EventDraft) => HistoryEvent,
  now: () => Moment,
): Message {
  try {
    const action =
      effect.type === "record"
        ? effect.drafts.map(append).at(-1)
        : retract(effect.which, events, append, now());
    if (action === undefined) throw new Error("nothing to record");
    return { type: "recorded", action, progress: replay(events), moment: now() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { type: "record-failed", failure: error.facts, moment: now() };
  }
}

function retract(
  which: "undo" | "redo",
  events: readonly HistoryEvent[],
  append: (draft: EventDraft) => HistoryEvent,
  moment: Moment,
): HistoryEvent {
  const target = (which === "undo" ? undoTarget : redoTarget)(events, "test");
  if (target === null)
    throw new Failure({ code: which === "undo" ? "nothing-to-undo" : "nothing-to-redo", data: {} });
  append({ ...moment, type: "retracted", event: target.retract });
  return target.action;
}

function homeOf(deck: Deck, events: readonly HistoryEvent[], moment: Moment): HomeFacts {
  const today = todayOf({ deck, progress: replay(events) }, LIMITS, moment, HERE);
  const { counts } = today.queue;
  return {
    day: today.day,
    deckTitle: "Deck",
    cards: deck.cards.length,
    review: counts.review,
    learning: counts.learning,
    fresh: counts.new,
    answered: today.tally.answers,
    minutes: today.minutes,
    streak: today.streak,
    nextIn: today.nextIn,
    exercises: 0,
    extra: Math.min(10, today.unseen),
    errors: 0,
    warnings: 0,
  };
}
