/** What the learner has picked of a choice: options counted from 0, and the one the cursor is on (`null` = no cursor). */
export interface Picked {
  readonly options: readonly number[];
  readonly cursor: number | null;
}

/** What is picked before anything is. */
export const NOTHING_PICKED: Picked = { options: [], cursor: null };
