import type { ExerciseProblemData } from "./exercise-problem.ts";

/** Where something stands in the notes. Lines and columns begin at 1; columns count UTF-16 units. */
export interface Place {
  /** The file's path, as the person named its deck, with `/` between the parts. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** How much a problem matters: an error must be mended, a warning should, an info only tells what a rule left out. */
export type Severity = "error" | "warning" | "info";

/** Everything that can be found wrong with notes, each with what its words need. */
export interface ProblemData extends ExerciseProblemData {
  /** The front matter is no YAML mapping. */
  readonly "front-matter-broken": { readonly reason: string };
  /** A key of the front matter has a value that it can't have. */
  readonly "front-matter-value": {
    readonly key: string;
    readonly value: string;
    readonly allowed: readonly string[];
  };
  /** A card mark holds a key that doesn't exist. */
  readonly "mark-key": { readonly key: string; readonly allowed: readonly string[] };
  /** A card mark gives a key a value that it can't have. */
  readonly "mark-value": {
    readonly key: string;
    readonly value: string;
    readonly allowed: readonly string[];
  };
  /** A card mark with no card below it. */
  readonly "mark-alone": Record<never, never>;
  /** Two cards of one language carry the same id. */
  readonly "id-duplicate": { readonly id: string; readonly first: Place };
  /** Two cards of one language ask and answer the same. */
  readonly "card-duplicate": { readonly prompt: string; readonly first: Place };
  /** The two languages of a card hide or offer a different number of things, or are of different kinds. */
  readonly "languages-differ": { readonly id: string; readonly other: Place };
  /** A question without an answer. */
  readonly "answer-missing": { readonly prompt: string };
  /** A choice without any right option, or with nothing but right ones. */
  readonly "choice-undecided": { readonly prompt: string; readonly right: number; readonly options: number };
  /** A card marked as cloze that hides nothing. */
  readonly "cloze-missing": { readonly prompt: string };
  /** A section that a rule left out: a list of links, a table of contents, a dialogue... */
  readonly "section-left-out": { readonly heading: string; readonly rule: LeftOutRule };
  /** A file or folder that can't be read. */
  readonly "file-unreadable": { readonly reason: string };
  /** A file over 8 MiB. */
  readonly "file-too-large": { readonly bytes: number; readonly limit: number };
  /** A file that holds no text. */
  readonly "file-binary": Record<never, never>;
  /** A text that is not UTF-8; it was read as what it seems to be. */
  readonly "file-encoding": { readonly guess: EncodingGuess };
  /** A link that leads back to a folder on the way. */
  readonly "link-loop": Record<never, never>;
  /** A file that an exercise needs isn't in its folder. */
  readonly "exercise-file-missing": { readonly path: string };
  /** A section that an exercise needs isn't in its text. */
  readonly "exercise-section-missing": { readonly section: string };
  /** The head of a file of an exercise doesn't say what it must, such as `// expect: ID`. */
  readonly "exercise-header": { readonly key: string };
  /** A path given as a deck that isn't there. */
  readonly "deck-missing": Record<never, never>;
}

/** What a text that is not UTF-8 seems to be; `damaged UTF-8` = all but a few bytes are. */
export type EncodingGuess = "GBK" | "UTF-16LE" | "UTF-16BE" | "windows-1252" | "damaged UTF-8";

/** The rule by which a section of the notes makes no card. */
export type LeftOutRule =
  | "links-only"
  | "contents"
  | "no-body"
  | "holds-cards"
  | "title"
  | "dialogue"
  | "label"
  | "unclear";

export type ProblemCode = keyof ProblemData;

/** One complaint about the notes. Its words live in `locale/`; here are only the facts. */
export type Problem = {
  readonly [Code in ProblemCode]: {
    readonly code: Code;
    readonly place: Place;
    readonly data: ProblemData[Code];
  };
}[ProblemCode];

const SEVERITIES: Readonly<Record<ProblemCode, Severity>> = {
  "front-matter-broken": "error",
  "front-matter-value": "error",
  "mark-key": "error",
  "mark-value": "error",
  "mark-alone": "warning",
  "id-duplicate": "error",
  "card-duplicate": "warning",
  "languages-differ": "error",
  "answer-missing": "warning",
  "choice-undecided": "warning",
  "cloze-missing": "error",
  "section-left-out": "info",
  "file-unreadable": "error",
  "file-too-large": "warning",
  "file-binary": "warning",
  "file-encoding": "warning",
  "link-loop": "warning",
  "exercise-file-missing": "error",
  "exercise-section-missing": "error",
  "exercise-header": "error",
  "deck-missing": "error",
  "exercise-verdict": "error",
  "exercise-hints-few": "error",
  "exercise-hint-tells": "error",
  "exercise-diff-large": "error",
  "exercise-budget-tight": "error",
  "exercise-card-unknown": "error",
  "exercise-chapter-unknown": "error",
  "exercise-cause-options": "error",
  "exercise-symptom-large": "error",
  "exercise-text-missing": "error",
  "exercise-file-stray": "error",
  "exercise-folder-name": "error",
  "exercise-checks-few": "error",
  "exercise-mutants-few": "error",
  "exercise-kinds-few": "error",
  "exercise-picture-stale": "error",
  "exercise-picture-empty": "error",
};

/** Returns how much a problem matters. */
export function severityOf(problem: Problem): Severity {
  return SEVERITIES[problem.code];
}
