import type { SqlType } from "../column.ts";
import { fieldAt, keyOf, nullRow, project, type Row } from "../row.ts";

/** What a join needs to know of one of its sides. */
export interface JoinSideOptions {
  /** The places of the columns that must equal those of the other side. */
  readonly keyIndices: readonly number[];
  /** The types of its columns. */
  readonly types: readonly SqlType[];
  /** The columns that tell the rows of one join key apart; none if nothing does, empty if there is at most one row. */
  readonly uniqueKey: readonly number[] | undefined;
  /** Whether its rows are sent without a match too, padded with NULLs. */
  readonly padding: "outer" | "none";
}

/** The join key of a row, or `null` if a part of it is NULL: such a row matches nothing. */
export function joinKeyOf(row: Row, keyIndices: readonly number[]): string | null {
  const hasNull = keyIndices.some((index) => fieldAt(row, index) === null);
  return hasNull ? null : keyOf(project(row, keyIndices));
}

/** Puts the fields of a row of `input` (0 = left) and of one of the other side in the order of the result. */
export function joinedRow(input: number, row: Row, other: Row): Row {
  return input === 0 ? [...row, ...other] : [...other, ...row];
}

/** Returns a row of `input` with NULLs for the other side, which has `otherArity` columns. */
export function paddedRow(input: number, row: Row, otherArity: number): Row {
  return joinedRow(input, row, nullRow(otherArity));
}
