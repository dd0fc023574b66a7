import { readFileSync, readdirSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { EventLine } from "../../src/history/parse-event.ts";
import { parseEvent } from "../../src/history/parse-event.ts";
import { replay } from "../../src/history/replay.ts";

const FOLDER = new URL("fixtures/", import.meta.url);
const SUFFIX = ".jsonl";

function linesOf(name: string): readonly EventLine[] {
  const text = readFileSync(new URL(`${name}${SUFFIX}`, FOLDER), "utf8");
  return text.trimEnd().split("\n").map(parseEvent);
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith(SUFFIX))
  .map((name) => name.slice(0, -SUFFIX.length));

describe.each(names)("the journal %s", (name) => {
  test("has no line that can't be read", () => {
    expect(linesOf(name).filter(({ kind }) => kind === "broken")).toEqual([]);
  });

  // A later version may understand events that were strange to the one that wrote it: nothing is taken away by that.
  test("replays to what it replayed to when it was written", () => {
    const progress = replay(linesOf(name).flatMap((line) => (line.kind === "event" ? [line.event] : [])));
    const stored = JSON.parse(readFileSync(new URL(`${name}.progress.json`, FOLDER), "utf8"));
    expect(progress).toMatchObject(stored);
    expect(Object.keys(progress.cards).toSorted()).toEqual(Object.keys(stored.cards).toSorted());
  });
});
