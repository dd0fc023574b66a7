import type { Fault } from "../../exercise/fault.ts";
import { partsOf } from "./thrown-fault.ts";

/** A file that could not be compiled. */
export interface RejectedText {
  readonly file: string;
  readonly text: string;
}

type Spot = Pick<Fault, "line" | "column">;

/** Returns what is wrong with a file, from what the type stripper, V8 or the linker threw. */
export function compileFault({ file, text }: RejectedText, error: unknown): Fault {
  const { name, message, stack } = partsOf(error);
  return { file, ...(spotInStack(stack) ?? spotOfWord(text, message)), name, message };
}

/** The type stripper writes `:LINE`, the line itself, and below it where in it. */
function spotInStack(stack: string): Spot | null {
  const [, line] = /^:(\d+)\n/u.exec(stack) ?? [];
  if (line === undefined) return null;
  const marks = stack.split("\n").find((each) => /^\s*\^+$/u.test(each)) ?? "^";
  return { line: Number(line), column: marks.indexOf("^") + 1 };
}

/** V8 and the linker don't tell where, but name what they mean: it is where that was written last. */
function spotOfWord(text: string, message: string): Spot {
  const words = [...message.matchAll(/['"]([^'"]+)['"]/gu)].map(([, word]) => word ?? "");
  const at = text.lastIndexOf(words.findLast((word) => text.includes(word)) ?? "\0");
  if (at === -1) return { line: null, column: null };
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
