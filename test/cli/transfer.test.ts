import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";

import { beforeEach, describe, expect, test } from "vitest";

import { readPackage } from "../../src/anki/import/read-package.ts";
import { guidOf } from "../../src/anki/notes/guid.ts";
import { run } from "../../src/cli/run.ts";
import { bytesSource } from "../anki/byte-source.ts";
import { PICTURE } from "../anki/sample-export.ts";
import { scratchFolder, writeFiles } from "../store/scratch.ts";

const FIXTURES = fileURLToPath(new URL("../anki/fixtures/", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = scratchFolder();
  writeFiles(folder, {
    "deck/README.md": "---\ndeck: { zh: 甲, en: A }\nchapters:\n  6: { zh: 状态, en: State }\n---\n",
    "deck/state.zh.md":
      "---\nchapter: 6\n---\n\n# 状态\n\n<!-- card: keyed level=senior tags=x -->\n## 为什么按 key 分？\n\n因为如此。\n\n![图](图.png)\n",
    "deck/state.en.md":
      "---\nchapter: 6\n---\n\n# State\n\n<!-- card: keyed level=senior tags=x -->\n## Why by key?\n\nBecause.\n",
    "deck/more.en.md": "# More\n\n## What is unnamed?\n\nThis.\n",
    "deck/图.png": PICTURE,
    "secret.png": PICTURE,
  });
});

interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function sluice(...words: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const now = words.includes("--now") ? [] : ["--now", "2026-12-01T09:00:00+08:00"];
  const code = await run([...words, "--data", join(folder, "data"), "--lang", "en", ...now], {
    terminal: {
      stdin: () => process.stdin,
      print: (line) => out.push(line),
      prompt: (text) => out.push(text),
      talk: (line) => err.push(line),
      progress: () => undefined,
      inputIsTerminal: () => false,
      outputIsTerminal: () => false,
      columns: () => 80,
      environment: {},
    },
    home: folder,
    version: "0",
    called: "sluice",
    shippedDeck: join(folder, "deck"),
    program: folder,
  });
  return { code, out, err };
}

async function json(...words: readonly string[]): Promise<Record<string, unknown>> {
  const { out, err } = await sluice(...words, "--json");
  return JSON.parse(out[0] ?? JSON.stringify(err)) as Record<string, unknown>;
}

function file(name: string): string {
  return join(folder, name);
}

function contentsOf(name: string) {
  const reading = readPackage(bytesSource(readFileSync(file(name))));
  if (reading.kind === "refused") throw new Error(reading.fault);
  return reading.contents;
}

function journal(): string {
  const at = join(folder, "data", "journal");
  return existsSync(at)
    ? readdirSync(at)
        .map((name) => readFileSync(join(at, name), "utf8"))
        .join("")
    : "";
}

describe("sluice export anki", () => {
  test("writes a package, and says what is new in it", async () => {
    expect(await json("export", "anki", "-o", file("a.apkg"))).toEqual({
      v: 1,
      file: file("a.apkg"),
      notes: 2,
      cards: 2,
      reviews: 0,
      new: 2,
      changed: 0,
      unchanged: 0,
    });
    const { notes } = contentsOf("a.apkg");
    expect(notes.map(({ guid }) => guid)).toContain(guidOf("keyed"));
  });

  test("writes the same bytes again, and says that nothing is new", async () => {
    await sluice("export", "anki", "-o", file("a.apkg"));
    const again = await json("export", "anki", "-o", file("b.apkg"), "--now", "2026-12-05T09:00:00+08:00");
    expect(again).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    expect(Buffer.compare(readFileSync(file("a.apkg")), readFileSync(file("b.apkg")))).toBe(0);
  });

  test("tells people what to do in Anki, and which notes are gone here", async () => {
    await sluice("export", "anki", "-o", file("a.apkg"));
    writeFileSync(file("deck/more.en.md"), "# More\n");
    const { out } = await sluice("export", "anki", "-o", file("a.apkg"));
    expect(out.join("\n")).toContain("Import any learning progress");
    expect(out.join("\n")).toContain("FSRS must be on");
    expect(out.join("\n")).toContain("1 note exported before is no longer here");
  });

  test("with --dry-run tells the same and writes nothing, neither file nor journal", async () => {
    const would = await json("export", "anki", "-o", file("a.apkg"), "--dry-run");
    expect(would).toMatchObject({ notes: 2, new: 2 });
    expect([existsSync(file("a.apkg")), journal()]).toEqual([false, ""]);
  });

  test("gives exported cards a past, so that they are known after edits", async () => {
    await sluice("export", "anki", "-o", file("a.apkg"));
    const [seen] = journal()
      .split("\n")
      .filter((line) => line.includes("What is unnamed?"));
    expect(JSON.parse(seen ?? "")).toMatchObject({ type: "card-seen", answer: "This." });
    writeFileSync(file("deck/more.en.md"), "# More\n\n## What is unnamed?\n\nThis, and more of it.\n");
    const edited = await json("export", "anki", "-o", file("a.apkg"));
    expect(edited).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
  });

  test("takes what is selected", async () => {
    expect(
      await json("export", "anki", "-o", file("a.apkg"), "--level", "senior", "--tag", "x", "--chapter", "6"),
    ).toMatchObject({ notes: 1 });
    const none = await sluice("export", "anki", "-o", file("none.apkg"), "--chapter", "99");
    expect([none.code, existsSync(file("none.apkg"))]).toEqual([1, false]);
    expect(none.err[0]).toContain("No card fits");
  });

  test("asks in the language of the front, and names decks in it", async () => {
    await sluice("export", "anki", "-o", file("zh.apkg"), "--front", "zh");
    await sluice("export", "anki", "-o", file("en.apkg"), "--front", "en");
    const decks = (name: string) =>
      contentsOf(name)
        .cards.map(({ deck }) => deck)
        .toSorted();
    expect([decks("zh.apkg"), decks("en.apkg")]).toEqual([
      ["sluice", "sluice::06 状态"],
      ["sluice", "sluice::06 State"],
    ]);
    const template = (name: string) => contentsOf(name).notes[0]?.noteType.templates[0]?.question;
    expect(template("zh.apkg")).not.toBe(template("en.apkg"));
  });

  test("takes pictures of the deck along, and no files from elsewhere", async () => {
    writeFileSync(
      file("deck/state.en.md"),
      "<!-- card: keyed -->\n## Why?\n\n![a](../secret.png) ![b](图.png)\n",
    );
    await sluice("export", "anki", "-o", file("a.apkg"));
    const fields = contentsOf("a.apkg")
      .notes.find(({ guid }) => guid === guidOf("keyed"))
      ?.fields.join(" ");
    expect(fields?.match(/<img src="sluice-[0-9a-f]{16}\.png"/gu)).toHaveLength(2);
    expect(fields).toContain("a <img");
  });

  test.each([
    [["export"], "anki | text | csv | json"],
    [["export", "pdf"], "pdf"],
    [["export", "anki", "--front", "fr"], "zh | en | both"],
    [["export", "anki", "--format", "new"], "legacy | latest"],
    [["export", "anki", "--level", "boss"], "junior | middle"],
    [["import"], "anki"],
    [["import", "anki"], "FILE"],
  ])("refuses %j as a mistake of usage", async (words, expected) => {
    const { code, err } = await sluice(...words);
    expect(code).toBe(2);
    expect(err[0]).toContain(expected);
  });

  test("says which Node it needs where this one can't write databases", async () => {
    const serialize = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, "serialize");
    Reflect.deleteProperty(DatabaseSync.prototype, "serialize");
    try {
      const { code, err } = await sluice("export", "anki", "-o", file("a.apkg"));
      expect([code, err[0]]).toEqual([3, expect.stringContaining("Node 26")]);
      expect(existsSync(file("a.apkg"))).toBe(false);
    } finally {
      Object.defineProperty(DatabaseSync.prototype, "serialize", serialize ?? {});
    }
  });

  test("fails where it can't write, and leaves no half behind", async () => {
    const { code, err } = await sluice("export", "anki", "-o", file("missing/a.apkg"));
    expect([code, err[0]]).toEqual([3, expect.stringContaining("ENOENT")]);
    expect(journal()).toBe("");
  });
});

describe("sluice export to other files", () => {
  test.each([
    ["text", /^#separator:tab\n/u],
    ["csv", /^\uFEFFuid,kind/u],
    ["json", /^\{\n "v": 1/u],
  ])("writes %s", async (kind, beginning) => {
    expect(await json("export", kind, "-o", file("out"))).toEqual({ v: 1, file: file("out"), notes: 2 });
    expect(readFileSync(file("out"), "utf8")).toMatch(beginning);
  });

  test("writes to the output where the file is a dash, and talks beside it", async () => {
    const { code, out, err } = await sluice("export", "csv", "-o", "-");
    expect(code).toBe(0);
    expect(out.join("")).toMatch(/^\uFEFFuid,kind[^\n]+\r\n[\s\S]+\r$/u);
    expect(err).toEqual(["Wrote -: 2 notes."]);
    const { out: value } = await sluice("export", "json", "-o", "-", "--json");
    expect(JSON.parse(value.join("\n"))).toMatchObject({ v: 1, cards: [{}, {}] });
    expect(existsSync("-")).toBe(false);
  });

  test.each([
    ["a package", ["export", "anki", "-o", "-"]],
    ["what is to be opened", ["export", "csv", "-o", "-", "--open"]],
  ])("doesn't write %s to the output", async (_, words) => {
    const { code, out } = await sluice(...words);
    expect([code, out]).toEqual([2, []]);
  });

  test("with --dry-run tells what it would write, and writes nothing", async () => {
    const { code, out } = await sluice("export", "csv", "-o", file("out"), "--dry-run");
    expect([code, out]).toEqual([0, [`Would write ${file("out")}: 2 notes.`]]);
    expect(existsSync(file("out"))).toBe(false);
  });
});

describe("sluice import anki", () => {
  const LATEST = join(FIXTURES, "anki26.09-latest.apkg");

  test("takes over notes and reviews, once", async () => {
    const first = await json("import", "anki", LATEST);
    expect(first).toEqual({
      v: 1,
      notes: 13,
      cards: 18,
      reviews: 57,
      newReviews: 53,
      skipped: expect.arrayContaining([{ reason: "practised", count: 1 }]),
    });
    const again = await json("import", "anki", join(FIXTURES, "anki26.09-collection.colpkg"));
    expect(again).toMatchObject({
      newReviews: 0,
      skipped: expect.arrayContaining([{ reason: "known", count: 53 }]),
    });
  });

  test("makes cards of the notes, with their history", async () => {
    await sluice("import", "anki", LATEST);
    const { cards } = (await json("cards")) as { cards: { uid: string; state: string; chapter: string }[] };
    const own = cards.filter(({ uid }) => uid.startsWith("anki-"));
    expect(own).toHaveLength(18);
    expect(own.filter(({ state }) => state === "suspended")).toHaveLength(2);
    expect(own.filter(({ chapter }) => chapter === "01 基础")).toHaveLength(9);
    expect(readdirSync(join(folder, "data", "notes", "样例 Sample")).toSorted()).toEqual([
      "01 基础.md",
      "02 State - Checkpoint.md",
      "README.md",
      "样例 Sample.md",
    ]);
    expect(await json("check")).toMatchObject({
      problems: expect.not.arrayContaining([expect.objectContaining({ severity: "error" })]),
    });
  });

  test("leaves notes alone that the learner has edited since", async () => {
    await sluice("import", "anki", LATEST);
    const notes = join(folder, "data", "notes", "样例 Sample", "01 基础.md");
    writeFileSync(
      notes,
      readFileSync(notes, "utf8").replace("What does a watermark say?", "What says a watermark?"),
    );
    const edited = readFileSync(notes, "utf8");
    await sluice("import", "anki", LATEST);
    expect(readFileSync(notes, "utf8")).toBe(edited);
  });

  test("sets journals and notes aside first", async () => {
    await sluice("export", "anki", "-o", file("a.apkg"));
    const before = journal();
    await sluice("import", "anki", LATEST);
    const [backup = ""] = readdirSync(join(folder, "data", "backups"));
    const kept = join(folder, "data", "backups", backup, "journal");
    expect(readFileSync(join(kept, readdirSync(kept)[0] ?? ""), "utf8")).toBe(before);
  });

  test("with --dry-run tells the same and changes nothing", async () => {
    const would = await json("import", "anki", LATEST, "--dry-run");
    expect(would).toMatchObject({ notes: 13, newReviews: 53 });
    expect(existsSync(join(folder, "data", "notes"))).toBe(false);
    expect(journal()).toBe("");
  });

  test("takes the weights over where it is asked to", async () => {
    expect((await sluice("import", "anki", LATEST)).out.join("\n")).toContain("--weights takes them over");
    await sluice("import", "anki", LATEST, "--weights");
    const { out } = await sluice("config", "get", "weights");
    expect(out[0]?.split(",")).toHaveLength(21);
    expect(out[0]).toMatch(/^0\.212,/u);
  });

  test("is no action that an undo would take back", async () => {
    await sluice("import", "anki", LATEST);
    const { code, err } = await sluice("undo");
    expect([code, err[0]]).toEqual([1, expect.stringContaining("nothing to undo")]);
  });

  test("brings back what went to Anki, and nothing else", async () => {
    await sluice("export", "anki", "-o", file("a.apkg"));
    expect(await json("import", "anki", file("a.apkg"))).toMatchObject({ notes: 2, newReviews: 0 });
    expect(existsSync(join(folder, "data", "notes"))).toBe(false);
  });

  test.each([
    ["no package", Buffer.from("hello"), "is no Anki package"],
    [
      "a package cut off",
      readFileSync(join(FIXTURES, "anki2.1.44-v1.apkg")).subarray(0, 5000),
      "is no Anki package",
    ],
  ])("refuses %s and changes nothing", async (_, bytes, expected) => {
    writeFileSync(file("bad.apkg"), bytes);
    const { code, err } = await sluice("import", "anki", file("bad.apkg"));
    expect([code, err[0]]).toEqual([3, expect.stringContaining(expected)]);
    expect([journal(), existsSync(join(folder, "data", "notes"))]).toEqual(["", false]);
  });

  test("says so where there is no such file", async () => {
    const { code, err } = await sluice("import", "anki", file("missing.apkg"));
    expect([code, err[0]]).toEqual([3, expect.stringContaining("can't be read")]);
  });
});
