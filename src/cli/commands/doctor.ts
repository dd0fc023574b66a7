import type { Messages } from "../../locale/messages.ts";
import { visibleLine, visibleText } from "../../pages/visible-text.ts";
import { inspectHistory, type HistoryReport } from "../../store/inspect-history.ts";
import type { StoreWarning } from "../../store/store-warning.ts";
import { readHistory } from "../../store/store.ts";
import { DONE, isGiven, NOT_RIGHT, printJson, type Command } from "../command.ts";
import type { Context } from "../context.ts";
import { identifiedDeck } from "../decks.ts";
import { doubtFacts, orphanFacts, type DoubtFacts, type OrphanFacts } from "../identity-facts.ts";

/** `sluice doctor`: looks after journal, snapshot and orphans. */
export const doctor: Command = {
  name: "doctor",
  options: [],
  words: 0,
  run: async (context) => {
    const history = readHistory(context.places);
    const known = await identifiedDeck(context, history);
    const findings: Findings = {
      report: inspectHistory(context.places),
      orphans: orphanFacts(known),
      doubts: doubtFacts(known, history),
    };
    if (isGiven(context, "json")) printJson(context, jsonOf(findings));
    else printForPeople(context, findings);
    return isWell(findings) ? DONE : NOT_RIGHT;
  },
};

interface Findings {
  readonly report: HistoryReport;
  readonly orphans: readonly OrphanFacts[];
  readonly doubts: readonly DoubtFacts[];
}

/** Cards that are gone from the notes are no fault; where nobody knows which card one has become, somebody has to decide. */
function isWell({ report, doubts }: Findings): boolean {
  return report.warnings.length === 0 && doubts.length === 0;
}

function jsonOf({ report, orphans, doubts }: Findings): Readonly<Record<string, unknown>> {
  const { files, events, unknown, warnings, snapshot } = report;
  return {
    journal: { files, events, unknown, warnings },
    snapshot: { state: snapshot },
    orphans,
    ambiguous: doubts,
  };
}

function printForPeople(context: Context, findings: Findings): void {
  const { report, orphans, doubts } = findings;
  const { words } = context;
  const { doctor: said } = words;
  const print = (line: string): void => context.terminal.print(visibleText(line));
  print(said.journal(report.files, report.events, report.unknown));
  for (const warning of report.warnings) print(warningText(warning, words));
  if (report.snapshot !== "broken") print(said.snapshot[report.snapshot]);
  print(said.orphans(orphans.length));
  for (const { card, file, line } of orphans)
    print(file === null ? `  ${card}` : `  ${card}  ${file}:${line}`);
  doubtLines(doubts, words).forEach(print);
  if (isWell(findings)) print(said.healthy);
}

function doubtLines(doubts: readonly DoubtFacts[], { doctor: said }: Messages): readonly string[] {
  if (doubts.length === 0) return [];
  const groups = Map.groupBy(doubts, ({ old }) => old);
  const listed = [...groups].flatMap(([old, candidates]) => [
    `  ${old}  ${visibleLine(candidates[0]?.question ?? "")}`,
    ...candidates.map(({ new: uid, prompt, file, line, likeness }) => {
      const alike = said.likeness(Math.round(likeness * 100));
      return `    ${uid}  ${alike}  ${visibleLine(prompt)}  ${file}:${line}`;
    }),
  ]);
  return [said.doubts(groups.size), ...listed];
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
