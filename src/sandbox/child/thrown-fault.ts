import { type Fault, placeInStack } from "../../exercise/fault.ts";

/** Returns what was thrown as a fault of a file. It may come from another context, where even Error is another one. */
export function thrownFault(file: string, thrown: unknown): Fault {
  const { name, message, stack } = partsOf(thrown);
  return { file, line: null, column: null, ...placeInStack(stack), name, message };
}

interface ErrorParts {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Returns the texts that errors carry, whatever was thrown: to look at it may throw as well. */
export function partsOf(thrown: unknown): ErrorParts {
  try {
    return partsIn(thrown);
  } catch {
    return { name: "Error", message: "what was thrown can't be looked at", stack: "" };
  }
}

function partsIn(thrown: unknown): ErrorParts {
  if (typeof thrown !== "object" || thrown === null || !("message" in thrown))
    return { name: "Error", message: String(thrown), stack: "" };
  const { name, stack } = thrown as { readonly name?: unknown; readonly stack?: unknown };
  return { name: textOr(name, "Error"), message: String(thrown.message), stack: textOr(stack, "") };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
