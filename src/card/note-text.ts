import type { Place } from "../base/problem.ts";

/** A piece of Markdown that can be parsed by itself (quote marks and indentation of its surroundings are gone), and where it stands. */
export interface Content {
  readonly markdown: string;
  readonly place: Place;
}

/**
 * The words of a note as they are read: plain text without marks, NFC-normalised and trimmed. Its uid is made
 * of them, and after an edit the note is known again by them.
 */
export interface Wording {
  readonly question: string;
  readonly answer: string;
}

/** One of the options of a choice. */
export interface Option {
  readonly content: Content;
  readonly verdict: "right" | "wrong";
}

/** A hidden piece of a cloze: which sibling hides it, what it says and the hint that stands in its place. */
export interface Hidden {
  /** The sibling, `c1`, `c2`...; several pieces may share one. */
  readonly sibling: string;
  readonly text: string;
  readonly hint: string | null;
  /** Where the piece stands in `ClozeText.content.markdown`: the first unit of its marks and the one behind the last. */
  readonly start: number;
  readonly end: number;
}

/** What a note says in one language: its wording, and the slices of Markdown that its kind needs. */
export type NoteText = { readonly wording: Wording } & NoteBody;

/** The slices of Markdown that a note of each kind is drawn from. */
export type NoteBody =
  | {
      readonly kind: "basic" | "outline" | "error" | "exercise";
      readonly prompt: Content;
      readonly answer: Content;
    }
  | { readonly kind: "cloze"; readonly content: Content; readonly hidden: readonly Hidden[] }
  | {
      readonly kind: "choice";
      readonly prompt: Content;
      readonly options: readonly Option[];
      /** What is told once the answer is known; `null` if the notes say nothing more. */
      readonly explanation: Content | null;
    }
  | {
      readonly kind: "order";
      readonly prompt: Content;
      /** The items in their right order. */
      readonly items: readonly Content[];
      readonly explanation: Content | null;
    }
  | {
      readonly kind: "typed" | "number";
      readonly prompt: Content;
      /** The answers that count as right, the first one being the model. */
      readonly accepted: readonly string[];
      readonly explanation: Content | null;
    };
