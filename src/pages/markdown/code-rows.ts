import type { Code } from "mdast";

import { row, rowWidth, span, type Row } from "../row.ts";
import { signs } from "../signs.ts";
import { visibleText } from "../visible-text.ts";
import { cutCode } from "./cut-code.ts";
import type { MarkdownStyle } from "./markdown-style.ts";
import { mathLines } from "./math/math-text.ts";

/** Cells before a line of code, and before what of it goes on below. */
const INDENT = 2;
const DEEPER = 4;

/** Returns code as rows: each line is kept as it is; one that is too long goes on below, behind a sign. */
export function codeRows(code: Code, style: MarkdownStyle): readonly Row[] {
  const room = style.wide ?? style.width;
  return codeLines(code, style).flatMap((line) => {
    const parts = rowWidth(line) <= room - INDENT ? [line] : cutCode(line, room - DEEPER);
    return parts.map((part, index) => [span(index === 0 ? "  " : signs("  ↳ "), "quiet"), ...part]);
  });
}

function codeLines({ value, lang }: Code, { highlight }: MarkdownStyle): readonly Row[] {
  if (lang === "math") return mathLines(value).map((line) => row(visibleText(line), "literal"));
  const text = visibleText(value);
  return highlight?.(text, lang ?? "") ?? text.split("\n").map((line) => row(line, "literal"));
}
