import type { PackageFault } from "../base/failure.ts";

/** The options of `export` and `import` that no other command has. */
export type TransferOption =
  | "output"
  | "front"
  | "format"
  | "chapter"
  | "tag"
  | "level"
  | "no-history"
  | "dry-run"
  | "open"
  | "weights";

/** The words for a command on its help page. */
interface CommandHelp {
  readonly summary: string;
  readonly usage: string;
  readonly more: readonly string[];
  readonly examples: readonly string[];
}

/** Why something of a package was left behind. */
export type LeftBehind =
  | "known"
  | "practised"
  | "rescheduled"
  | "reset"
  | "future"
  | "no-answers"
  | "no-words"
  | "of-no-words";

/** The words about what goes to Anki and comes from there. */
export interface AnkiWords {
  readonly command: Readonly<Record<"export" | "import", CommandHelp>>;
  readonly option: Readonly<Record<TransferOption, string>>;
  /** What stands for an option's value; `""` for an option without one. */
  readonly value: Readonly<Record<TransferOption, string>>;
  readonly export: {
    /** How far it is. */
    readonly progress: (done: number, total: number) => string;
    readonly written: (file: string, notes: number, cards: number, reviews: number) => string;
    readonly wouldWrite: (file: string, notes: number, cards: number, reviews: number) => string;
    readonly writtenNotes: (file: string, notes: number) => string;
    readonly wouldWriteNotes: (file: string, notes: number) => string;
    readonly news: (added: number, changed: number, unchanged: number) => string;
    /** Notes that Anki keeps although they are gone here, or of another kind, or have fewer cards. */
    readonly gone: (count: number) => string;
    readonly retyped: (count: number) => string;
    readonly emptied: (count: number) => string;
    /** What to do in Anki, line by line. */
    readonly advice: readonly string[];
    readonly notOpened: (file: string) => string;
  };
  readonly import: {
    /** How far it is. */
    readonly progress: (done: number, total: number) => string;
    readonly found: (file: string, notes: number, cards: number, reviews: number) => string;
    /** `notes` of the package became `own` here: one for each thing that they ask. */
    readonly news: (reviews: number, notes: number, own: number) => string;
    readonly wouldBring: (reviews: number, notes: number, own: number) => string;
    /** What stands above the list of what wasn't taken, and the notes in it. */
    readonly leftOut: string;
    readonly knownNotes: (count: number) => string;
    readonly leftBehind: Readonly<Record<LeftBehind, (count: number) => string>>;
    readonly backup: (folder: string) => string;
    readonly notesIn: (folder: string) => string;
    readonly weightsTaken: string;
    readonly weightsThere: string;
    readonly noWeights: string;
  };
  /** What happened and the next step, for the failures of export and import. */
  readonly failure: {
    readonly fileRead: (file: string, reason: string) => readonly [what: string, next: string];
    readonly fileWrite: (file: string, reason: string) => readonly [what: string, next: string];
    readonly refused: (file: string, fault: PackageFault) => readonly [what: string, next: string];
    readonly nothingSelected: readonly [what: string, next: string];
  };
}
