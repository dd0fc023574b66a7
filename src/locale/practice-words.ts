/** What a key does on the screens of exercises. */
export type FixAction =
  | "begin"
  | "move"
  | "search"
  | "filter"
  | "edit"
  | "next-panel"
  | "previous-panel"
  | "hint"
  | "give-up"
  | "reset"
  | "undo-reset"
  | "run"
  | "picture"
  | "step"
  | "landmark"
  | "select-input"
  | "move-input"
  | "pick"
  | "grade"
  | "take-grade"
  | "confirm"
  | "decline"
  | "save"
  | "cancel"
  | "scroll"
  | "language"
  | "help"
  | "back"
  | "quit";

/** The words of the screens on which jobs are mended. */
export interface PracticeWords {
  readonly exercises: string;
  readonly noExercises: string;
  readonly noMatch: string;
  readonly begin: string;
  readonly search: string;
  readonly filter: string;
  readonly choose: string;
  /** What the filter lets through. */
  readonly showing: Readonly<Record<"all" | "open" | "due", string>>;
  readonly standing: Readonly<Record<"new" | "begun" | "due" | "done", string>>;
  readonly panel: Readonly<Record<"ticket" | "verdict" | "picture" | "changes" | "hints" | "review", string>>;
  readonly difficulty: (difficulty: number) => string;
  /** Minutes that somebody who knows the subject takes. */
  readonly par: (minutes: number) => string;
  readonly edit: string;
  readonly next: string;
  readonly hint: string;
  readonly giveUp: string;
  readonly cancel: string;
  /** After a pass, until the learner has looked back. */
  readonly lookBackFirst: string;
  readonly confirm: string;
  readonly goOn: string;
  /** What the next rung costs, before it is taken. */
  readonly hintPrice: (rung: number) => string;
  readonly revealPrice: string;
  readonly resetPrice: string;
  readonly hintsLeft: (count: number) => string;
  readonly noMoreHints: string;
  readonly unchanged: string;
  readonly pickCause: string;
  /** What it costs not to know why. */
  readonly causeMissed: string;
  /** Above what the author says of a variant, and above the ticket of one. */
  readonly thisTime: string;
  readonly otherwise: string;
  readonly why: string;
  readonly solution: string;
  readonly interview: string;
  /** Before the first verdict, and while checks run. */
  readonly notRun: string;
  readonly running: string;
  readonly wasReset: string;
  readonly resetUndone: string;
  /** The learner's file, where it is. */
  readonly yourFile: (path: string) => string;
  readonly fileGone: string;
  /** After it was put on record: when it comes back. */
  readonly recorded: (grade: string, when: string) => string;
  readonly noPicture: string;
  readonly pictureKeys: string;
  /** What keys do with the elements of the input. */
  readonly inputKeys: string;
  /** What keys do where there are no steps to go. */
  readonly otherPicture: string;
  /** The element of the input that a key would move, by its place from 1. */
  readonly selected: (place: number, count: number) => string;
  /** What the learner's job is called beside the broken one. */
  readonly yourJob: string;
  /** What a yes to programs of strangers does. */
  readonly run: string;
  readonly advice: string;
  /** What a moved element of the input has changed. */
  readonly moved: string;
  readonly keys: Readonly<Record<FixAction, string>>;
  readonly open: string;
  readonly putOff: string;
}
