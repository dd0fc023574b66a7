import type { Moment } from "../../src/base/day.ts";
import { MINUTE } from "../../src/base/day.ts";
import type { Lang } from "../../src/base/lang.ts";
import type { Card, Face } from "../../src/card/card.ts";
import { cardIdOf } from "../../src/card/card.ts";
import type { Deck } from "../../src/card/deck.ts";
import { eventIdOf } from "../../src/history/event-id.ts";
import type { EventDraft, HistoryEvent } from "../../src/history/event.ts";
import { eventOf } from "../../src/history/event.ts";
import type { Progress } from "../../src/history/progress.ts";
import { replay, resume } from "../../src/history/replay.ts";
import { revise } from "../../src/history/revise.ts";
import { redoTarget, undoTarget } from "../../src/history/undo.ts";
import type { Limits } from "../../src/review/queue.ts";
import type { Effect, Report, Session, SessionRules, Wish } from "../../src/review/session.ts";
import { startSession } from "../../src/review/session.ts";
import { update } from "../../src/review/update.ts";
import type { Rating } from "../../src/schedule/memory.ts";
import { MORNING } from "../history/builders.ts";

export const LIMITS: Limits = { newPerDay: 20, reviewsPerDay: 200, learnAhead: 20 * MINUTE };
export const RULES: SessionRules = { limits: LIMITS, grades: 4, lang: "zh" };

const DEVICE = "d3f2";

/** Returns a card in the languages given; `note.sibling` names one of several cards of a note. */
export function aCard(id: string, langs: readonly Lang[] = ["zh", "en"]): Card {
  const [note = id, sibling = ""] = id.split(".");
  const face = (lang: Lang): Face => ({
    place: { file: `notes.${lang}.md`, line: 1, column: 1 },
    prompt: id,
    trail: [],
    fingerprint: "",
    text: { file: `notes.${lang}.md`, index: 0 },
  });
  return {
    id: cardIdOf(note, sibling),
    note,
    sibling,
    kind: "basic",
    chapter: "",
    level: null,
    tags: [],
    since: null,
    until: null,
    faces: Object.fromEntries(langs.map((lang) => [lang, face(lang)])),
  };
}

/** Returns a deck of cards with these ids, in this order. */
export function aDeck(...ids: readonly string[]): Deck {
  return { title: { zh: "笔记", en: "Notes" }, chapters: [], cards: ids.map((id) => aCard(id)) };
}

/** A learner at work: a session, and the journal behind it that its effects go to. */
export class Sitting {
  session: Session;
  progress: Progress;
  #events: readonly HistoryEvent[];

  constructor(deck: Deck, past: readonly HistoryEvent[] = [], rules: SessionRules = RULES, moment = MORNING) {
    this.#events = past;
    this.progress = replay(past);
    this.session = startSession({ deck, progress: this.progress, rules, moment });
  }

  /** Sends what the learner does, and does what the session wants. */
  do(wish: Wish, moment: Moment = this.session.moment): this {
    const [session, effects] = update(this.session, { ...wish, moment });
    this.session = session;
    for (const effect of effects) this.report(this.perform(effect));
    return this;
  }

  /** Reveals the card and rates it. */
  rate(rating: Rating, moment: Moment = this.session.moment): this {
    return this.do({ type: "revealed" }, moment).do({ type: "rated", rating }, moment);
  }

  /** Lets time pass. */
  tick(moment: Moment): this {
    return this.report({ type: "ticked" }, moment);
  }

  /** Reports what the world has done. */
  report(report: Report, moment: Moment = this.session.moment): this {
    [this.session] = update(this.session, { ...report, moment });
    return this;
  }

  /** Does what a session wants, as the store does. */
  perform(effect: Effect): Report {
    if (effect.type === "retract") return this.#retract(effect.which);
    const action = effect.drafts.map((draft) => this.#append(draft)).at(-1);
    if (action === undefined) throw new Error("nothing to record");
    return { type: "recorded", action, progress: this.progress };
  }

  /** The card in front, `""` if there is none. */
  get card(): string {
    const { stage } = this.session;
    const seen = stage.kind === "saving" ? stage.back : stage;
    return seen.kind === "idle" ? "" : seen.card.id;
  }

  get stage(): Session["stage"]["kind"] {
    return this.session.stage.kind;
  }

  get events(): readonly HistoryEvent[] {
    return this.#events;
  }

  #retract(which: "undo" | "redo"): Report {
    const target = which === "undo" ? undoTarget(this.#events, DEVICE) : redoTarget(this.#events, DEVICE);
    if (target === null) return { type: "record-failed", failure: { code: `nothing-to-${which}`, data: {} } };
    const { at, day, tz } = this.session.moment;
    this.#append({ at, day, tz, type: "retracted", event: target.retract });
    return { type: "recorded", action: target.action, progress: this.progress };
  }

  #append(draft: EventDraft): HistoryEvent {
    const event = eventOf(draft, eventIdOf(DEVICE, this.#events.length + 1));
    this.#events = [...this.#events, event];
    const resumption = resume(this.progress, [event]);
    this.progress =
      resumption.kind === "resumed" ? resumption.progress : revise(this.progress, this.#events, event);
    return event;
  }
}
