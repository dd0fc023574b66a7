import type { Row } from "../row.ts";

/** Rows by their time in ms, those of one time in order of arrival. */
export class RowsByTime {
  readonly #rows = new Map<number, Row[]>();

  add(time: number, row: Row): void {
    const rows = this.#rows.get(time);
    if (rows === undefined) this.#rows.set(time, [row]);
    else rows.push(row);
  }

  get(time: number): readonly Row[] {
    return this.#rows.get(time) ?? [];
  }

  /** Removes the rows of a time and returns them. */
  take(time: number): readonly Row[] {
    const rows = this.get(time);
    this.#rows.delete(time);
    return rows;
  }

  /** Removes the rows of all times before `time` and returns them. */
  takeBefore(time: number): readonly Row[] {
    const times = [...this.#rows.keys()].filter((other) => other < time);
    return times.flatMap((other) => this.take(other));
  }
}
