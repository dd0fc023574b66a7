import { addDays, dayOf, instantOf } from "../../src/base/day.ts";
import { seededRandom, type Random } from "../../src/base/random.ts";
import { cardIdOf } from "../../src/card/card.ts";
import type { CardId } from "../../src/card/card.ts";
import type { Deck, Source } from "../../src/card/deck.ts";
import type { Wording } from "../../src/card/note-text.ts";
import { assembleDeck } from "../../src/compile/assemble-deck.ts";
import { compileFile } from "../../src/compile/compile-file.ts";
import type { CompiledFile } from "../../src/compile/compiled-file.ts";
import { parseMarkdown } from "../../src/compile/parse-markdown.ts";
import { eventIdOf } from "../../src/history/event-id.ts";
import { compareLedger } from "../../src/history/identity/compare-ledger.ts";
import { matchNotes } from "../../src/history/identity/match-notes.ts";
import { FRESH_CARD, NO_PROGRESS } from "../../src/history/progress.ts";
import type { CardProgress, Progress, Sighting } from "../../src/history/progress.ts";
import { anAnswer, aQuestion, aWord, mistyped, reworded } from "../history/identity/sentences.ts";
import type { Figure } from "./pairs.ts";

const FILES = 1000;
const NOTES_A_FILE = 10;
/** How many of the notes are edited before they are matched: three in each file. */
const EDITED = 3000;

interface Note {
  readonly question: string;
  readonly answer: string;
}

/** From notes on disk to cards, beside the parser alone on the same texts. */
export function compileFigure(): Figure {
  const sources = written(someNotes(seededRandom(1)));
  return {
    name: "cold compile of 10,000 notes / remark alone",
    atMost: 1.3,
    measure: () => {
      // File by file in turn: what else the machine does meanwhile is shared by both.
      let [compiled, remark] = [0, 0];
      for (const source of sources) {
        remark += timeOf(() => parseMarkdown(source.text));
        compiled += timeOf(() => compileFile(source));
      }
      return Promise.resolve([compiled, remark] as const);
    },
  };
}

/** From a ledger of 10,000 notes of which 3,000 were edited to their cards, beside the compile that found the edits. */
export function matchFigure(): Figure {
  const random = seededRandom(2);
  const before = someNotes(random);
  const past = written(before).map((source) => compileFile(source));
  const after = written(before.map((note, index) => (index % 10 < 3 ? edited(note, random) : note)));
  const progress = pastOf(past);
  const seen = new Map(
    past.flatMap(wordingsOf).map((wording, index) => [eventIdOf("d3f2", index + 1), wording] as const),
  );
  return {
    name: "matching 3,000 edited cards of 10,000 / their cold compile",
    atMost: 0.1,
    measure: () => {
      let files: readonly CompiledFile[] = [];
      const compiled = timeOf(() => (files = after.map((source) => compileFile(source))));
      const { deck } = assembleDeck(files);
      const matched = timeOf(() => match(files, deck, progress, seen));
      return Promise.resolve([matched, compiled] as const);
    },
  };
}

function match(
  files: readonly CompiledFile[],
  deck: Deck,
  progress: Progress,
  seen: ReadonlyMap<string, Wording>,
): void {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const comparison = compareLedger(deck, progress);
  const { pairs } = matchNotes(comparison, {
    ofPast: ({ rows }) => rows.flatMap(({ event }) => seen.get(event) ?? []),
    ofPresent: ({ faces }) =>
      faces.flatMap(({ text }) => byPath.get(text.file)?.texts[text.index]?.wording ?? []),
  });
  if (pairs.length < EDITED * 0.9)
    throw new Error(`only ${pairs.length} of ${EDITED} edited notes were known again`);
}

/** Returns the ledger of somebody who has answered all cards once. */
function pastOf(files: readonly CompiledFile[]): Progress {
  const cards: Record<CardId, CardProgress> = {};
  const seen: Record<CardId, Sighting> = {};
  const today = dayOf(instantOf(1_796_086_800_000), 480, 4);
  let number = 0;
  for (const { notes, path } of files) {
    for (const { fingerprint, place } of notes) {
      const id = cardIdOf(fingerprint, "");
      cards[id] = { ...FRESH_CARD, introduced: addDays(today, number % 100) };
      seen[id] = { event: eventIdOf("d3f2", number + 1), file: path, line: place.line, texts: [fingerprint] };
      number += 1;
    }
  }
  return { ...NO_PROGRESS, cards, seen };
}

function wordingsOf({ texts }: CompiledFile): readonly Wording[] {
  return texts.map(({ wording }) => wording);
}

function someNotes(random: Random): readonly Note[] {
  return Array.from({ length: FILES * NOTES_A_FILE }, (_, index) => ({
    question: `${aQuestion("zh", random)}（${index}）`,
    answer: anAnswer("zh", random),
  }));
}

function edited({ question, answer }: Note, random: Random): Note {
  const slip = { question: mistyped(question, random), answer };
  return random() < 0.3 ? slip : { question, answer: reworded(answer, 0.3, "zh", random) };
}

/** Writes notes as people write them: with a list, code and a table below the answer. */
function written(notes: readonly Note[]): readonly Source[] {
  return Array.from({ length: FILES }, (_, file) => {
    const random = seededRandom(file);
    const own = notes.slice(file * NOTES_A_FILE, (file + 1) * NOTES_A_FILE);
    const text = own.map(({ question, answer }, index) => {
      const [one, other] = [aWord("zh", random), aWord("en", random)];
      const list = `- **${one}**：${anAnswer("zh", random)}\n- \`${other}\`\n`;
      const code = `\`\`\`java\nreturn ${other}(${index});\n\`\`\`\n`;
      const table = `| ${one} | ${other} |\n| --- | --- |\n| ${index} | ${aWord("zh", random)} |\n`;
      return `### ${index + 1}. ${question}\n\n${answer}\n\n${list}\n${code}\n${table}`;
    });
    return { path: `notes/${file}.zh.md`, role: "notes", text: `# 第 ${file} 章\n\n${text.join("\n")}` };
  });
}

function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
