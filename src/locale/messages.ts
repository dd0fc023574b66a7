import type { Day } from "../base/day.ts";
import type { FailureFacts } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import type { Problem } from "../base/problem.ts";
import type { CardKind, Level } from "../card/card.ts";
import type { Rating } from "../schedule/memory.ts";
import type { AnkiWords, TransferOption } from "./anki-words.ts";
import type { FixWords } from "./fix-words.ts";
import type { PlainFixWords } from "./plain-fix-words.ts";
import type { PracticeWords } from "./practice-words.ts";
import type { TraceWords } from "./trace-words.ts";

/** A problem of the notes in words: what was expected there, and how to mend it. */
export interface ProblemWords {
  readonly expected: string;
  readonly fix: string;
}

/** A failure in words: what happened, and the next step. */
export interface FailureWords {
  readonly what: string;
  readonly next: string;
}

/** The commands that there are. */
export type CommandName =
  | "home"
  | "review"
  | "due"
  | "cards"
  | "check"
  | "fix"
  | "undo"
  | "redo"
  | "config"
  | "doctor"
  | "relink"
  | "add"
  | "export"
  | "import"
  | "path"
  | "completion";

/** The settings. */
export type SettingName =
  | "lang"
  | "decks"
  | "newPerDay"
  | "reviewsPerDay"
  | "retention"
  | "rollover"
  | "grades"
  | "learningSteps"
  | "relearningSteps"
  | "learnAhead"
  | "weights"
  | "theme"
  | "ambiguousWidth"
  | "editor";

/** The options of the command line, without their dashes. */
export type OptionName =
  | TransferOption
  | "data"
  | "deck"
  | "lang"
  | "now"
  | "seed"
  | "plain"
  | "json"
  | "yes"
  | "flagged"
  | "suspended"
  | "unsuspend"
  | "question"
  | "answer"
  | "run"
  | "exercises"
  | "write"
  | "list"
  | "help"
  | "version";

/** The words for a command on its help page. */
export interface CommandWords {
  readonly summary: string;
  /** What comes after the name: `[PATH...]`. */
  readonly usage: string;
  /** Paragraphs that say more; none where the summary says all. */
  readonly more: readonly string[];
  readonly examples: readonly string[];
}

/** The words of help pages. */
export interface HelpWords {
  readonly tagline: string;
  readonly usage: string;
  readonly commands: string;
  /** What stands in the list of commands for calling none. */
  readonly noCommand: string;
  readonly options: string;
  readonly examples: string;
  readonly more: string;
  readonly exitCodes: string;
  readonly exitCodeList: readonly (readonly [code: number, meaning: string])[];
  readonly command: Readonly<Record<CommandName, CommandWords>>;
  readonly option: Readonly<Record<OptionName, string>>;
  /** What stands for an option's value, `DIR`; `""` for an option without one. */
  readonly value: Readonly<Record<OptionName, string>>;
}

/** The words of the first screen. */
export interface HomeWords {
  readonly today: string;
  readonly review: string;
  readonly learning: string;
  readonly fresh: string;
  readonly about: (minutes: number) => string;
  readonly begin: string;
  readonly goOn: string;
  readonly nothingDue: string;
  readonly nothingDueAtAll: string;
  readonly noCards: string;
  readonly noCardsNext: string;
  readonly nextCard: (when: string) => string;
  readonly meanwhile: string;
  readonly learnMore: (count: number) => string;
  readonly streak: (days: number) => string;
  /** What to run for what is offered, where nobody can press Enter. */
  readonly command: (offer: string, command: string) => string;
  readonly deck: (title: string, cards: number) => string;
  readonly problems: (errors: number, warnings: number) => string;
}

/** The words of a review. */
export interface ReviewWords {
  readonly showAnswer: string;
  readonly choose: string;
  readonly type: string;
  readonly yourAnswer: string;
  readonly flip: string;
  readonly grade: Readonly<Record<Rating, string>>;
  readonly onlyIn: (lang: Lang) => string;
  readonly fresh: string;
  readonly learning: string;
  readonly relearning: string;
  readonly flagged: string;
  readonly suggested: string;
  readonly right: string;
  readonly wrong: string;
  readonly hidden: string;
  readonly undone: string;
  readonly redone: string;
  readonly suspended: string;
  readonly buried: string;
  readonly flagSet: string;
  readonly flagTaken: string;
  /** What stands before the reason that is being written, and before the learner's note. */
  readonly reason: string;
  /** What stands for the reason of a flag that was set without one. */
  readonly noReason: string;
  readonly note: string;
  readonly noteSet: string;
  readonly noteTaken: string;
  readonly cardChanged: string;
  readonly cardGone: string;
  readonly notesChanged: string;
  readonly clockWentBack: string;
  readonly left: (count: number) => string;
}

/** The words of the page about one card. */
export interface InfoWords {
  readonly title: string;
  readonly uid: string;
  readonly source: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<CardKind, string>>;
  readonly level: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly validity: string;
  readonly memory: string;
  readonly noMemory: string;
  readonly stability: (days: string) => string;
  readonly difficulty: (value: string) => string;
  readonly recall: (percent: number) => string;
  readonly due: string;
  readonly dueOn: (date: string, when: string) => string;
  readonly dueToday: string;
  readonly overdue: (days: number) => string;
  readonly history: string;
  readonly noHistory: string;
  readonly reps: (count: number, lapses: number) => string;
}

/** The words at the end of a sitting. */
export interface SummaryWords {
  readonly title: string;
  readonly answers: (count: number) => string;
  readonly took: (duration: string) => string;
  readonly perCard: (seconds: number) => string;
  readonly remembered: (percent: number) => string;
  readonly fresh: (count: number) => string;
  readonly again: string;
  readonly saved: string;
  readonly nothing: string;
  /** The title where nothing was due, and the next step: more new cards to be had, or none. */
  readonly nothingDue: string;
  readonly nothingDueNext: (extra: number) => string;
  readonly left: (count: number) => string;
}

/** Every key that a screen tells about, and what it does. */
export type KeyAction =
  | "reveal"
  | "grade"
  | "choose"
  | "erase"
  | "cursor"
  | "save"
  | "cancel"
  | "pick"
  | "note"
  | "edit"
  | "undo"
  | "redo"
  | "bury"
  | "suspend"
  | "flag"
  | "info"
  | "source"
  | "language"
  | "help"
  | "quit"
  | "back"
  | "home"
  | "scroll"
  | "start"
  | "fix"
  | "move";

/** Words for people in the plain review. */
export interface PlainWords {
  readonly answer: string;
  /** What a newcomer has to know before the first card. */
  readonly begin: string;
  readonly choose: string;
  readonly help: readonly string[];
  /** The next step where nothing is due: so many more new cards to be had, or none. */
  readonly nothingDueNext: (extra: number) => string;
  readonly gradeFirst: string;
  readonly revealFirst: string;
  /** An exercise is in front: what can be done about it, and by which command another time. */
  readonly exercise: (command: string) => string;
  readonly unknown: (line: string) => string;
  readonly suggestion: (grade: string) => string;
  readonly done: string;
}

/** What a check of notes has counted. */
export interface CheckCounts {
  readonly files: number;
  readonly cards: number;
  readonly errors: number;
  readonly warnings: number;
  /** Sections that a rule left out. */
  readonly left: number;
}

/** Everything that sluice says, in one language. */
export interface Messages {
  readonly lang: Lang;
  readonly help: HelpWords;
  readonly anki: AnkiWords;
  readonly trace: TraceWords;
  readonly fix: FixWords;
  readonly practice: PracticeWords;
  readonly home: HomeWords;
  readonly review: ReviewWords;
  readonly info: InfoWords;
  readonly summary: SummaryWords;
  readonly plain: PlainWords;
  readonly plainFix: PlainFixWords;
  readonly keys: Readonly<Record<KeyAction, string>>;
  readonly keysTitle: string;
  readonly smallWindow: string;
  readonly readingNotes: (done: number, total: number) => string;
  /** Whole sentences one behind the other; empty ones count for nothing. */
  readonly sentences: (sentences: readonly string[]) => string;
  /** A day as people write it here, with its weekday. */
  readonly date: (day: Day) => string;
  /** A span of time in one rounded unit, as on the grade buttons: `10 min`, `3 d`, `1.2 mo`. */
  readonly interval: (ms: number) => string;
  /** How long something took: `1 min 20 s`. */
  readonly duration: (ms: number) => string;
  /** When something will be: `in 8 min`, `tomorrow`, `in 3 days`. */
  readonly inTime: (ms: number) => string;
  readonly problem: (problem: Problem) => ProblemWords;
  /** A failure as one line: what happened, then the next step. */
  readonly failureLine: (facts: FailureFacts) => string;
  readonly bug: string;
  readonly check: {
    readonly summary: (found: CheckCounts) => string;
    readonly severity: Readonly<Record<"error" | "warning" | "info", string>>;
    readonly expected: string;
    readonly fix: string;
    readonly stubs: (count: number) => string;
    /** What to do if no card was found. */
    readonly none: string;
    /** How to mend a file with questions that stand in another one, its `original`, already. */
    readonly copied: (copy: { readonly questions: number; readonly original: string }) => string;
  };
  readonly add: {
    /** What the file says that is opened to write a card in. */
    readonly template: string;
    readonly added: (place: string, card: string) => string;
    readonly nothing: string;
    /** The file is no part of the deck in use. */
    readonly elsewhere: (file: string) => string;
  };
  readonly cards: {
    readonly none: string;
    readonly total: (count: number) => string;
    /** How to have suspended cards asked again. */
    readonly unsuspendNext: string;
    readonly unsuspended: (card: string) => string;
    readonly state: Readonly<
      Record<"new" | "learning" | "review" | "relearning" | "suspended" | "buried", string>
    >;
  };
  readonly due: {
    readonly line: (review: number, learning: number, fresh: number) => string;
    readonly next: (when: string) => string;
    readonly none: string;
  };
  readonly history: {
    readonly undone: (what: string) => string;
    readonly redone: (what: string) => string;
    /** What an event was, in few words: `Good on “…”`. */
    readonly event: (type: string, card: string, rating: Rating | null) => string;
    readonly relinked: (old: string, card: string) => string;
  };
  readonly doctor: {
    readonly journal: (files: number, events: number, unknown: number) => string;
    readonly torn: (file: string, bytes: number) => string;
    readonly brokenLine: (file: string, line: number) => string;
    readonly unwritten: (file: string, reason: string) => string;
    readonly snapshot: Readonly<
      Record<"current" | "behind" | "unfit" | "missing" | "old" | "broken", string>
    >;
    readonly orphans: (count: number) => string;
    readonly doubts: (count: number) => string;
    readonly likeness: (percent: number) => string;
    readonly healthy: string;
  };
  readonly config: {
    readonly set: (key: string, value: string) => string;
    readonly standard: string;
    /** What each setting is about. */
    readonly meaning: Readonly<Record<SettingName, string>>;
    /** The file holds keys that don't exist. */
    readonly stray: (file: string, keys: readonly string[]) => string;
  };
}
