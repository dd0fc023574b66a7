import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { spawn as spawnTerminal } from "@lydell/node-pty";

import { dayOf, instantOf, momentAt } from "../../src/base/day.ts";
import { seededRandom } from "../../src/base/random.ts";
import { cardIdOf } from "../../src/card/card.ts";
import type { Deck } from "../../src/card/deck.ts";
import type { EventDraft } from "../../src/history/event.ts";
import type { Progress } from "../../src/history/progress.ts";
import { buildQueue } from "../../src/review/queue.ts";
import { loadDeck } from "../../src/store/load-deck.ts";
import { placesBelow } from "../../src/store/places.ts";
import { openStore } from "../../src/store/store.ts";
import type { Figure } from "./pairs.ts";
import { timeInTerminal, timeOfRun, timeToText } from "./processes.ts";

const FILES = 200;
const NOTES_IN_A_FILE = 50;
const MANY = (FILES * NOTES_IN_A_FILE).toLocaleString("en");
const LIMITS = { newPerDay: 20, reviewsPerDay: 200, learnAhead: 1_200_000 };
const UTC = { offsetAt: () => 0 };

/** What a start costs when there are many notes and none has changed: to the first frame, and to say what is due. */
export function manyNotesFigures(program: string, folder: string): readonly Figure[] {
  const options = optionsFor(folder);
  return [
    {
      name: `first frame at ${MANY} notes, warm / bare Node`,
      atMost: 6,
      measure: async () => {
        makeScene(program, folder);
        return [await timeToText([program, ...options], "Today"), await timeInTerminal(["-e", "0"])];
      },
    },
    {
      name: `due --json at ${MANY} notes / bare Node`,
      atMost: 2.5,
      measure: async () => {
        makeScene(program, folder);
        return [await timeOfRun([program, "due", "--json", ...options]), await timeOfRun(["-e", "0"])];
      },
    },
    queueFigure(program, folder),
  ];
}

/** The queue of a day, built of all cards and their history, beside the start of Node. */
function queueFigure(program: string, folder: string): Figure {
  let subject: { readonly deck: Deck; readonly progress: Progress } | null = null;
  const moment = momentAt(instantOf(1_796_086_800_000), UTC, 4);
  return {
    name: `queue of ${MANY} cards / bare Node`,
    atMost: 0.2,
    measure: async () => {
      makeScene(program, folder);
      subject ??= await subjectIn(folder);
      const begun = performance.now();
      buildQueue(subject.deck, subject.progress, LIMITS, moment);
      return [performance.now() - begun, await timeOfRun(["-e", "0"])];
    },
  };
}

/** The memory that a review of many notes in the full screen takes at most, in MB. */
export function reviewMemoryFigure(program: string, folder: string): Figure {
  return {
    name: `memory of a review at ${MANY} cards, in MB / 150`,
    atMost: 1,
    measure: async () => {
      makeScene(program, folder);
      return [await memoryOfReview([program, "review", ...optionsFor(folder)]), 150];
    },
  };
}

function optionsFor(folder: string): readonly string[] {
  return ["--deck", join(folder, "deck"), "--data", join(folder, "data"), "--lang", "en"];
}

async function subjectIn(folder: string): Promise<{ readonly deck: Deck; readonly progress: Progress }> {
  const { deck } = await loadDeck({ decks: [join(folder, "deck")], cache: join(folder, "own-cache") });
  const store = openStore(placesBelow(join(folder, "data")));
  const progress = store.progress();
  store.close();
  return { deck, progress };
}

/**
 * Writes notes, and a history of half of them. The program sees them twice, the second time when their stamps are no
 * longer fresh.
 */
function makeScene(program: string, folder: string): void {
  const options = optionsFor(folder);
  if (existsSync(folder)) return;
  writeNotes(join(folder, "deck"));
  fillHistory(join(folder, "data"));
  const quit = { input: "q\n", encoding: "utf8" } as const;
  spawnSync(process.execPath, [program, "review", "--plain", ...options], quit);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
  spawnSync(process.execPath, [program, "due", ...options], quit);
}

const WORDS =
  "keyed state window watermark barrier checkpoint operator task slot event time record source sink 状态 检查点 水位线 反压 窗口 两阶段提交".split(
    " ",
  );

function writeNotes(deck: string): void {
  const random = seededRandom(1);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
  mkdirSync(deck, { recursive: true });
  for (let file = 0; file < FILES; file += 1) {
    const notes = Array.from(
      { length: NOTES_IN_A_FILE },
      (_, index) =>
        `<!-- card: note-${file}-${index} -->\n## What does the ${words(5)} do?\n\n${words(20)} **${words(2)}** \`${words(1)}\`.\n\n- ${words(10)}\n- ${words(12)}\n\n${words(15)}.\n`,
    );
    writeFileSync(join(deck, `file-${file}.md`), `# File ${file}\n\n${notes.join("\n")}`);
  }
}

function fillHistory(data: string): void {
  const store = openStore(placesBelow(data));
  for (let round = 0; round < 3; round += 1) {
    for (let file = 0; file < FILES; file += 2)
      store.append(
        Array.from({ length: NOTES_IN_A_FILE }, (_, index) =>
          rating(`note-${file}-${index}`, round * 20_000_000 + file * NOTES_IN_A_FILE + index),
        ),
      );
  }
  store.close();
}

function rating(note: string, number: number): EventDraft {
  const at = instantOf(1_790_000_000_000 + number * 60);
  return {
    type: "card-rated",
    at,
    tz: 0,
    day: dayOf(at, 0, 4),
    card: cardIdOf(note, ""),
    lang: "en",
    rating: number % 7 === 0 ? "again" : "good",
    ms: 4000,
    source: "review",
  };
}

/** Answers some cards in a terminal and returns the most memory that was in use, in MB. */
async function memoryOfReview(args: readonly string[]): Promise<number> {
  const terminal = spawnTerminal(process.execPath, [...args], { cols: 80, rows: 24 });
  let highest = 0;
  for (const key of " 3 3 3 3 3 3 3 3 3 3") {
    await new Promise((resolve) => setTimeout(resolve, 300));
    highest = Math.max(highest, memoryOf(terminal.pid));
    terminal.write(key);
  }
  const ended = new Promise((resolve) => terminal.onExit(resolve));
  terminal.write("q");
  await ended;
  return highest;
}

/** Returns the most memory that a process has used so far, in MB: what Linux calls its high water mark. */
function memoryOf(pid: number): number {
  const [, kilobytes] = /VmHWM:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
