import { daysBetween, type Moment } from "../base/day.ts";
import type { Lang } from "../base/lang.ts";
import type { Card } from "../card/card.ts";
import { ownersOf } from "../history/owners.ts";
import { cardProgress, parametersOf } from "../history/progress.ts";
import { retractedBy } from "../history/retraction.ts";
import type { Messages } from "../locale/messages.ts";
import { msUntil } from "../pages/intervals.ts";
import type { InfoFacts } from "../pages/overlay-pages.ts";
import type { Memory } from "../schedule/memory.ts";
import { createScheduler } from "../schedule/scheduler.ts";
import type { StoredHistory } from "../store/stored-history.ts";

/** The most answers that the page about a card lists. */
const ANSWERS = 12;

/** What is asked about: a card in one language, at a moment. */
export interface InfoSubject {
  readonly card: Card;
  readonly lang: Lang;
  readonly moment: Moment;
}

/** What has happened, as far as it matters here. */
type KnownHistory = Pick<StoredHistory, "progress" | "events">;

/** Returns what is known about a card. */
export function infoFacts(
  { card, lang, moment }: InfoSubject,
  history: KnownHistory,
  words: Messages,
): InfoFacts {
  const progress = history.progress();
  const { memory, flag, note = "" } = cardProgress(progress, card.id);
  const { retrievability } = createScheduler(parametersOf(progress));
  const place = card.faces[lang]?.place;
  return {
    uid: card.id,
    source: place === undefined ? "" : `${place.file}:${place.line}`,
    kind: card.kind,
    level: card.level,
    validity: validityOf(card),
    flag,
    note,
    memory:
      memory === null
        ? null
        : { ...memory, recall: retrievability(memory, moment), due: dueOf(memory, moment, words) },
    answers: answersTo(card, history),
  };
}

function validityOf({ since, until }: Card): string {
  return since === null && until === null ? "" : `${since ?? ""} – ${until ?? ""}`.trim();
}

function dueOf(memory: Memory, moment: Moment, words: Messages): string {
  const when = words.inTime(msUntil(memory, moment));
  if (memory.due.kind === "instant") return when;
  const late = daysBetween(memory.due.day, moment.day);
  const told = late > 0 ? words.info.overdue(late) : late === 0 ? words.info.dueToday : when;
  return words.info.dueOn(words.date(memory.due.day), told);
}

function answersTo(card: Card, history: KnownHistory): InfoFacts["answers"] {
  const events = history.events();
  const retracted = retractedBy(events);
  const owners = ownersOf(events);
  return events
    .flatMap((event) =>
      event.type === "card-rated" && owners.of(event) === card.id && !retracted.has(event.id) ? [event] : [],
    )
    .slice(-ANSWERS)
    .toReversed();
}
