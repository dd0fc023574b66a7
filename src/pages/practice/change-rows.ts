import { diffLines } from "diff";

import type { Messages } from "../../locale/messages.ts";
import { row, span, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { visibleText } from "../visible-text.ts";
import { wrapRow } from "../wrap.ts";

/** Returns what somebody has changed of a text: lines that went (`−`) and came (`+`), with their surroundings. */
export function changeRows(before: string, after: string, words: Messages, width: number): readonly Row[] {
  const parts = diffLines(before, after);
  if (parts.every(({ added, removed }) => !added && !removed))
    return [row(words.practice.unchanged, "quiet")];
  return parts.flatMap(({ value, added, removed }, index) => {
    const lines = value.replace(/\n$/u, "").split("\n");
    if (added) return lines.flatMap((line) => changed("+", line, width));
    if (removed) return lines.flatMap((line) => changed("−", line, width));
    const place = index === 0 ? "first" : index === parts.length - 1 ? "last" : "between";
    return around(lines, place).flatMap((line) => changed(" ", line, width));
  });
}

const CONTEXT = 2;

/** Lines that stayed: only those beside a change are shown. */
function around(lines: readonly string[], place: "first" | "between" | "last"): readonly string[] {
  const before = place === "first" ? [] : lines.slice(0, CONTEXT);
  const after = place === "last" ? [] : lines.slice(-CONTEXT);
  if (before.length + after.length >= lines.length) return lines;
  return [...before, signs("…"), ...after];
}

/** A long line goes on behind a sign: code that is cut off teaches nothing. */
function changed(sign: "+" | "−" | " ", line: string, width: number): readonly Row[] {
  const tone = sign === "+" ? "good" : sign === "−" ? "bad" : "quiet";
  return wrapRow(row(visibleText(line), tone), width - 4).map(
    (part, index): Row => [
      index === 0 ? span(signs(`${sign} `), tone, "bold") : span(signs("  ↳ "), "quiet"),
      ...part,
    ],
  );
}
