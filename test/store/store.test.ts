import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { deviceOf, eventIdOf } from "../../src/history/event-id.ts";
import type { HistoryEvent } from "../../src/history/event.ts";
import { NO_PROGRESS } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import { readJournal } from "../../src/store/journal-part.ts";
import { openStore, readHistory } from "../../src/store/store.ts";
import { actions, after, draft, journal, journals, later, rated } from "../history/builders.ts";
import { failureOf } from "./failures.ts";
import { scratchPlaces } from "./scratch.ts";
import { append, journalOf, THREE, writeJournal } from "./sittings.ts";

describe("a store", () => {
  test("that isn't there yet is an empty history, and reading makes nothing", () => {
    const places = scratchPlaces();
    expect(readHistory(places).progress()).toEqual(NO_PROGRESS);
    expect(existsSync(places.data)).toBe(false);
  });

  test("makes its folder, and has on disk what it has acknowledged before it is closed", () => {
    const places = scratchPlaces();
    const store = openStore(places);
    const events = store.append(THREE);
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3].map((number) => `${store.device}:${number}`));
    expect(readJournal(journalOf(places)).events).toEqual(events);
    expect(readHistory(places).progress()).toEqual(replay(events));
    expect(store.progress()).toEqual(replay(events));
    store.close();
  });

  test("goes on with the same device and the next number in a new sitting", () => {
    const places = scratchPlaces();
    const [first] = append(places, THREE.slice(0, 1));
    const [second] = append(places, THREE.slice(1, 2));
    expect([first?.id.split(":")[0], second?.id]).toEqual([
      second?.id.split(":")[0],
      first?.id.replace(":1", ":2"),
    ]);
  });

  test("numbers on even if only the snapshot has been read", () => {
    const places = scratchPlaces();
    append(places, THREE);
    append(places, []);
    expect(append(places, [rated("c", "good", after(20))])[0]?.id).toMatch(/:4$/u);
  });

  test("is written by one at a time and read by anybody", () => {
    const places = scratchPlaces();
    const store = openStore(places);
    expect(failureOf(() => openStore(places))).toMatchObject({ code: "locked", data: { pid: process.pid } });
    store.append(THREE);
    expect(readHistory(places).progress()).toEqual(store.progress());
    store.close();
    openStore(places).close();
  });

  test("can be closed twice, and then has nothing appended", () => {
    const places = scratchPlaces();
    const store = openStore(places);
    store.close();
    const other = openStore(places);
    store.close();
    expect(existsSync(places.lock)).toBe(true);
    expect(() => store.append(THREE)).toThrow("closed");
    other.close();
  });

  test("comes to the same by its snapshot as by its journals", () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 4 }), (sittings) => {
        const places = scratchPlaces();
        const events = sittings.flatMap((drafts) => append(places, drafts));
        expect(readHistory(places).progress()).toEqual(replay(events));
        rmSync(places.snapshot, { force: true });
        expect(readHistory(places).progress()).toEqual(replay(events));
      }),
      { numRuns: 30 },
    );
  });

  test("comes to the same with events of other devices, whenever they arrive", () => {
    fc.assert(
      fc.property(journals, fc.nat(40), (events, known) => {
        const places = scratchPlaces();
        const of = (device: string): readonly HistoryEvent[] =>
          events.filter(({ id }) => id.startsWith(device));
        writeJournal(places, "a1", of("a1"));
        writeJournal(places, "b2", of("b2").slice(0, known));
        openStore(places).close();
        writeJournal(places, "b2", of("b2"));
        expect(readHistory(places).progress()).toEqual(replay(events));
      }),
      { numRuns: 50 },
    );
  });

  test("counts an event once, however many copies of a journal there are", () => {
    const places = scratchPlaces();
    const events = journal(THREE, "a1");
    writeJournal(places, "a1", events);
    writeJournal(places, "a1.sync-conflict-20261201", events.slice(0, 2));
    expect(readHistory(places).progress()).toEqual(replay(events));
    expect(readHistory(places).events()).toEqual(events);
  });

  test("never gives a number again that stands in a copy of its journal", () => {
    const places = scratchPlaces();
    const [first] = append(places, THREE);
    const device = deviceOf(first?.id ?? eventIdOf("", 0));
    renameSync(journalOf(places), join(places.journal, "copy.jsonl"));
    expect(append(places, [rated("c", "good", after(20))])).toMatchObject([{ id: `${device}:4` }]);
    expect(append(places, [rated("d", "good", after(30))])).toMatchObject([{ id: `${device}:5` }]);
    expect(readHistory(places).events()).toHaveLength(5);
  });

  test("never writes the journals of other devices", () => {
    const places = scratchPlaces();
    writeJournal(places, "a1", journal(THREE, "a1"));
    const file = journalOf(places);
    appendFileSync(file, '{"v":1,"id":"a1:4"');
    const before = readFileSync(file);
    append(places, THREE);
    expect(readFileSync(file)).toEqual(before);
  });

  test("tells every event, those of the snapshot and those just appended too", () => {
    const places = scratchPlaces();
    const before = append(places, THREE.slice(0, 2));
    const store = openStore(places);
    const added = store.append(THREE.slice(2));
    expect(store.events()).toEqual([...before, ...added]);
    const [last] = store.append([rated("d", "easy", after(30))]);
    expect(store.events()).toEqual([...before, ...added, last]);
    store.close();
  });

  test("follows retractions as they are appended", () => {
    const places = scratchPlaces();
    const store = openStore(places);
    const events = [...store.append(THREE)];
    const retract = (index: number, minutes: number): void => {
      const event = events[index]?.id;
      if (event === undefined) throw new Error(`no event ${index}`);
      events.push(...store.append([draft({ type: "retracted", event }, later(minutes))]));
    };
    for (const [index, minutes] of [
      [2, 20],
      [1, 21],
      [3, 22],
    ] as const) {
      retract(index, minutes);
      expect(store.progress()).toEqual(replay(events));
    }
    retract(4, 23);
    events.push(...store.append([rated("b", "easy", later(24))]));
    expect(store.progress()).toEqual(replay(events));
    store.close();
    expect(readHistory(places).progress()).toEqual(replay(events));
  });
});
