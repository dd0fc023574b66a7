import fs, { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

import * as fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";

import { lineOf } from "../../src/history/parse-event.ts";
import { journalFile, journalFiles } from "../../src/store/journal-files.ts";
import { readJournal } from "../../src/store/journal-part.ts";
import { JournalWriter } from "../../src/store/journal-writer.ts";
import { actions, card, draft, journal, rated } from "../history/builders.ts";
import { failureOf } from "./failures.ts";
import { scratchFolder } from "./scratch.ts";
import { textOf } from "./sittings.ts";

const DEVICE = "d3f2";

function journalWith(content: string): string {
  const file = journalFile(scratchFolder(), DEVICE);
  writeFileSync(file, content);
  return file;
}

function writerOf(file: string): JournalWriter {
  const part = readJournal(file);
  return new JournalWriter(DEVICE, part.lastNumbers.get(DEVICE) ?? 0, part);
}

const two = journal([rated("a", "good"), rated("b", "again")]);

describe("reading a journal", () => {
  test("gives its events and where they end", () => {
    const text = textOf(two);
    expect(readJournal(journalWith(text))).toMatchObject({
      events: two,
      end: text.length,
      lastNumbers: new Map([[DEVICE, 2]]),
      broken: [],
      ending: "line-feed",
    });
  });

  test("begins and ends at the bytes asked for", () => {
    const [first = "", second = ""] = two.map(lineOf);
    const file = journalWith(textOf(two));
    expect(readJournal(file, first.length + 1).events).toEqual(two.slice(1));
    expect(readJournal(file, 0, first.length + 1).events).toEqual(two.slice(0, 1));
    expect(readJournal(file, first.length + second.length + 2).events).toEqual([]);
  });

  test("leaves out a torn last line, wherever it was torn", () => {
    const whole = Buffer.from(textOf(journal([rated("a", "good"), rated("反压", "again")])));
    const first = whole.indexOf("\n") + 1;
    const file = journalWith("");
    for (let length = first; length < whole.length - 1; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      const { events, end, torn } = readJournal(file);
      expect(events.map(({ id }) => id)).toEqual(["d3f2:1"]);
      expect([end, torn]).toEqual([first, whole.subarray(first, length)]);
    }
  });

  test("keeps a last line that misses nothing but its line feed", () => {
    const text = textOf(two).trimEnd();
    expect(readJournal(journalWith(text))).toMatchObject({ events: two, ending: "open", end: text.length });
  });

  test("counts by lines what is no event, and reads on behind it", () => {
    const [first = "", second = ""] = two.map(lineOf);
    const file = journalWith(`${first}\n<<<<<<< HEAD\n\n${second}\r\nnull\n`);
    expect(readJournal(file)).toMatchObject({ events: two, broken: [2, 5] });
    expect(readJournal(file, first.length + 1)).toMatchObject({ events: two.slice(1), broken: [2, 5] });
  });

  test("passes over events that only a later version knows, but not over their numbers", () => {
    const later =
      '{"v":1,"id":"d3f2:9","at":0,"tz":0,"day":"2026-12-01","type":"card-dreamt","of":"sheep"}\n';
    const file = journalWith(textOf(two) + later);
    expect(readJournal(file)).toMatchObject({
      events: two,
      unknown: 1,
      broken: [],
      lastNumbers: new Map([[DEVICE, 9]]),
    });
  });

  test("fails where a journal can't be read", () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "d3f2.jsonl"));
    const file = join(folder, "d3f2.jsonl");
    expect(failureOf(() => readJournal(file))).toEqual({
      code: "journal-read",
      data: { file, reason: "EISDIR: illegal operation on a directory" },
    });
    expect(failureOf(() => journalFiles("/dev/null"))).toMatchObject({ code: "journal-read" });
  });
});

describe("writing a journal", () => {
  test("numbers events on from the last one of the device", () => {
    const others = journal([rated("a", "good")], "ffff", 70);
    const writer = writerOf(journalWith(textOf([...two, ...others])));
    expect(writer.append([rated("c", "good"), rated("d", "good")]).map(({ id }) => id)).toEqual([
      "d3f2:3",
      "d3f2:4",
    ]);
    writer.close();
  });

  test("keeps every whole line that is there, and is read again behind whatever else is", () => {
    const garbage = fc.string({ unit: fc.constantFrom("{", '"', "x", "压", "\n") });
    fc.assert(
      fc.property(actions, garbage, (drafts, rest) => {
        const text = `${textOf(journal(drafts))}${rest}`;
        const file = journalWith(text);
        const writer = writerOf(file);
        const added = writer.append([rated("new", "good")]);
        writer.close();
        expect(readFileSync(file, "utf8").startsWith(text.slice(0, text.lastIndexOf("\n") + 1))).toBe(true);
        expect(readJournal(file).events).toEqual([...journal(drafts), ...added]);
      }),
      { numRuns: 50 },
    );
  });

  test("puts the line feed that the last line misses before the next one", () => {
    const file = journalWith(textOf(two).trimEnd());
    const writer = writerOf(file);
    const [third] = writer.append([rated("c", "good")]);
    writer.close();
    expect(readJournal(file)).toMatchObject({ events: [...two, third], broken: [] });
    expect(writer.reach.end).toBe(readFileSync(file).length);
  });

  test("refuses what couldn't be read again, before it is written", () => {
    const file = journalWith("");
    const writer = writerOf(file);
    const impossible = draft({
      type: "card-rated",
      card: card("a"),
      lang: "zh",
      rating: "good",
      ms: NaN,
      source: "review",
    });
    expect(() => writer.append([rated("a", "good"), impossible])).toThrow("no event");
    expect(readFileSync(file, "utf8")).toBe("");
    expect(writer.append([rated("a", "good")])).toMatchObject([{ id: "d3f2:1" }]);
    writer.close();
  });
});

describe("an append", () => {
  const { fdatasyncSync, writeSync } = fs;

  /** Has one of Node's functions behave otherwise until the test is over. */
  function replaced(
    name: "fdatasyncSync" | "writeSync",
    behaviour: (...parameters: never[]) => unknown,
  ): void {
    const spy = vi.spyOn(fs, name).mockImplementation(behaviour as never);
    syncBuiltinESMExports();
    onTestFinished(() => {
      spy.mockRestore();
      syncBuiltinESMExports();
    });
  }

  test("has had the disk keep all of it when it returns", () => {
    const file = journalWith("");
    const writer = writerOf(file);
    const kept: number[] = [];
    replaced("fdatasyncSync", (descriptor: number) => {
      fdatasyncSync(descriptor);
      kept.push(statSync(file).size);
    });
    writer.append([rated("a", "good"), rated("b", "good")]);
    writer.close();
    expect(kept.at(-1)).toBe(statSync(file).size);
  });

  test("is whole even if the disk takes it byte by byte", () => {
    const file = journalWith("");
    const writer = writerOf(file);
    replaced("writeSync", (descriptor: number, bytes: Buffer, offset: number) =>
      writeSync(descriptor, bytes, offset, 1),
    );
    const events = writer.append([rated("a", "good")]);
    writer.close();
    expect(readJournal(file)).toMatchObject({ events, broken: [] });
  });

  test("leaves nothing behind if the disk can't keep it, and can be tried again", () => {
    const file = journalWith(textOf(two));
    const writer = writerOf(file);
    const error = Object.assign(new Error("EIO: i/o error, fdatasync"), { code: "EIO" });
    let calls = 0;
    replaced("fdatasyncSync", (descriptor: number) => {
      calls += 1;
      // The first one is that of the cut before the write; it refuses the write, and the cut that follows.
      if (calls === 2 || calls === 3) throw error;
      fdatasyncSync(descriptor);
    });
    expect(failureOf(() => writer.append([rated("c", "good")]))).toEqual({
      code: "journal-write",
      data: { file, reason: "EIO: i/o error" },
    });
    expect(readFileSync(file, "utf8")).toBe(textOf(two));
    const events = writer.append([rated("c", "good")]);
    writer.close();
    expect(events).toMatchObject([{ id: "d3f2:3" }]);
    expect(readJournal(file)).toMatchObject({ events: [...two, ...events], broken: [] });
  });

  const many = Array.from({ length: 2500 }, (_, index) => rated(`card-${index}`, "good"));

  test("puts more down than is written at once", () => {
    const file = journalWith(textOf(two).trimEnd());
    const writer = writerOf(file);
    const events = writer.append(many);
    writer.close();
    expect(readJournal(file)).toMatchObject({ events: [...two, ...events], broken: [] });
  });

  test("leaves nothing of many events behind if the disk is full in their midst", () => {
    const file = journalWith(textOf(two));
    const writer = writerOf(file);
    let calls = 0;
    replaced("writeSync", (descriptor: number, bytes: Buffer, offset: number) => {
      calls += 1;
      if (calls === 2) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
      return writeSync(descriptor, bytes, offset);
    });
    expect(failureOf(() => writer.append(many))).toMatchObject({ code: "journal-write" });
    expect(readFileSync(file, "utf8")).toBe(textOf(two));
    const events = writer.append([rated("c", "good")]);
    writer.close();
    expect(readJournal(file)).toMatchObject({ events: [...two, ...events], broken: [] });
  });
});
