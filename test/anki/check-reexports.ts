// Reads what Anki wrote of our package back: node test/anki/check-reexports.ts DIR REEXPORTS
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ledgerIn } from "../../src/anki/export/ledger.ts";
import { keysByGuid } from "../../src/anki/import/card-owner.ts";
import { knownHistory } from "../../src/anki/import/known-history.ts";
import { planImport } from "../../src/anki/import/plan-import.ts";
import { readPackage } from "../../src/anki/import/read-package.ts";
import { instantOf, momentAt } from "../../src/base/day.ts";
import type { HistoryEvent } from "../../src/history/event.ts";
import { parseEvent } from "../../src/history/parse-event.ts";
import { NO_PROGRESS } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import { bytesSource } from "./byte-source.ts";
import { ROLLOVER, SHANGHAI } from "./sample-history.ts";

const [folder = "anki-exports", reexports = join(folder, "reexports")] = process.argv.slice(2);

const journal = readFileSync(join(folder, "journal.jsonl"), "utf8").trimEnd().split("\n").flatMap(eventIn);
let failures = 0;

for (const name of readdirSync(reexports).toSorted()) {
  const reading = readPackage(bytesSource(readFileSync(join(reexports, name))));
  if (reading.kind === "refused") {
    report(name, `refused as ${reading.fault}`);
    continue;
  }
  const again = plan(reading.contents, journal);
  if (again.drafts.length > 0) report(name, `${again.drafts.length} events come back that were never gone`);
  const anew = plan(reading.contents, []);
  const [sent, back] = [answersIn(journal), answersIn(anew.drafts)];
  const lost = [...sent].filter((answer) => !back.has(answer));
  if (lost.length > 0) report(name, `${lost.length} answers are lost: ${lost.slice(0, 3).join(", ")}`);
  if (anew.decks.size > 0) report(name, "notes of ours come back as somebody else's");
  console.log(`${name}: ${anew.newReviews} answers came back, ${again.newReviews} would be new`);
}
process.exitCode = failures > 0 ? 1 : 0;

function report(name: string, what: string): void {
  failures += 1;
  console.log(`FAIL  ${name}: ${what}`);
}

function eventIn(line: string): readonly HistoryEvent[] {
  const parsed = parseEvent(line);
  return parsed.kind === "event" ? [parsed.event] : [];
}

function plan(contents: Parameters<typeof planImport>[0], events: readonly HistoryEvent[]) {
  return planImport(contents, {
    known: knownHistory(events),
    progress: events.length === 0 ? NO_PROGRESS : replay(events),
    momentAt: (at) => momentAt(at, SHANGHAI, ROLLOVER),
    now: instantOf(Date.now()),
    langOf: () => "zh",
    hasNote: () => false,
    onProgress: () => undefined,
    keys: keysByGuid(ledgerIn([]), []),
  });
}

/** Answers that changed a memory, in words; of two of one millisecond the second came back a millisecond late. */
function answersIn(events: readonly { readonly type: string }[]): ReadonlySet<string> {
  const rated = events.filter(
    (event): event is HistoryEvent & { type: "card-rated" } => event.type === "card-rated",
  );
  return new Set(
    rated
      .filter(({ source }) => source !== "cram")
      .map(({ card, at, rating }) => `${card} ${rating} ${Math.floor(at / 10)}`),
  );
}
