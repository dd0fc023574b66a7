import { row, type Row } from "../row.ts";
import { textWidth } from "../text-width.ts";
import { fitRow, type TraceCanvas } from "./trace-canvas.ts";

/** What happens at the JobManager goes by its name alone. */
const JOB_MANAGER = "JobManager";

/** Returns the name of an instance of an operator or task in few words: `orders.0`. */
export function placeName(operator: string, subtask: number): string {
  return operator === JOB_MANAGER ? operator : `${operatorName(operator)}.${subtask}`;
}

/** Returns the name of an operator without what Flink puts before those of sources and sinks. */
export function operatorName(operator: string): string {
  return operator.replaceAll(/(?:Source|Sink): (?!Unnamed)/gu, "");
}

/** Returns the name of an instance in at most `width` cells: which instance it is stays to be seen. */
export function placeRow(
  { operator, subtask }: { readonly operator: string; readonly subtask: number },
  width: number,
  canvas: TraceCanvas,
): Row {
  if (operator === JOB_MANAGER) return fitRow(row(operator), canvas, width);
  const number = `.${subtask}`;
  return [...fitRow(row(operatorName(operator)), canvas, width - textWidth(number)), ...row(number)];
}
