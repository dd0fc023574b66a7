import type { PackageNoteType, PackagePreset } from "./package-contents.ts";
import type { SchedulerVersion } from "./read-event.ts";

/** A deck of a package. */
export interface PackageDeck {
  readonly name: string;
  /** The id of its preset; 0 for a filtered deck. */
  readonly preset: number;
}

/** What a package has besides notes, cards and reviews: the names and rules that they refer to. */
export interface Outline {
  readonly scheduler: SchedulerVersion;
  readonly noteTypes: ReadonlyMap<number, PackageNoteType>;
  readonly decks: ReadonlyMap<number, PackageDeck>;
  readonly presets: readonly PackagePreset[];
}
