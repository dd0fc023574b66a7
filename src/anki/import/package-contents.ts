/** What a package holds, of whatever layout: notes, cards and reviews in plain terms. */
export interface PackageContents {
  readonly notes: readonly PackageNote[];
  readonly cards: readonly PackageCard[];
  readonly reviews: readonly PackageReview[];
  readonly presets: readonly PackagePreset[];
}

/** A note of a package. */
export interface PackageNote {
  readonly guid: string;
  readonly noteType: PackageNoteType;
  /** HTML, in the order of its type's fields. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** Seconds since 1970. */
  readonly modified: number;
}

/** A note type of a package. */
export interface PackageNoteType {
  readonly id: number;
  readonly name: string;
  readonly kind: "normal" | "cloze";
  readonly fields: readonly string[];
  readonly templates: readonly PackageTemplate[];
}

/** The two sides of a card, in Anki's template language, without scripts and styles. */
export interface PackageTemplate {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
}

/** A card of a package. */
export interface PackageCard {
  readonly id: number;
  readonly note: PackageNote;
  /** Which template of its note, or which cloze number less one. */
  readonly ord: number;
  /** The name of its home deck, even while it is in a filtered one. */
  readonly deck: string;
  readonly state: "new" | "learning" | "review" | "relearning";
  readonly standing: "active" | "suspended" | "buried";
  /** The number of its flag; 0 = none. */
  readonly flag: number;
  /** Seconds since 1970. */
  readonly modified: number;
  /** The id of the preset of its deck; 0 if that isn't known. */
  readonly preset: number;
}

/** A row of a package's review log. */
export interface PackageReview {
  readonly card: PackageCard;
  /** When it was, in milliseconds since 1970: its id. */
  readonly at: number;
  readonly milliseconds: number;
  readonly event: PackageEvent;
}

/** What a row of the review log says. */
export type PackageEvent =
  /** 1 again ... 4 easy, whatever the scheduler of the time had. */
  | { readonly kind: "rated"; readonly rating: 1 | 2 | 3 | 4 }
  /** An answer in a filtered deck that changed nothing. */
  | { readonly kind: "practised" }
  /** The card became a new one again: what was before counts no more. */
  | { readonly kind: "reset" }
  /** Its day was set by hand, or anew by FSRS. */
  | { readonly kind: "rescheduled" };

/** How the cards of some decks are scheduled. */
export interface PackagePreset {
  readonly id: number;
  readonly name: string;
  /** The weights of FSRS-6; none if it hasn't learned any. */
  readonly weights: readonly number[];
}
