import type { Accumulators, AggregateHandler } from "../aggregate/aggregate-handler.ts";
import type { Row } from "../row.ts";

/** A frame of ROWS: the current row and a number of rows before it. */
export class RowsFrame {
  readonly #handler: AggregateHandler;
  readonly #preceding: number;
  readonly #rows: Row[] = [];
  readonly #accumulators: Accumulators;

  constructor(handler: AggregateHandler, preceding: number) {
    this.#handler = handler;
    this.#preceding = preceding;
    this.#accumulators = handler.createAccumulators();
  }

  /** Moves the frame on to `row` and returns the row with the frame's aggregates behind it. */
  moveTo(row: Row): Row {
    const oldest = this.#rows.length > this.#preceding ? this.#rows.shift() : undefined;
    if (oldest !== undefined) this.#handler.apply(this.#accumulators, "-D", oldest);
    this.#rows.push(row);
    this.#handler.apply(this.#accumulators, "+I", row);
    return [...row, ...this.#handler.getValue(this.#accumulators)];
  }
}
