import type { Moment, Zone } from "../../base/day.ts";
import type { Lang } from "../../base/lang.ts";
import type { TextRef } from "../../card/card.ts";
import type { Deck } from "../../card/deck.ts";
import type { NoteText } from "../../card/note-text.ts";
import type { HistoryEvent } from "../../history/event.ts";
import type { Progress } from "../../history/progress.ts";
import type { Parameters } from "../../schedule/parameters.ts";
import type { CodePainter } from "../notes/code-html.ts";
import type { Front } from "../notes/templates.ts";
import type { PictureSource } from "./pictures.ts";
import type { Selection } from "./selection.ts";

/** The notes that go out, and what shows them. */
export interface NotesRequest {
  readonly deck: Deck;
  readonly selection: Selection;
  /** Returns the text of a face; `null` if the notes have changed and it is lost. */
  readonly textOf: (ref: TextRef) => NoteText | null;
  readonly paint: CodePainter;
  readonly pictures: PictureSource;
  /** The language of the names of decks. */
  readonly lang: Lang;
  /** The whole journal. */
  readonly events: readonly HistoryEvent[];
  /** Is told how many notes of how many are ready. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Everything that goes into a package, and what decides how. */
export interface ExportRequest extends NotesRequest {
  readonly front: Front;
  /** Whether answers and memory go along. */
  readonly history: "with" | "without";
  /** What follows from the journal. */
  readonly progress: Progress;
  readonly parameters: Parameters;
  readonly limits: { readonly newPerDay: number; readonly reviewsPerDay: number };
  readonly moment: Moment;
  readonly zone: Zone;
}
