import type { Messages } from "../locale/messages.ts";
import { verdictRows } from "../pages/practice/verdict-rows.ts";
import { rowText } from "../pages/row.ts";
import { signSet } from "../pages/terminal-traits.ts";
import { crashSweepTable } from "../pages/trace/crash-sweep-table.ts";
import { visibleText } from "../pages/visible-text.ts";
import type { JudgedJob } from "../sandbox/exercise-runner.ts";

/** Returns a verdict as lines to be read: what came of the job, what shows it, where a crash breaks it, what it took, and what the job said. */
export function verdictLines(judged: JudgedJob, words: Messages, columns: number): readonly string[] {
  const rows = verdictRows(judged.verdict, words, columns).map((line) => rowText(line).trimEnd());
  return [
    ...rows,
    ...sweepLines(judged, words, columns),
    ...statsLines(judged, words),
    ...saidLines(judged, words),
  ];
}

/** The smallest run that breaks the promise is told with the verdict already. */
function sweepLines({ sweep }: JudgedJob, { trace: words }: Messages, columns: number): readonly string[] {
  if (sweep === null) return [];
  const size = { columns, rows: Number.POSITIVE_INFINITY };
  const canvas = { size, signs: signSet(), form: "plain", words } as const;
  return ["", ...crashSweepTable({ seeds: sweep, counterexample: null }, canvas).map(rowText)];
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
