import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { isAccumulate, keyOf, project, type Row, type RowKind } from "../row.ts";
import { JoinRecordState, type JoinRecord } from "./join-record-state.ts";
import { joinedRow, joinKeyOf, paddedRow, type JoinSideOptions } from "./join-side.ts";

interface JoinSide extends JoinSideOptions {
  readonly input: number;
  readonly state: JoinRecordState;
}

/**
 * Regular join, inner and outer (Flink's class of the same name). Both sides are kept for ever. An outer row
 * without a match is sent with NULLs, taken back with `-D` at its first match and sent again when the last one
 * goes; an inner join hands on the kind of its input.
 */
export class StreamingJoinOperator implements ChangelogOperator {
  readonly #context: OperatorContext;
  readonly #left: JoinSide;
  readonly #right: JoinSide;

  constructor(left: JoinSideOptions, right: JoinSideOptions, context: OperatorContext) {
    this.#context = context;
    this.#left = { ...left, input: 0, state: new JoinRecordState(left) };
    this.#right = { ...right, input: 1, state: new JoinRecordState(right) };
  }

  processElement(kind: RowKind, row: Row, input: number): void {
    const [side, other] = input === 0 ? [this.#left, this.#right] : [this.#right, this.#left];
    if (isAccumulate(kind)) this.#add(kind, row, side, other);
    else this.#retract(kind, row, side, other);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #add(kind: RowKind, row: Row, side: JoinSide, other: JoinSide): void {
    const matches = matchesOf(row, side, other);
    side.state.add(stateKeyOf(row, side), row, matches.length);
    if (matches.length === 0) {
      this.#pad("+I", row, side, other);
      return;
    }
    const hasOuter = side.padding === "outer" || other.padding === "outer";
    for (const match of matches) {
      if (match.associations === 0) this.#pad("-D", match.row, other, side);
      other.state.setAssociations(stateKeyOf(row, side), match.row, match.associations + 1);
      this.#context.output.collect(hasOuter ? "+I" : kind, joinedRow(side.input, row, match.row));
    }
  }

  #retract(kind: RowKind, row: Row, side: JoinSide, other: JoinSide): void {
    const matches = matchesOf(row, side, other);
    side.state.retract(stateKeyOf(row, side), row);
    if (matches.length === 0) {
      this.#pad("-D", row, side, other);
      return;
    }
    for (const match of matches) {
      const joined = joinedRow(side.input, row, match.row);
      this.#context.output.collect(side.padding === "outer" ? "-D" : kind, joined);
      if (match.associations === 1) this.#pad("+I", match.row, other, side);
      other.state.setAssociations(stateKeyOf(row, side), match.row, match.associations - 1);
    }
  }

  #pad(kind: RowKind, row: Row, side: JoinSide, other: JoinSide): void {
    if (side.padding === "none") return;
    this.#context.output.collect(kind, paddedRow(side.input, row, other.types.length));
  }
}

/** Returns the rows of the other side that match; a key with a NULL matches nothing. */
function matchesOf(row: Row, side: JoinSideOptions, other: JoinSide): readonly JoinRecord[] {
  const joinKey = joinKeyOf(row, side.keyIndices);
  return joinKey === null ? [] : other.state.recordsOf(joinKey);
}

/** Returns the key under which a row is kept; NULLs are keys like others there. */
function stateKeyOf(row: Row, side: JoinSideOptions): string {
  return keyOf(project(row, side.keyIndices));
}
