import type { ChangelogOperator, OperatorContext } from "../changelog-operator.ts";
import { isAccumulate, keyOf, project, type Row, type RowKind } from "../row.ts";
import { JoinRecordState } from "./join-record-state.ts";
import { joinKeyOf, type JoinSideOptions } from "./join-side.ts";

/** What a semi or anti join needs to know. */
export interface SemiAntiJoinOptions {
  /** `semi`: the left rows that have a match (IN, EXISTS); `anti`: those that have none (NOT EXISTS). */
  readonly type: "semi" | "anti";
  readonly left: JoinSideOptions;
  readonly right: JoinSideOptions;
}

/**
 * Semi and anti join (Flink's class of the same name): the first match of a left row sends it or takes it
 * back, the departure of the last one does the opposite; the matches between change nothing. Of the right rows only
 * the join columns are kept.
 */
export class StreamingSemiAntiJoinOperator implements ChangelogOperator {
  readonly #options: SemiAntiJoinOptions;
  readonly #context: OperatorContext;
  readonly #leftState: JoinRecordState;
  /** How many right rows each join key has. */
  readonly #rightCounts = new Map<string, number>();

  constructor(options: SemiAntiJoinOptions, context: OperatorContext) {
    this.#options = options;
    this.#context = context;
    this.#leftState = new JoinRecordState(options.left);
  }

  processElement(kind: RowKind, row: Row, input: number): void {
    if (input === 0) this.#processLeft(kind, row);
    else this.#processRight(kind, row);
  }

  processWatermark(timestamp: number): void {
    this.#context.output.emitWatermark(timestamp);
  }

  #processLeft(kind: RowKind, row: Row): void {
    const { type, left } = this.#options;
    const joinKey = joinKeyOf(row, left.keyIndices);
    const matches = joinKey === null ? 0 : this.#rightCountOf(joinKey);
    if (matches > 0 === (type === "semi")) this.#context.output.collect(kind, row);
    const stateKey = keyOf(project(row, left.keyIndices));
    if (isAccumulate(kind)) this.#leftState.add(stateKey, row, matches);
    else this.#leftState.retract(stateKey, row);
  }

  #processRight(kind: RowKind, row: Row): void {
    const joinKey = joinKeyOf(row, this.#options.right.keyIndices);
    if (joinKey === null) return;
    const count = this.#rightCountOf(joinKey) + (isAccumulate(kind) ? 1 : -1);
    if (count > 0) this.#rightCounts.set(joinKey, count);
    else this.#rightCounts.delete(joinKey);
    this.#changeMatches(joinKey, kind);
  }

  #rightCountOf(joinKey: string): number {
    return this.#rightCounts.get(joinKey) ?? 0;
  }

  #changeMatches(joinKey: string, kind: RowKind): void {
    const adds = isAccumulate(kind);
    for (const { row, associations } of this.#leftState.recordsOf(joinKey)) {
      if (associations === (adds ? 0 : 1)) this.#context.output.collect(this.#kindFor(kind), row);
      this.#leftState.setAssociations(joinKey, row, associations + (adds ? 1 : -1));
    }
  }

  /** Returns the kind of a left row whose first match comes or whose last one goes by a change of `kind`. */
  #kindFor(kind: RowKind): RowKind {
    if (this.#options.type === "semi") return kind;
    return isAccumulate(kind) ? "-D" : "+I";
  }
}
