import fc from "fast-check";

import { compileFile } from "../../src/compile/compile-file.ts";
import { messagesIn } from "../../src/locale/choose.ts";
import { answerRows, questionRows } from "../../src/pages/card-rows.ts";
import { createHighlight } from "../../src/pages/markdown/highlight.ts";
import { NOTHING_PICKED } from "../../src/pages/picked.ts";
import { rowText, rowWidth, type Row } from "../../src/pages/row.ts";
import { HOSTILE_DOCUMENT, MARKDOWN_DOCUMENT } from "../compile/markdown-documents.ts";

const WIDTH = 60;
const highlight = createHighlight();

/** No document of a few hundred characters may take longer, in ms, however busy the machine is. */
const LONGEST = 5000;
/** Megabytes of the heap that may be left over when all is done. */
const MOST_LEFT = 200;

/** Compiles and draws fuzzed documents; returns whether each came to its cards in time, and nothing was left behind. */
export function soakDocuments(count: number, seed: number): boolean {
  const before = process.memoryUsage().heapUsed;
  let slowest = 0;
  const result = fc.check(
    fc.property(fc.oneof(MARKDOWN_DOCUMENT, HOSTILE_DOCUMENT), (text) => {
      const begun = performance.now();
      const fault = faultIn(text);
      slowest = Math.max(slowest, performance.now() - begun);
      if (fault !== null) throw new Error(fault);
    }),
    { numRuns: count, seed },
  );
  const left = (process.memoryUsage().heapUsed - before) / 1_000_000;
  console.log(
    `${result.numRuns} documents, the slowest in ${slowest.toFixed(0)} ms, ${left.toFixed(0)} MB more than before`,
  );
  if (result.failed) console.error(fc.defaultReportMessage(result));
  return !result.failed && slowest < LONGEST && left < MOST_LEFT;
}

/** Returns what is wrong with what a document comes to; `null` if nothing is. */
function faultIn(text: string): string | null {
  const file = compileFile({ path: "notes.md", text, role: "notes" });
  const lines = text.split(/\r\n|\n|\r/).length;
  if (file.notes.length !== file.texts.length) return "a note has no text";
  if (file.problems.length > lines + text.split(/\s+/u).length) return "more problems than lines and words";
  if (file.problems.some(({ place }) => place.line < 1 || place.line > lines)) return "a problem is nowhere";
  const rows = file.texts.flatMap((note, index): readonly Row[] => {
    const sight = {
      sibling: file.notes[index]?.siblings[0] ?? "",
      side: "back",
      picked: NOTHING_PICKED,
    } as const;
    const style = { width: WIDTH, highlight, words: messagesIn("zh").review };
    return [...questionRows(note, sight, style), ...answerRows(note, NOTHING_PICKED, style)];
  });
  if (rows.some((row) => rowWidth(row) > WIDTH)) return "a row is too wide";
  return rows.some((row) => /[\p{Cc}\p{Bidi_Control}]/u.test(rowText(row)))
    ? "a row steers the terminal"
    : null;
}
