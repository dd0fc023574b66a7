/** What went wrong in a file of an exercise, and where. */
export interface Fault {
  /** Its path in the folder, such as `job.ts`. */
  readonly file: string;
  /** From 1; `null` if nobody knows. */
  readonly line: number | null;
  readonly column: number | null;
  /** The name of the error, such as `TypeError`. */
  readonly name: string;
  readonly message: string;
}

/** Returns the innermost place in a file of the exercise that a stack names; `null` where it names none. */
export function placeInStack(stack: string): Pick<Fault, "file" | "line" | "column"> | null {
  const [, file, line, column] = /\b((?:job|scene|check)\.ts):(\d+):(\d+)/u.exec(stack) ?? [];
  return file === undefined ? null : { file, line: Number(line), column: Number(column) };
}
