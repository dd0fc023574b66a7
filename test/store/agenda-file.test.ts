import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { dayOfNumber, HOUR, instantOf } from "../../src/base/day.ts";
import type { Agenda } from "../../src/review/agenda.ts";
import { AgendaFile } from "../../src/store/agenda-file.ts";
import { cacheFolder } from "../../src/store/cache-folder.ts";
import { checkedFile } from "../../src/store/checked-file.ts";
import { placesBelow } from "../../src/store/places.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

const AGENDA: Agenda = {
  day: dayOfNumber(0),
  counts: { new: 2, learning: 0, review: 1 },
  nextAt: null,
  from: instantOf(0),
  until: instantOf(1),
};

/** A deck of one file, and the file of its agenda. */
function scene() {
  const folder = scratchFolder();
  writeFiles(join(folder, "deck"), { "a.md": "## What is a barrier?\n\nA mark.\n" });
  const places = placesBelow(join(folder, "data"));
  const decks = [join(folder, "deck")];
  const open = (rest = "") => new AgendaFile(places, decks, rest);
  return { deck: join(folder, "deck"), open, path: join(cacheFolder(places.cache, decks), "agenda.json") };
}

describe("the file of an agenda", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR }));
  afterEach(() => void vi.useRealTimers());

  test("gives back what was kept, for as long as nothing changes", () => {
    const { open, deck } = scene();
    expect(open().read()).toBeNull();
    open().keep(AGENDA);
    expect(open().read()).toEqual(AGENDA);
    expect(open("another zone").read()).toBeNull();
    writeFiles(deck, { "a.md": "## What is a barrier?\n\nA mask.\n" });
    expect(open().read()).toBeNull();
  });

  test("knows nothing of what another version of the program kept", () => {
    const { open, path } = scene();
    open().keep(AGENDA);
    const file = checkedFile<Readonly<Record<string, unknown>>>(path);
    file.write({ ...file.read(), version: "another" });
    expect(open().read()).toBeNull();
  });

  test("keeps nothing of notes that could change again without a trace", () => {
    const { open } = scene();
    vi.setSystemTime(Date.now() - HOUR);
    open().keep(AGENDA);
    vi.setSystemTime(Date.now() + HOUR);
    expect(open().read()).toBeNull();
  });

  test("keeps nothing of notes that can't all be found", () => {
    const { open, deck } = scene();
    symlinkSync(deck, join(deck, "again"));
    open().keep(AGENDA);
    expect(open().read()).toBeNull();
  });

  test("does without where it can't be written", () => {
    const { open, path } = scene();
    mkdirSync(path, { recursive: true });
    open().keep(AGENDA);
    expect(open().read()).toBeNull();
  });
});
