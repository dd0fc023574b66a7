import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import { exportAnki } from "../../src/anki/export/export-anki.ts";
import type { Collection } from "../../src/anki/package/collection.ts";
import { writePackage } from "../../src/anki/package/write-package.ts";
import { DAY, instantOf } from "../../src/base/day.ts";
import { seededRandom } from "../../src/base/random.ts";
import type { Source } from "../../src/card/deck.ts";
import { sampleRequest } from "../anki/sample-export.ts";
import { Diary } from "../anki/sample-history.ts";
import type { Figure } from "./pairs.ts";
import { timeOfRun } from "./processes.ts";

const NOTES = 10_000;
const NOTES_IN_A_FILE = 100;
/** How often each note of a stranger's has been answered. */
const ANSWERS = 10;
const NOW = instantOf(1_796_086_800_000);

/** Database and archive of many notes with their history, beside the start of Node. */
export function packageFigure(): Figure {
  let collection: Collection | null = null;
  return {
    name: `package of ${NOTES.toLocaleString("en")} notes, database and archive / bare Node`,
    atMost: 12,
    measure: async () => {
      collection ??= collectionOf(manySources("many"));
      const begun = performance.now();
      writePackage(collection, "legacy");
      return [performance.now() - begun, await timeOfRun(["-e", "0"])];
    },
  };
}

/** The whole command, its deck compiled, beside what remark takes to parse the same text. */
export function exportFigure(program: string, folder: string): Figure {
  const [deck, file] = [join(folder, "deck"), join(folder, "a.apkg")];
  const command = [program, "export", "anki", "-o", file, "--deck", deck, "--data", join(folder, "data")];
  const timeOfExport = async (): Promise<number> => {
    rmSync(file, { force: true });
    const time = await timeOfRun(command);
    if (!existsSync(file)) throw new Error("the export failed");
    return time;
  };
  let sources: readonly string[] = [];
  return {
    name: `export of ${NOTES.toLocaleString("en")} notes, whole command with a compiled deck / remark on the same text`,
    atMost: 1.3,
    measure: async () => {
      if (sources.length === 0) {
        sources = writeSources(deck);
        await timeOfExport();
      }
      return [await timeOfExport(), timeOfRemark(sources)];
    },
  };
}

/** The most memory that an import of a large collection takes, beside what it may take. */
export function importMemoryFigure(program: string, folder: string): Figure {
  const file = join(folder, "large.colpkg");
  let number = 0;
  return {
    name: "memory of an import of 100,000 reviews / 400 MB",
    atMost: 1,
    unit: "MB",
    measure: () => {
      mkdirSync(folder, { recursive: true });
      if (number === 0) writeFileSync(file, writePackage(strangersCollection(), "latest"));
      number += 1;
      return Promise.resolve([memoryOfImport(program, file, join(folder, `data-${number}`)), 400]);
    },
  };
}

function memoryOfImport(program: string, file: string, data: string): number {
  const atExit = `process.on("exit", () => console.error(process.resourceUsage().maxRSS))`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(atExit)}`,
      program,
      "import",
      "anki",
      file,
      "--json",
      "--data",
      data,
    ],
    { encoding: "utf8" },
  );
  if (!stdout.includes(`"newReviews":${NOTES * ANSWERS}`)) throw new Error(`the import failed: ${stderr}`);
  return Number(stderr.trim().split("\n").at(-1)) / 1024;
}

const WORDS =
  "keyed state window watermark barrier checkpoint operator task slot event time record source sink offset commit backend".split(
    " ",
  );

function manySources(folder: string): readonly Source[] {
  const random = seededRandom(1);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
  return Array.from({ length: NOTES / NOTES_IN_A_FILE }, (_, file) => {
    const notes = Array.from({ length: NOTES_IN_A_FILE }, (__, index) => {
      const id = `note-${file}-${index}`;
      if (index % 5 === 4)
        return `<!-- card: ${id} kind=cloze -->\nThe ==${words(2)}== and the ==${words(1)}== of ${words(25)}.`;
      return `<!-- card: ${id} -->\n## What does the ${words(5)} do?\n\n${words(20)} **${words(2)}** \`${words(1)}\`.\n\n- ${words(10)}\n- ${words(12)}\n\n${words(15)}.`;
    });
    const text = `---\nlang: en\nchapter: ${(file % 8) + 1}\n---\n\n# File ${file}\n\n${notes.join("\n\n")}\n`;
    return { path: `${folder}/file-${String(file).padStart(3, "0")}.md`, role: "notes", text };
  });
}

/** Three answers to half of the cards. */
function collectionOf(sources: readonly Source[]): Collection {
  const request = sampleRequest({ sources, events: [], at: NOW });
  const diary = new Diary();
  for (const [index, { id }] of request.deck.cards.entries()) {
    for (let time = 0; time < (index % 2) * 3; time += 1)
      diary.rate(NOW - (60 - time * 7) * DAY + index * 1000, id, 3);
  }
  return exportAnki({ ...request, events: diary.events }).collection;
}

function writeSources(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const sources = manySources(folder);
  for (const { path, text } of sources) writeFileSync(path, text);
  return sources.map(({ path }) => path);
}

function timeOfRemark(files: readonly string[]): number {
  const processor = unified().use(remarkParse).use(remarkGfm);
  const begun = performance.now();
  for (const file of files) processor.parse(readFileSync(file, "utf8"));
  return performance.now() - begun;
}

/** A collection that isn't ours: many notes, each answered often. */
function strangersCollection(): Collection {
  const base = exportAnki(sampleRequest({ events: [], at: NOW })).collection;
  const id = 1_600_000_000_000;
  const templates = [
    { id, name: "Card 1", question: "{{Front}}", answer: "{{FrontSide}}<hr id=answer>{{Back}}" },
  ];
  const fields = ["Front", "Back"].map((name, index) => ({ id: id + index, name }));
  const notes = Array.from({ length: NOTES }, (_, index) => ({
    id: id + index,
    guid: `their-${index}`,
    noteType: id,
    modified: 1,
    tags: [`tag-${index % 20}`],
    fields: [
      `What is thing ${index}?`,
      `<p>It is <b>thing</b> ${index}, and some more.</p><ul><li>one</li><li>two</li></ul>`,
    ],
  }));
  const card = { ord: 0, modified: 1, flag: 0, type: 2, queue: 2, due: 100, interval: 10, factor: 2500 };
  const cards = notes.map((note, index) => ({
    ...card,
    id: note.id,
    note: note.id,
    deck: base.decks[index % base.decks.length]?.id ?? 1,
    reps: ANSWERS,
    lapses: 0,
    left: 0,
    data: "{}",
  }));
  const review = { interval: 10, lastInterval: 5, factor: 2500, milliseconds: 5000 };
  const reviews = cards.flatMap(({ id: own }, index) =>
    Array.from({ length: ANSWERS }, (_, time) => ({
      ...review,
      id: 1_650_000_000_000 + time * 7 * DAY + index * 1000,
      card: own,
      rating: 1 + ((index + time) % 4),
      kind: time === 0 ? 0 : 1,
    })),
  );
  const noteTypes = [{ id, name: "Basic", kind: "normal", modified: 1, css: "", fields, templates } as const];
  return { ...base, noteTypes, notes, cards, reviews, media: [] };
}
