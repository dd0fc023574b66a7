import { describe, expect, test } from "vitest";

import { seededRandom, type Random } from "../../../src/base/random.ts";
import { cardIdOf } from "../../../src/card/card.ts";
import { aFile, Learner, uidsByPrompt, type Reading } from "./a-learner.ts";
import { EDITS } from "./edits.ts";
import { aNotebook, written, type Notebook, type Written } from "./notebook.ts";

/** The seeds for which the law is held; the first ones of a longer run. */
const SEEDS = 200;
const ROUNDS = 5;
const EDITS_A_ROUND = 3;

/** How often a note with a past was known again, was not, or was taken for another. */
interface Tally {
  kept: number;
  lost: number;
  wrong: number;
}

/** Returns the key of the made-up note that each uid of a deck stands for. */
function keysByUid({ deck }: Reading, { keys }: Written): ReadonlyMap<string, number> {
  return new Map(
    deck.cards.flatMap((card) => {
      const place = (card.faces.zh ?? card.faces.en)?.place;
      const key = place === undefined ? undefined : keys.get(`${place.file}:${place.line}`);
      return key === undefined ? [] : [[card.note, key] as const];
    }),
  );
}

function edited(book: Notebook, random: Random): Notebook {
  const edits = Object.values(EDITS);
  let after = book;
  for (let round = 0; round < EDITS_A_ROUND; round += 1) {
    after = edits[Math.floor(random() * edits.length)]?.(after, random) ?? after;
  }
  return after;
}

/** Edits a notebook again and again, and counts what is known again of what was learned at the beginning. */
function life(seed: number, tally: Tally): void {
  const random = seededRandom(seed);
  const learner = new Learner();
  let book = aNotebook(random);
  const learned = keysByUid(
    learner.sit(written(book).sources, () => true),
    written(book),
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    book = edited(book, random);
    const page = written(book);
    const now = keysByUid(
      learner.sit(page.sources, () => false),
      page,
    );
    const present = new Set(now.values());
    for (const [uid, key] of learned) {
      const found = now.get(uid);
      if (found === key) tally.kept += 1;
      else if (found !== undefined) tally.wrong += 1;
      else if (present.has(key)) tally.lost += 1;
    }
  }
}

/** Edits a notebook again and again while more and more of it is learned, and counts what is known again of all that was. */
function learningLife(seed: number, tally: Tally): void {
  const random = seededRandom(seed);
  const learner = new Learner();
  const learned = new Map<number, string>();
  let book = aNotebook(random);
  for (let round = 0; round <= ROUNDS; round += 1) {
    const page = written(book);
    const reading = learner.read(page.sources);
    const now = keysByUid(reading, page);
    const owners = new Map([...learned].map(([key, uid]) => [uid, key] as const));
    for (const [uid, key] of now) {
      const owner = owners.get(uid);
      if (owner !== undefined && owner !== key) tally.wrong += 1;
      else if (learned.has(key)) tally[learned.get(key) === uid ? "kept" : "lost"] += 1;
    }
    if (round === 0 || random() < 0.5) {
      for (const [uid, key] of keysByUid(
        learner.sit(page.sources, () => random() < 0.6),
        page,
      )) {
        if (learner.progress.cards[cardIdOf(uid, "")] !== undefined && !learned.has(key))
          learned.set(key, uid);
      }
    }
    book = edited(book, random);
  }
}

describe("the identity of a card", () => {
  test("outlives edits while more is learned, too: none is taken for another", () => {
    const tally: Tally = { kept: 0, lost: 0, wrong: 0 };
    for (let seed = 1; seed <= SEEDS * 0.3; seed += 1) learningLife(seed, tally);
    expect(tally.wrong).toBe(0);
    expect(tally.kept).toBeGreaterThan(4000);
    expect(tally.kept / (tally.kept + tally.lost)).toBeGreaterThanOrEqual(0.99);
  });

  test("outlives edits of every kind: at least 99 % are known again, none is taken for another", () => {
    const tally: Tally = { kept: 0, lost: 0, wrong: 0 };
    for (let seed = 1; seed <= SEEDS; seed += 1) life(seed, tally);
    expect(tally.wrong).toBe(0);
    expect(tally.kept).toBeGreaterThan(10_000);
    expect(tally.kept / (tally.kept + tally.lost)).toBeGreaterThanOrEqual(0.99);
  });

  test("is not handed on among headings that all notes have", () => {
    const notes = (topics: readonly string[]) =>
      topics.map((topic) =>
        aFile(`${topic}.md`, `# ${topic}\n\n## 面试题？\n\n${topic} 是怎么实现的，有什么坑。\n`),
      );
    const learner = new Learner();
    const before = learner.sit(notes(["缓存", "队列", "分区", "选主"]), () => true);
    const after = learner.sit(notes(["选主", "分区", "队列"]), () => false);
    const uidIn = ({ deck }: Reading, file: string) =>
      deck.cards.find((card) => (card.faces.zh ?? card.faces.en)?.place.file === file)?.note;
    for (const file of ["选主.md", "分区.md", "队列.md"])
      expect(uidIn(after, file)).toBe(uidIn(before, file));
  });

  test("goes over to an id that is added later", () => {
    const learner = new Learner();
    const text = "## What is a barrier?\n\nA mark that flows with the records and cuts the stream.\n";
    learner.sit([aFile("a.md", text)], () => true);
    const after = learner.sit([aFile("a.md", `<!-- card: barrier -->\n${text}`)], () => false);
    expect(uidsByPrompt(after.deck)).toEqual({ "What is a barrier?": "barrier" });
    expect(Object.keys(learner.progress.cards)).toEqual(["barrier"]);
  });

  test("waits for a note that is gone, and finds it when it comes back", () => {
    const learner = new Learner();
    const text = "## What is a barrier?\n\nA mark that flows with the records.\n";
    const before = learner.sit([aFile("a.md", text)], () => true);
    learner.sit([aFile("a.md", "nothing\n")], () => true);
    const after = learner.sit([aFile("elsewhere.md", text)], () => false);
    expect(uidsByPrompt(after.deck)).toEqual(uidsByPrompt(before.deck));
  });
});
