import type { UpdateKind } from "../update-kind.ts";

/** What an operator needs to know to keep one row of each key. */
export interface DeduplicateOptions {
  /** The places of the key's columns. */
  readonly keyIndices: readonly number[];
  /** The place of the time attribute by which rows are ordered. */
  readonly timeIndex: number;
  readonly updateKind: UpdateKind;
}
