import type { CardId } from "../../card/card.ts";
import type { Deck } from "../../card/deck.ts";
import type { Progress } from "../../history/progress.ts";
import type { Messages } from "../../locale/messages.ts";
import { inspectHistory, type HistoryReport } from "../../store/inspect-history.ts";
import type { StoreWarning } from "../../store/store-warning.ts";
import { DONE, isGiven, NOT_RIGHT, printJson, type Command } from "../command.ts";
import { loadedDeck, type Context } from "../context.ts";

/** `sluice doctor`: looks after journal, snapshot and orphans. */
export const doctor: Command = {
  name: "doctor",
  options: [],
  words: 0,
  run: async (context) => {
    const report = inspectHistory(context.places);
    const { deck } = await loadedDeck(context);
    const orphans = orphansOf(report.progress, deck);
    if (isGiven(context, "json")) printJson(context, jsonOf(report, orphans));
    else printForPeople(context, report, orphans);
    return report.warnings.length > 0 ? NOT_RIGHT : DONE;
  },
};

/** Cards with a past that the notes don't have any more. */
function orphansOf({ cards }: Progress, deck: Deck): readonly CardId[] {
  const inDeck = new Set<string>(deck.cards.map((card) => card.id));
  return (Object.keys(cards) as CardId[]).filter((id) => !inDeck.has(id));
}

function jsonOf(report: HistoryReport, orphans: readonly CardId[]): Readonly<Record<string, unknown>> {
  const { files, events, unknown, warnings, snapshot, progress } = report;
  return {
    journal: { files, events, unknown, warnings },
    snapshot: { state: snapshot },
    orphans: orphans.map((card) => ({
      card,
      file: progress.seen[card]?.file ?? null,
      line: progress.seen[card]?.line ?? null,
    })),
    ambiguous: [],
  };
}

function printForPeople(
  { terminal, words }: Context,
  report: HistoryReport,
  orphans: readonly CardId[],
): void {
  const { doctor: said } = words;
  terminal.print(said.journal(report.files, report.events, report.unknown));
  for (const warning of report.warnings) terminal.print(warningText(warning, words));
  if (report.snapshot !== "broken") terminal.print(said.snapshot[report.snapshot]);
  terminal.print(said.orphans(orphans.length));
  for (const card of orphans) {
    const row = report.progress.seen[card];
    terminal.print(row === undefined ? `  ${card}` : `  ${card}  ${row.file}:${row.line}`);
  }
  if (report.warnings.length === 0) terminal.print(said.healthy);
}

function warningText(warning: StoreWarning, { doctor: said }: Messages): string {
  switch (warning.kind) {
    case "line-torn":
      return said.torn(warning.file, warning.bytes);
    case "line-broken":
      return said.brokenLine(warning.file, warning.line);
    case "snapshot-broken":
      return said.snapshot.broken;
    default:
      return said.unwritten(warning.file, warning.reason);
  }
}
