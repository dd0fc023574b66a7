import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { HOUR, instantOf, momentAt } from "../../src/base/day.ts";
import { run, type Host } from "../../src/cli/run.ts";
import { placesBelow } from "../../src/store/places.ts";
import { openStore } from "../../src/store/store.ts";
import { rated } from "../history/builders.ts";
import { scratchFolder, writeFiles } from "../store/scratch.ts";

// Files that were written just now could change again without a trace: here it is always an hour later.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR }));
afterEach(() => void vi.useRealTimers());

const NOTES =
  "<!-- card: barrier -->\n## What is a barrier?\n\nA mark.\n\n## What is a watermark?\n\nA clock.\n";

/** A deck of two cards, and what `due` says of it. */
function scene() {
  const folder = scratchFolder();
  writeFiles(join(folder, "deck"), { "a.md": NOTES });
  const places = ["--deck", join(folder, "deck"), "--data", join(folder, "data")];
  const due = async (now: string, environment: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const out: string[] = [];
    const host: Host = {
      terminal: {
        stdin: () => process.stdin,
        print: (line) => void out.push(line),
        prompt: () => undefined,
        talk: () => undefined,
        progress: () => undefined,
        inputIsTerminal: () => false,
        outputIsTerminal: () => false,
        columns: () => 80,
        environment: { LANG: "en_US.UTF-8", ...environment },
      },
      home: folder,
      version: "0",
      called: "sluice",
      shippedDeck: join(folder, "deck"),
      program: folder,
    };
    expect(await run(["due", "--json", "--now", now, ...places], host)).toBe(0);
    return JSON.parse(out.join(""));
  };
  const cache = (): string => {
    const decks = join(folder, "data/cache/decks");
    return join(decks, readdirSync(decks)[0] ?? "");
  };
  return { folder, due, cache };
}

const NOON = "2026-11-23T12:00:00+00:00";

describe("due, asked again", () => {
  test("answers what it answered, without looking at a card", async () => {
    const { due, cache } = scene();
    const said = await due(NOON);
    expect(said).toMatchObject({ new: 2, learning: 0, review: 0 });
    rmSync(join(cache(), "index.json"));
    expect(await due("2026-11-23T12:30:00+00:00")).toEqual(said);
    expect(existsSync(join(cache(), "index.json"))).toBe(false);
    expect(await due("2026-11-24T12:30:00+00:00")).not.toEqual(said);
    expect(existsSync(join(cache(), "index.json"))).toBe(true);
  });

  test("sees notes that were added, and an answer that was given", async () => {
    const { folder, due } = scene();
    expect(await due(NOON)).toMatchObject({ new: 2 });
    writeFiles(join(folder, "deck"), { "b.md": "## What is a snapshot?\n\nA picture.\n" });
    expect(await due(NOON)).toMatchObject({ new: 3 });
    const store = openStore(placesBelow(join(folder, "data")));
    store.append([
      rated("barrier", "again", momentAt(instantOf(Date.parse(NOON)), { offsetAt: () => 0 }, 4)),
    ]);
    store.close();
    expect(await due(NOON)).toMatchObject({ new: 2, learning: 1 });
  });

  test("goes by the settings, the day and the zone as they are now", async () => {
    const { folder, due } = scene();
    expect(await due(NOON)).toMatchObject({ day: "2026-11-23", new: 2 });
    writeFiles(join(folder, "data"), { "config.json": '{"newPerDay":1}' });
    expect(await due(NOON)).toMatchObject({ new: 1 });
    expect(await due("2026-11-24T12:00:00+00:00")).toMatchObject({ day: "2026-11-24" });
    expect(await due("2026-11-22T12:00:00+00:00")).toMatchObject({ day: "2026-11-22" });
    expect(await due(NOON)).toMatchObject({ nextAt: "2026-11-24T04:00:00+00:00" });
    expect(await due("2026-11-23T22:00:00-05:00")).toMatchObject({ nextAt: "2026-11-24T04:00:00-05:00" });
  });

  test("works it out anew where what is kept can't be read", async () => {
    const { due, cache } = scene();
    const said = await due(NOON);
    writeFileSync(join(cache(), "agenda.json"), "{");
    expect(await due(NOON)).toEqual(said);
  });
});
