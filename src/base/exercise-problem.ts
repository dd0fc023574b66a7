/** Everything that the gate for exercises can find wrong, each with what its words need. */
export interface ExerciseProblemData {
  /** A program of the exercise isn't worth what it should be: `expected` and `actual` name statuses or checks. */
  readonly "exercise-verdict": {
    readonly program: string;
    readonly expected: string;
    readonly actual: string;
  };
  /** Too few hints for a ladder. */
  readonly "exercise-hints-few": { readonly count: number; readonly least: number };
  /** A hint before the last tells a word of the solution. */
  readonly "exercise-hint-tells": { readonly rung: number; readonly token: string };
  /** The solution changes too many lines of the job. */
  readonly "exercise-diff-large": { readonly lines: number; readonly most: number };
  /** A right run uses more than half of the budget. */
  readonly "exercise-budget-tight": { readonly steps: number; readonly budget: number };
  /** A card that the exercise is about isn't there. */
  readonly "exercise-card-unknown": { readonly card: string };
  /** No card is of the chapter. */
  readonly "exercise-chapter-unknown": { readonly chapter: string };
  /** The question about the cause doesn't offer four options of which one is right. */
  readonly "exercise-cause-options": { readonly options: number; readonly right: number };
  /** The symptom doesn't fit on a screen. */
  readonly "exercise-symptom-large": { readonly rows: number; readonly most: number };
  /** A text is there in one language only. */
  readonly "exercise-text-missing": { readonly lang: string };
  /** A file that is no part of an exercise. */
  readonly "exercise-file-stray": { readonly path: string };
  /** The name of the folder doesn't begin with the id. */
  readonly "exercise-folder-name": { readonly id: string };
  /** Too few checks that hold for any input. */
  readonly "exercise-checks-few": { readonly count: number; readonly least: number };
  /** Too few wrong fixes. */
  readonly "exercise-mutants-few": { readonly count: number; readonly least: number };
  /** All variants of the broken job need one kind of fix. */
  readonly "exercise-kinds-few": { readonly kind: string };
  /** A picture isn't what a run of today shows. */
  readonly "exercise-picture-stale": { readonly picture: string };
  /** The run that a picture asks for comes to nothing that could be drawn. */
  readonly "exercise-picture-empty": { readonly picture: string };
}
