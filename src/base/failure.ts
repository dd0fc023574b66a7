/** Everything that can go wrong between sluice and the world or its user, each with what its words need. */
export interface FailureData {
  /** The command line asks for something that doesn't exist. */
  readonly usage: UsageFault;
  /** A configuration key that doesn't exist, or a value that it can't have. */
  readonly "config-key": { readonly key: string; readonly allowed: readonly string[] };
  readonly "config-value": {
    readonly key: string;
    readonly value: string;
    readonly allowed: readonly string[];
    /** The file that has it; `null` = it was typed. */
    readonly file: string | null;
  };
  /** The configuration file can't be read. */
  readonly "config-read": { readonly file: string; readonly reason: string };
  /** The configuration file can't be understood. */
  readonly "config-broken": { readonly file: string; readonly reason: string };
  /** The configuration file can't be written. */
  readonly "config-write": { readonly file: string; readonly reason: string };
  /** Somebody has stopped work that takes long. */
  readonly stopped: Record<never, never>;
  /** What a command prints couldn't be written. */
  readonly "output-write": { readonly reason: string };
  /** Another sluice writes to the same data. */
  readonly locked: { readonly file: string; readonly pid: number; readonly host: string };
  /** The folder for the data can't be made or written. */
  readonly "data-folder": { readonly folder: string; readonly reason: string };
  /** An answer couldn't be put on disk. */
  readonly "journal-write": { readonly file: string; readonly reason: string };
  /** A file that was named and can't be read. */
  readonly "file-read": { readonly file: string; readonly reason: string };
  /** A file that can't be written. */
  readonly "file-write": { readonly file: string; readonly reason: string };
  /** A package of Anki's that can't be taken in. */
  readonly "package-refused": { readonly file: string; readonly fault: PackageFault };
  /** No card is of the chapter, tag or level asked for. */
  readonly "nothing-selected": Record<never, never>;
  /** A journal that can't be read. */
  readonly "journal-read": { readonly file: string; readonly reason: string };
  /** A deck that can't be found. */
  readonly "deck-missing": { readonly path: string };
  /** No exercise has that id. */
  readonly "exercise-unknown": { readonly id: string; readonly near: string | null };
  /** The programs of a deck that nobody has allowed to run. */
  readonly "exercise-untrusted": { readonly deck: string };
  /** A card can't be added to a file: its words make none, or nothing behind what the file has does. */
  readonly "add-refused": { readonly file: string; readonly why: "no-card" | "no-room" };
  /** The deck has a card with the same words. */
  readonly "card-known": { readonly prompt: string; readonly file: string; readonly line: number };
  /** The encoding of a file has no sign for a character. */
  readonly "not-encodable": { readonly file: string; readonly encoding: string };
  /** A card that is to be asked again isn't suspended, or isn't there. */
  readonly "not-suspended": { readonly card: string; readonly reason: "no-card" | "active" };
  /** No editor is set. */
  readonly "editor-missing": Record<never, never>;
  /** The editor isn't there (`code` is `null`), or says by its exit code that something went wrong. */
  readonly "editor-failed": { readonly editor: string; readonly code: number | null };
  /** The Node that runs this is too old. */
  readonly "node-too-old": { readonly found: string; readonly needed: number };
  /** The history of one card can't go on with another. */
  readonly "relink-refused": {
    readonly from: string;
    readonly to: string;
    readonly reason: "no-past" | "no-note" | "still-there" | "older-past";
  };
  /** There is nothing to undo, or to redo. */
  readonly "nothing-to-undo": Record<never, never>;
  readonly "nothing-to-redo": Record<never, never>;
}

/** Why a package of Anki's was refused. */
export type PackageFault = "no-package" | "damaged" | "too-large" | "too-new" | "stub-only";

/** What is wrong with a command line. */
export type UsageFault =
  | { readonly fault: "command-unknown"; readonly name: string; readonly near: string | null }
  | { readonly fault: "option-unknown"; readonly name: string; readonly near: string | null }
  | {
      readonly fault: "option-value";
      readonly name: string;
      readonly value: string;
      readonly expected: string;
    }
  | { readonly fault: "option-needs-value"; readonly name: string }
  | { readonly fault: "argument-extra"; readonly value: string }
  | { readonly fault: "argument-missing"; readonly name: string };

export type FailureCode = keyof FailureData;

/** The facts of a failure: its code and what its words need. */
export type FailureFacts = {
  readonly [Code in FailureCode]: { readonly code: Code; readonly data: FailureData[Code] };
}[FailureCode];

/** A fault of the world or of the command line: told in one line with the next step, never with a stack. */
export class Failure extends Error {
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts, cause?: unknown) {
    super(facts.code, { cause });
    this.name = "Failure";
    this.facts = facts;
  }
}
