import type { Day } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import { LANGS } from "../../base/lang.ts";
import type { Card } from "../../card/card.ts";
import { cardWording } from "../../compile/card-wording.ts";
import type { CardProgress } from "../../history/progress.ts";
import { cardProgress } from "../../history/progress.ts";
import type { Answer } from "./answers.ts";
import { answersIn } from "./answers.ts";
import type { ExportRequest } from "./export-request.ts";
import { selectCards } from "./selection.ts";

/** Where a card stands, in one word. */
export type CardStanding = "new" | "learning" | "review" | "relearning" | "suspended" | "buried";

/** What a card says in one language, as plain text. */
export interface RecordedFace {
  readonly trail: readonly string[];
  readonly question: string;
  readonly answer: string;
}

/** A card with all that is known of it. */
export interface CardRecord {
  readonly card: Card;
  readonly faces: Readonly<Partial<Record<Lang, RecordedFace>>>;
  readonly progress: CardProgress;
  readonly standing: CardStanding;
  readonly answers: readonly Answer[];
}

/** What records are made from. */
export type RecordsRequest = Pick<
  ExportRequest,
  "deck" | "selection" | "textOf" | "progress" | "events" | "moment"
>;

/** Returns the records of the cards that are selected, in the order of the deck. */
export function cardRecords(request: RecordsRequest): readonly CardRecord[] {
  const { deck, selection, progress, moment, events } = request;
  const answers = Map.groupBy(answersIn(events), ({ card }) => card);
  return selectCards(deck.cards, selection).map((card) => {
    const own = cardProgress(progress, card.id);
    const faces = LANGS.map((lang) => [lang, faceOf(card, lang, request)] as const);
    return {
      card,
      faces: Object.fromEntries(faces.filter(([, face]) => face !== null)),
      progress: own,
      standing: standingOf(own, moment.day),
      answers: answers.get(card.id) ?? [],
    };
  });
}

function faceOf(card: Card, lang: Lang, { textOf }: RecordsRequest): RecordedFace | null {
  const face = card.faces[lang];
  const text = face === undefined ? null : textOf(face.text);
  return face === undefined || text === null
    ? null
    : { trail: face.trail, ...cardWording(text, card.sibling) };
}

function standingOf({ memory, standing, buriedOn }: CardProgress, today: Day): CardStanding {
  if (standing === "suspended") return "suspended";
  if (buriedOn === today) return "buried";
  return memory === null ? "new" : memory.phase;
}
