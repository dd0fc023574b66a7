import type { Instant } from "../../base/day.ts";

/** What goes into a package, in Anki's terms and its units: ids in milliseconds since 1970, times in seconds. */
export interface Collection {
  /** 04:00 in the learner's zone on the day from which review days are counted. */
  readonly created: Instant;
  /** Minutes that the learner's clocks were behind UTC then. */
  readonly minutesWest: number;
  /** Seconds. */
  readonly modified: number;
  readonly noteTypes: readonly DatedNoteType[];
  readonly decks: readonly AnkiDeck[];
  readonly preset: Preset;
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  readonly reviews: readonly AnkiReview[];
  readonly media: readonly MediaFile[];
}

/** What notes of a kind are made of and how their cards look. */
export interface NoteType {
  readonly id: number;
  readonly name: string;
  /** A `cloze` note has a card for each of its numbers, a `normal` one for each template. */
  readonly kind: "normal" | "cloze";
  readonly fields: readonly NoteTypeField[];
  readonly templates: readonly Template[];
  readonly css: string;
}

/** A note type, and since when (in seconds) it looks as it does. */
export interface DatedNoteType extends NoteType {
  readonly modified: number;
}

/** A field of a note type. */
export interface NoteTypeField {
  readonly id: number;
  readonly name: string;
}

/** The two sides of a card, in Anki's template language. */
export interface Template {
  readonly id: number;
  readonly name: string;
  readonly question: string;
  readonly answer: string;
}

/** A deck; `::` in its name parts it from its parent. */
export interface AnkiDeck {
  readonly id: number;
  readonly name: string;
}

/** How the cards of our decks are scheduled. */
export interface Preset {
  readonly id: number;
  readonly name: string;
  /** Seconds. */
  readonly modified: number;
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[];
  readonly retention: number;
  /** Minutes. */
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Days. */
  readonly maximumInterval: number;
}

/** A note: its fields are HTML, in the order of its type's. */
export interface AnkiNote {
  readonly id: number;
  readonly guid: string;
  readonly noteType: number;
  /** Seconds. */
  readonly modified: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

/** A card, column by column. */
export interface AnkiCard extends CardState {
  readonly id: number;
  readonly note: number;
  readonly deck: number;
  /** Which template of its note, or which cloze number less one. */
  readonly ord: number;
  /** Seconds. */
  readonly modified: number;
  readonly flag: number;
}

/** Where a card stands in Anki's scheduler. */
export interface CardState {
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** As `type`, but 3 = learning over several days, -1 suspended, -3 buried by hand. */
  readonly queue: number;
  /** A position, seconds since 1970, or days since the collection was made, as type and queue have it. */
  readonly due: number;
  /** Days. */
  readonly interval: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly left: number;
  /** JSON: position, FSRS memory, last review. */
  readonly data: string;
}

/** A row of the review log. */
export interface AnkiReview {
  /** When it was, in milliseconds; no two rows share one. */
  readonly id: number;
  readonly card: number;
  /** 1 again ... 4 easy. */
  readonly rating: number;
  /** Days; negative: seconds. */
  readonly interval: number;
  readonly lastInterval: number;
  /** The difficulty after the answer, 100 to 1100; 0 for one that changed nothing. */
  readonly factor: number;
  readonly milliseconds: number;
  /** 0 learning, 1 review, 2 relearning, 3 practice. */
  readonly kind: number;
}

/** A picture that notes refer to. */
export interface MediaFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
