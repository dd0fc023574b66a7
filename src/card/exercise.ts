import type { Bilingual, Lang } from "../base/lang.ts";

/** An exercise: a broken streaming job that the learner mends, with everything that its folder holds. */
export interface Exercise {
  /** The uid of its card, such as `c6-02`. */
  readonly id: string;
  /** Its folder, named as the deck was. */
  readonly folder: string;
  readonly title: Bilingual;
  readonly chapter: string;
  /** From 1 (one idea) to 5 (several at once). */
  readonly difficulty: number;
  /** Minutes that somebody who knows the subject takes. */
  readonly par: number;
  /** The uids of the cards that it is about. */
  readonly cards: readonly string[];
  /** The kind of its fix: two exercises of one kind never follow each other. */
  readonly fixKind: string;
  /** What a run may use before it is taken for a runaway. */
  readonly budget: ExerciseBudget;
  readonly texts: Readonly<Partial<Record<Lang, ExerciseText>>>;
  /** The job as the learner finds it. */
  readonly job: ExerciseFile;
  /** What stands around the job. */
  readonly scene: ExerciseFile;
  readonly check: ExerciseFile;
  /** Jobs that keep all promises; the first is the one that is shown first. */
  readonly solutions: readonly Solution[];
  /** Fixes that seem right and aren't. */
  readonly mutants: readonly Mutant[];
}

/** What a run may use. */
export interface ExerciseBudget {
  readonly steps: number;
  /** Virtual time, ms. */
  readonly time: number;
  /** State entries, timers and buffers at a time. */
  readonly allocations: number;
}

/** A file of an exercise: its path in the folder, and its text. */
export interface ExerciseFile {
  readonly path: string;
  readonly text: string;
}

/** A job that keeps all promises, and what it costs; `null` for the one that is shown first. */
export interface Solution extends ExerciseFile {
  readonly tradeOff: Bilingual | null;
}

/** A fix that seems right, the promise that it breaks, and what to say about it. */
export interface Mutant extends ExerciseFile {
  readonly expect: string;
  readonly say: Bilingual;
  /** The kind of fix that it needs if it is handed out as the broken job on a later review; `null` if it never is. */
  readonly variant: string | null;
}

/** What an exercise says in one language, as Markdown. */
export interface ExerciseText {
  /** What is seen in production: an incident ticket. */
  readonly symptom: string;
  /** A ladder: where to look, which idea, which API, almost the answer. */
  readonly hints: readonly string[];
  readonly why: string;
  /** The question that it prepares for, and what is asked next. */
  readonly interview: string;
  readonly rootCause: RootCause;
}

/** A question after a pass: why was the job broken? */
export interface RootCause {
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly standing: "right" | "wrong" }[];
}
