import type { Messages } from "../locale/messages.ts";
import { verdictRows } from "../pages/practice/verdict-rows.ts";
import { rowText } from "../pages/row.ts";
import { visibleText } from "../pages/visible-text.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";

/** Returns a verdict as lines to be read: what came of the job, what shows it, what it took, and what the job said. */
export function verdictLines(judged: JudgedJob, words: Messages, columns: number): readonly string[] {
  const rows = verdictRows(judged.verdict, words, columns).map((line) => rowText(line).trimEnd());
  return [...rows, ...statsLines(judged, words), ...saidLines(judged, words)];
}

function statsLines({ verdict, ms }: JudgedJob, { fix }: Messages): readonly string[] {
  if (!("stats" in verdict) || verdict.stats.runs === 0) return [];
  return ["", fix.stats(verdict.stats.runs, verdict.stats.steps, Math.round(ms))];
}

function saidLines({ shown }: JudgedJob, { fix }: Messages): readonly string[] {
  if (shown === null || shown.said === "") return [];
  return [
    "",
    fix.said,
    ...visibleText(shown.said)
      .split("\n")
      .map((line) => `  ${line}`),
  ];
}
