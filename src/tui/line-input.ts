import type { LineInput } from "../pages/input-rows.ts";
import type { KeyName } from "./key-name.ts";

/** A line on which nothing is written. */
export const EMPTY_LINE: LineInput = { before: "", after: "" };

/** Returns a line with `text` on it, to be gone on with at its end. */
export function lineOf(text: string): LineInput {
  return { before: text, after: "" };
}

/** Returns all that is written on a line. */
export function textOn({ before, after }: LineInput): string {
  return before + after;
}

/** Returns the line with `text` where its cursor is, which moves on behind it. */
export function withText({ before, after }: LineInput, text: string): LineInput {
  return { before: before + text, after };
}

/** Keys that erase or move within a line, as shells have them. */
const EDITS: Readonly<Record<KeyName, (line: LineInput) => LineInput>> = {
  backspace: ({ before, after }) => ({ before: before.slice(0, lastStart(before)), after }),
  delete: ({ before, after }) => ({ before, after: after.slice(firstEnd(after)) }),
  "ctrl-w": ({ before, after }) => ({ before: before.replace(/\S*\s*$/u, ""), after }),
  "ctrl-u": ({ after }) => ({ before: "", after }),
  "ctrl-k": ({ before }) => ({ before, after: "" }),
  left: ({ before, after }) => movedTo(before + after, lastStart(before)),
  right: ({ before, after }) => movedTo(before + after, before.length + firstEnd(after)),
  home: (line) => movedTo(textOn(line), 0),
  end: (line) => movedTo(textOn(line), textOn(line).length),
  "ctrl-a": (line) => movedTo(textOn(line), 0),
  "ctrl-e": (line) => movedTo(textOn(line), textOn(line).length),
};

/** Returns the line after a key that erases or moves; any other key leaves it as it is. */
export function edited(line: LineInput, key: KeyName): LineInput {
  return EDITS[key]?.(line) ?? line;
}

function movedTo(text: string, index: number): LineInput {
  return { before: text.slice(0, index), after: text.slice(index) };
}

/** Where the last of what a reader sees as characters begins, however many units it has. */
function lastStart(text: string): number {
  return [...new Intl.Segmenter().segment(text)].at(-1)?.index ?? 0;
}

/** Where the first of them ends. */
function firstEnd(text: string): number {
  const [first] = new Intl.Segmenter().segment(text);
  return first?.segment.length ?? 0;
}
