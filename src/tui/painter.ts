import type { Moment } from "../base/day.ts";
import type { Lang } from "../base/lang.ts";
import type { Card } from "../card/card.ts";
import type { NoteText } from "../card/note-text.ts";
import type { InfoFacts, SourceFacts } from "../pages/overlay-pages.ts";
import type { Picked } from "../pages/picked.ts";
import type { Row } from "../pages/row.ts";
import type { SummaryFacts } from "../pages/summary-page.ts";
import type { Session } from "../review/session.ts";
import type { Options } from "./app-state.ts";

/** One side of a card as it is to be drawn. */
export interface Drawing {
  readonly card: Card;
  readonly lang: Lang;
  /** The front asks; the back shows the answer too. */
  readonly side: "front" | "back";
  readonly picked: Picked;
  /** Cells of the text column. */
  readonly width: number;
  /** Cells that code and tables may take. */
  readonly wide: number;
  /** The language of the words around the notes' own. */
  readonly words: Lang;
}

/** Draws cards, and looks up what is known of them: all that needs the notes, the journal or the compiler. */
export interface Painter {
  readonly question: (drawing: Drawing) => readonly Row[];
  readonly answer: (drawing: Drawing) => readonly Row[];
  readonly options: (card: Card, lang: Lang) => Options;
  /** Returns the answers that count as right; none unless the card wants one typed. */
  readonly accepted: (card: Card, lang: Lang) => readonly string[];
  readonly info: (card: Card, lang: Lang, moment: Moment) => InfoFacts;
  readonly source: (card: Card, lang: Lang) => SourceFacts;
  readonly summary: (session: Session) => SummaryFacts;
}

/** Returns the options of a note: none unless it is a choice. */
export function optionsOf(text: NoteText | null): Options {
  if (text === null || text.kind !== "choice") return NO_OPTIONS;
  const right = text.options.flatMap((option, index) => (option.verdict === "right" ? [index] : []));
  return { count: text.options.length, right };
}

/** What a card that is no choice offers. */
export const NO_OPTIONS: Options = { count: 0, right: [] };
