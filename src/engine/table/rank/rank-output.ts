import type { ChangelogOutput } from "../changelog-operator.ts";
import type { Row, RowKind } from "../row.ts";
import type { UpdateKind } from "../update-kind.ts";

/** How a Top-N sends its rows. */
export interface RankOutputOptions {
  /** The last rank that is sent. */
  readonly n: number;
  /** Whether the rank becomes a column behind the others. */
  readonly rank: "column" | "hidden";
  readonly updateKind: UpdateKind;
}

/** Sends the rows of a Top-N with their ranks (the `collect…` methods of Flink's `AbstractTopNFunction`). */
export class RankOutput {
  readonly #options: RankOutputOptions;
  readonly #output: ChangelogOutput;

  constructor(options: RankOutputOptions, output: ChangelogOutput) {
    this.#options = options;
    this.#output = output;
  }

  /** Sends a row of this rank, counted from 1. A rank below the last one is not sent, nor `-U` if nobody needs it. */
  collect(kind: RowKind, row: Row, rank: number): void {
    if (rank > this.#options.n) return;
    if (kind === "-U" && this.#options.updateKind === "only-after") return;
    this.#output.collect(kind, this.#options.rank === "column" ? [...row, rank] : row);
  }

  /** Replaces the row of a rank. */
  replace(before: Row, after: Row, rank: number): void {
    this.collect("-U", before, rank);
    this.collect("+U", after, rank);
  }
}
