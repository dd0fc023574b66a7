import { spawnSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { describe, expect, test, vi } from "vitest";

import type { Card } from "../../src/card/card.ts";
import { checksumOf } from "../../src/store/checksum.ts";
import type { LoadedDeck } from "../../src/store/load-deck.ts";
import { loadDeck } from "../../src/store/load-deck.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

interface Scene {
  readonly deck: string;
  readonly cache: string;
  readonly load: () => Promise<LoadedDeck>;
}

function note(question: string, answer: string): string {
  return `## ${question}\n\n${answer}\n`;
}

function scene(files: Readonly<Record<string, string | Uint8Array>>): Scene {
  const folder = scratchFolder();
  const [deck, cache] = [join(folder, "deck"), join(folder, "cache")];
  writeFiles(deck, files);
  return { deck, cache, load: async () => loadDeck({ decks: [deck], cache }) };
}

function promptsOf({ deck }: LoadedDeck): readonly string[] {
  return deck.cards.flatMap(({ faces }) => Object.values(faces).map(({ prompt }) => prompt));
}

async function answerOf(loaded: LoadedDeck, card: Card | undefined): Promise<string | null> {
  const textOf = await loaded.openTexts();
  const face = card?.faces.en ?? card?.faces.zh;
  const text = face === undefined ? null : textOf(face.text);
  return text?.kind === "basic" ? text.answer.markdown.trim() : null;
}

/** Returns what a file of the cache holds, its hash right. */
function checked(data: unknown): Buffer {
  const json = JSON.stringify(data);
  const hash = checksumOf(Buffer.from(json)).toString(16).padStart(8, "0");
  return Buffer.from(`{"hash":"${hash}","data":${json}}`);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const TWO = {
  "a.md": note("What is a checkpoint?", "A snapshot."),
  "b.md": `${note("What is a savepoint?", "One that you ask for.")}\n${note("What is state?", "What is remembered.")}`,
};

describe("loading a deck", () => {
  test("gives its cards in the order of files and notes, with their texts", async () => {
    const { load } = scene(TWO);
    const loaded = await load();
    expect(loaded.files).toBe(2);
    expect(promptsOf(loaded)).toEqual(["What is a checkpoint?", "What is a savepoint?", "What is state?"]);
    const answers = await Promise.all(loaded.deck.cards.map(async (card) => answerOf(loaded, card)));
    expect(answers).toEqual(["A snapshot.", "One that you ask for.", "What is remembered."]);
  });

  test("comes to the same from the cache, and without it", async () => {
    const { load, cache } = scene(TWO);
    const first = await load();
    const second = await load();
    expect(second.deck).toEqual(first.deck);
    expect(await answerOf(second, second.deck.cards[2])).toBe("What is remembered.");
    rmSync(cache, { recursive: true });
    expect((await load()).deck).toEqual(first.deck);
  });

  test("comes to the same from the outline", async () => {
    const { load, deck } = scene({ ...TWO, "stub.md": "## What is missing?\n" });
    const first = await load();
    await inAWhile(load);
    const outlined = await inAWhile(load);
    expect(outlined.deck.cards.map(({ id }) => id)).toEqual(first.deck.cards.map(({ id }) => id));
    expect(outlined.severities).toEqual(first.severities);
    writeFiles(deck, { "c.md": note("Why?", "Because.") });
    expect(promptsOf(await load())).toEqual([...promptsOf(first), "Why?"]);
  });

  test("looks up what cards say when it is asked for", async () => {
    const { load } = scene({ ...TWO, "stub.md": "## What is missing?\n" });
    const first = await load();
    await inAWhile(load);
    const outlined = await inAWhile(load);
    expect(promptsOf(outlined)).toEqual(promptsOf(first));
    expect(outlined.deck.cards[0]?.faces.en?.place).toEqual(first.deck.cards[0]?.faces.en?.place);
    expect(outlined.problems()).toEqual(first.problems());
    expect(await answerOf(outlined, outlined.deck.cards[0])).toBe("A snapshot.");
  });

  test("never changes a note, nor writes beside it", async () => {
    const { load, deck } = scene(TWO);
    const before = filesBelow(deck).map((file) => [file, statSync(file).ctimeMs]);
    await load();
    await load();
    expect(filesBelow(deck).map((file) => [file, statSync(file).ctimeMs])).toEqual(before);
  });

  test("loads the compiler only if a file has changed", () => {
    const { deck, cache } = scene(TWO);
    const child = join(import.meta.dirname, "processes", "load-and-list.ts");
    const run = (): unknown => {
      const { stdout, stderr } = spawnSync(process.execPath, [child, cache, deck], { encoding: "utf8" });
      return stdout === "" ? stderr : JSON.parse(stdout);
    };
    expect(run()).toEqual({ cards: 3, compiler: "loaded" });
    expect(run()).toEqual({ cards: 3, compiler: "not loaded" });
    writeFiles(deck, { "c.md": note("Why?", "Because.") });
    expect(run()).toEqual({ cards: 4, compiler: "loaded" });
    rmSync(join(deck, "c.md"));
    expect(run()).toEqual({ cards: 3, compiler: "not loaded" });
  });

  test("sees a change that keeps size and time of a file, now and later", async () => {
    const { load, deck } = scene({ "a.md": note("What is a checkpoint?", "A snapshot.") });
    const file = join(deck, "a.md");
    const { atime, mtime } = statSync(file);
    await load();
    const change = (answer: string): void => {
      writeFileSync(file, note("What is a checkpoint?", answer));
      utimesSync(file, atime, mtime);
    };
    change("A SNAPSHOT.");
    const second = await load();
    expect(await answerOf(second, second.deck.cards[0])).toBe("A SNAPSHOT.");
    await inAWhile(load);
    change("Snapshot A.");
    const third = await inAWhile(load);
    expect(await answerOf(third, third.deck.cards[0])).toBe("Snapshot A.");
  });

  test("notices files that come, go and move", async () => {
    const { load, deck } = scene(TWO);
    await load();
    renameSync(join(deck, "b.md"), join(deck, "0.md"));
    writeFiles(deck, { "c.md": note("Why?", "Because.") });
    rmSync(join(deck, "a.md"));
    const loaded = await load();
    expect(promptsOf(loaded)).toEqual(["What is a savepoint?", "What is state?", "Why?"]);
    expect(loaded.deck.cards[0]?.faces.en?.place.file).toBe(join(deck, "0.md"));
  });

  test.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["emptied", () => Buffer.alloc(0)],
    ["changed", (bytes: Buffer) => Buffer.from(bytes.toString().replaceAll("snapshot", "miracle"))],
    ["written by another release", () => checked({ version: "another", outline: { files: [] } })],
  ])("doesn't fall for a cache whose index or outline was %s", async (_, damage) => {
    const { load, cache } = scene(TWO);
    const first = await load();
    await inAWhile(load);
    for (const file of filesBelow(cache)) {
      if (!file.includes("/texts/")) writeFileSync(file, damage(readFileSync(file)));
    }
    expect(promptsOf(await inAWhile(load))).toEqual(promptsOf(first));
  });

  test("reads the notes again where the texts in the cache are lost or cut off", async () => {
    const { load, cache } = scene(TWO);
    const loaded = await load();
    for (const file of filesBelow(cache)) {
      if (!file.endsWith("index.json")) writeFileSync(file, "[{");
    }
    expect(await answerOf(loaded, loaded.deck.cards[0])).toBe("A snapshot.");
    rmSync(cache, { recursive: true });
    expect(await answerOf(loaded, loaded.deck.cards[1])).toBe("One that you ask for.");
  });

  test("has no text for a card whose file has changed meanwhile and whose cache is gone", async () => {
    const { load, cache, deck } = scene(TWO);
    const loaded = await load();
    rmSync(cache, { recursive: true });
    writeFiles(deck, { "a.md": note("Another?", "Yes.") });
    expect(await answerOf(loaded, loaded.deck.cards[0])).toBeNull();
  });

  test("does without a cache where it can't be written", async () => {
    const { deck } = scene(TWO);
    const loaded = await loadDeck({ decks: [deck], cache: "/proc/sluice" });
    expect(await answerOf(loaded, loaded.deck.cards[0])).toBe("A snapshot.");
  });

  test("forgets the texts of files that are gone", async () => {
    const { load, cache, deck } = scene(TWO);
    await load();
    const texts = (): number => filesBelow(cache).filter((file) => file.includes("/texts/")).length;
    expect(texts()).toBe(2);
    rmSync(join(deck, "a.md"));
    await load();
    expect(texts()).toBe(1);
  });
});

describe("a file that can't be a card's", () => {
  test("is a problem of its own, told again from the cache; nothing else is lost", async () => {
    // "什么是检查点？" and "它把状态存下来。"
    const [question, answer] = ["cab2c3b4cac7bcecb2e9b5e3a3bf", "cbfcb0d1d7b4ccacb4e6cfc2c0b4a1a3"];
    const gbk = Buffer.from(`23232320${question}0a0a${answer}0a`, "hex");
    const { load, deck } = scene({
      ...TWO,
      "binary.md": "\0\u0001",
      "gbk.md": gbk,
      "bom.md": "\uFEFF## What is a BOM?\r\n\r\nA mark.\r\n",
    });
    const huge = openSync(join(deck, "huge.md"), "w");
    ftruncateSync(huge, 8 * 1024 * 1024 + 1);
    closeSync(huge);
    for (const round of ["compiled", "cached"]) {
      const loaded = await (round === "compiled" ? load() : inAWhile(load));
      expect(loaded.files).toBe(6);
      expect(loaded.problems().filter(({ code }) => code.startsWith("file-"))).toMatchObject([
        { code: "file-binary", place: { file: join(deck, "binary.md") } },
        { code: "file-encoding", place: { file: join(deck, "gbk.md") }, data: { guess: "GBK" } },
        { code: "file-too-large", data: { bytes: 8 * 1024 * 1024 + 1, limit: 8 * 1024 * 1024 } },
      ]);
      expect(promptsOf(loaded)).toEqual([
        "What is a checkpoint?",
        "What is a savepoint?",
        "What is state?",
        "What is a BOM?",
        "什么是检查点？",
      ]);
    }
  });
});

describe("a long load", () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `${index}.md`,
      note(`What is ${index}?`, "It is.\n\n".repeat(20)),
    ]),
  );

  test("tells how far it is", async () => {
    const { deck, cache } = scene(many);
    const told: (readonly [number, number])[] = [];
    await loadDeck({ decks: [deck], cache, onProgress: (done, total) => told.push([done, total]) });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted(([a], [b]) => a - b));
    expect(new Set(told.map(([, total]) => total))).toEqual(new Set([300]));
  });

  test("can be stopped, and then goes on where it was", async () => {
    const { deck, cache } = scene(many);
    const controller = new AbortController();
    const stopped = loadDeck({
      decks: [deck],
      cache,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(stopped).rejects.toThrow("aborted");
    const texts = filesBelow(cache).filter((file) => file.includes("/texts/"));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThan(300);
    const before = new Set(texts.map((file) => statSync(file).ino));
    expect((await loadDeck({ decks: [deck], cache })).deck.cards).toHaveLength(300);
    const kept = filesBelow(cache).filter((file) => before.has(statSync(file).ino));
    expect(kept).toHaveLength(texts.length);
  });
});

/** Does something a minute later by the clock: stamps are trusted when they are no longer fresh. */
async function inAWhile<T>(action: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  try {
    return await action();
  } finally {
    vi.useRealTimers();
  }
}
