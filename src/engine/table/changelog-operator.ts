import type { ProcessingTimeService } from "../time/processing-time-service.ts";
import type { Row, RowKind } from "./row.ts";

/** Where an operator sends its changes and its watermarks. */
export interface ChangelogOutput {
  readonly collect: (kind: RowKind, row: Row) => void;
  /** Says that no row with a time of `timestamp` ms or less is expected any more. */
  readonly emitWatermark: (timestamp: number) => void;
}

/**
 * One step of a table program. Whoever runs it calls it with one change or watermark at a time; it sends what
 * follows from it to its output before it returns.
 */
export interface ChangelogOperator {
  /** Takes a change of one of its inputs, counted from 0. */
  readonly processElement: (kind: RowKind, row: Row, input: number) => void;
  /** Takes a watermark, the least one over all its inputs in ms, higher than the one before. */
  readonly processWatermark: (timestamp: number) => void;
}

/** What a table program gives to an operator when it is made. */
export interface OperatorContext {
  readonly output: ChangelogOutput;
  readonly clock: ProcessingTimeService;
}
