import type { TracedEvent } from "../../engine/trace/trace-event.ts";
import { row, rowWidth, span, type Row, type Tone } from "../row.ts";
import type { TraceCanvas } from "./trace-canvas.ts";
import { transactionsOf, type SinkTransaction } from "./transactions.ts";

const TONES: Readonly<Record<SinkTransaction["phase"], Tone>> = {
  open: "plain",
  "pre-committed": "warning",
  committed: "good",
  aborted: "quiet",
};

/**
 * Returns how the transactions of sinks stand after some events: first those that were committed twice, then as many of
 * the newest as there is room for. No row without transactions.
 */
export function transactionsRow(past: readonly TracedEvent[], { words, size }: TraceCanvas): readonly Row[] {
  const all = transactionsOf(past);
  if (all.length === 0) return [];
  const title = row(words.checkpoints.transactions, "accent", "bold");
  const told = all
    .toSorted(
      (one, other) => Number(other.commits > 1) - Number(one.commits > 1) || other.number - one.number,
    )
    .map(({ number, phase, commits }): Row => {
      const said = commits > 1 ? words.checkpoints.twice(commits) : words.checkpoints.phase[phase];
      return [span(`  #${number} `), span(said, commits > 1 ? "warning" : TONES[phase])];
    });
  return [fitting(title, told, size.columns)];
}

function fitting(title: Row, pieces: readonly Row[], width: number): Row {
  let line = title;
  for (const piece of pieces) {
    if (rowWidth(line) + rowWidth(piece) > width) return line;
    line = [...line, ...piece];
  }
  return line;
}
