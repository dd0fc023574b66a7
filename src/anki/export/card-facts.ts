import type { Day } from "../../base/day.ts";
import { startOfDay } from "../../base/day.ts";
import type { CardId } from "../../card/card.ts";
import { cardProgress, FRESH_CARD } from "../../history/progress.ts";
import type { Answer } from "./answers.ts";
import type { CardFacts } from "./card-rows.ts";
import { ROLLOVER } from "./card-state.ts";
import type { DatedNote } from "./dated-notes.ts";
import { decksNamed } from "./deck-names.ts";
import type { ExportRequest } from "./export-request.ts";

/** Returns what is known of the cards that a request sends out. */
export function cardFacts(
  request: ExportRequest,
  notes: readonly DatedNote[],
  answers: readonly Answer[],
): CardFacts {
  const { deck, progress, history, parameters, moment, zone } = request;
  const positions = new Map(deck.cards.map(({ id }, index) => [id, index + 1]));
  const byCard = Map.groupBy(answers, ({ card }) => card);
  return {
    rules: { firstDay: firstDayOf(answers), today: moment.day, parameters },
    beganToday: startOfDay(moment.day, zone, ROLLOVER),
    decks: decksNamed(notes.map((note) => note.deck)),
    positionOf: (card: CardId) => positions.get(card) ?? 0,
    progressOf: (card) => (history === "with" ? cardProgress(progress, card) : FRESH_CARD),
    answersOf: (card) => byCard.get(card) ?? [],
  };
}

/** Days are counted from here, so that two exports count alike; only a history that begins earlier has another. */
const USUAL_FIRST_DAY = "2020-01-01" as Day;

function firstDayOf(answers: readonly Answer[]): Day {
  return answers.reduce((first, { moment }) => (moment.day < first ? moment.day : first), USUAL_FIRST_DAY);
}
