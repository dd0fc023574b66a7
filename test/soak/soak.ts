import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

import { seededRandom } from "../../src/base/random.ts";
import { replay } from "../../src/history/replay.ts";
import { journalFiles } from "../../src/store/journal-files.ts";
import { readJournal } from "../../src/store/journal-part.ts";
import type { Places } from "../../src/store/places.ts";
import { placesBelow } from "../../src/store/places.ts";
import type { Snapshot } from "../../src/store/snapshot.ts";
import { progressStored, type StoredProgress } from "../../src/store/stored-progress.ts";
import { randomKillPoint, randomLines, runAndKill } from "./killed-run.ts";

/** What to do to a program, and where. */
export interface SoakPlan {
  /** The script to be run. */
  readonly program: string;
  /** An empty folder. */
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
}

/** What came of killing a program many times in the middle of its work. */
export interface SoakReport {
  /** How many runs were killed; the others had ended before. */
  readonly killed: number;
  readonly acknowledged: number;
  /** What the journal doesn't hold although it was acknowledged. */
  readonly lost: readonly string[];
  /** Whatever else was not as it should be, in words. */
  readonly faults: readonly string[];
}

/** Reviews a deck in run after run on one folder of data, a day for each, and kills every one of them at random. */
export async function soak({ program, folder, kills, seed }: SoakPlan): Promise<SoakReport> {
  const random = seededRandom(seed);
  const places = placesBelow(join(folder, "data"));
  const deck = writeDeck(folder);
  writeSettings(places);
  const acknowledged: string[] = [];
  const lost = new Set<string>();
  const faults: string[] = [];
  let killed = 0;
  for (let run = 0; run < kills; run += 1) {
    const now = new Date(Date.UTC(2026, 11, 1 + run, 1)).toISOString();
    const command = [program, "review", "--plain", "--data", places.data, "--deck", deck, "--now", now];
    const result = await runAndKill(command, randomLines(400, random), randomKillPoint(random));
    if (result.end === "killed") killed += 1;
    acknowledged.push(...result.acknowledged);
    const left = lookAt(places);
    // Before the next run, for that would give the id of a lost answer to another one.
    for (const id of acknowledged) if (!left.ids.has(id)) lost.add(id);
    faults.push(
      ...[...left.faults, ...result.stderr.split("\n", 1)]
        .filter(Boolean)
        .map((fault) => `run ${run}: ${fault}`),
    );
  }
  return { killed, acknowledged: acknowledged.length, lost: [...lost], faults };
}

/** What a killed program has left: the ids of its journals, and what is wrong. */
function lookAt(places: Places): { readonly ids: ReadonlySet<string>; readonly faults: readonly string[] } {
  const parts = journalFiles(places.journal).map((file) => readJournal(file));
  const ids = parts.flatMap(({ events }) => events.map(({ id }) => id));
  const distinct = new Set<string>(ids);
  const faults = {
    "an id was given twice": distinct.size < ids.length,
    // The last one may be torn: nobody was told that it was saved.
    "a line is broken": parts.some(({ broken }) => broken.length > 0),
    "the snapshot differs from the journal": !isSnapshotRight(places),
  };
  return { ids: distinct, faults: Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : [])) };
}

/** The snapshot as it is on disk. */
type StoredSnapshot = Pick<Snapshot, "heads"> & { readonly progress: StoredProgress };

/** Tells whether the snapshot, if there is one by now, is what the journals come to where it says that it ends. */
function isSnapshotRight(places: Places): boolean {
  if (!existsSync(places.snapshot)) return true;
  const { data }: { readonly data: { readonly snapshot: StoredSnapshot } } = JSON.parse(
    readFileSync(places.snapshot, "utf8"),
  );
  const { heads, progress } = data.snapshot;
  const events = Object.entries(heads).flatMap(
    ([name, { bytes }]) => readJournal(join(places.journal, name), 0, bytes).events,
  );
  // Read back, its cards are found by any id; as JSON they are what they say.
  return isDeepStrictEqual(JSON.parse(JSON.stringify(progressStored(progress))), replay(events));
}

function writeDeck(folder: string): string {
  const deck = join(folder, "deck");
  mkdirSync(deck, { recursive: true });
  for (let file = 0; file < 20; file += 1) {
    const notes = Array.from(
      { length: 50 },
      (_, index) => `## What is ${file}-${index}?\n\nIt is ${file}-${index}.\n`,
    );
    writeFileSync(join(deck, `${file}.md`), notes.join("\n"));
  }
  return deck;
}

function writeSettings(places: Places): void {
  mkdirSync(places.data, { recursive: true });
  writeFileSync(places.config, JSON.stringify({ newPerDay: 9999, reviewsPerDay: 9999 }));
}
