import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { NO_PROGRESS } from "../../src/history/progress.ts";
import { replay } from "../../src/history/replay.ts";
import { checksumOf } from "../../src/store/checksum.ts";
import { inspectHistory } from "../../src/store/inspect-history.ts";
import { readJournal } from "../../src/store/journal-part.ts";
import { openStore, readHistory } from "../../src/store/store.ts";
import { after, rated } from "../history/builders.ts";
import { scratchPlaces } from "./scratch.ts";
import { append, journalOf, THREE, warningsOf } from "./sittings.ts";

/** Returns the text of a snapshot with the hash that its data have now. */
function rehashed(text: string): string {
  const json = text.slice(text.indexOf('"data":') + '"data":'.length, -1);
  return `{"hash":"${checksumOf(Buffer.from(json)).toString(16).padStart(8, "0")}","data":${json}}`;
}

describe("a snapshot", () => {
  test("is gone on from where the journal has grown", () => {
    const places = scratchPlaces();
    const events = append(places, THREE);
    const snapshot = readFileSync(places.snapshot);
    const more = append(places, [rated("c", "good", after(20))]);
    writeFileSync(places.snapshot, snapshot);
    expect(inspectHistory(places).snapshot).toBe("behind");
    expect(readHistory(places).progress()).toEqual(replay([...events, ...more]));
  });

  test("that knows everything is all that is read", () => {
    const places = scratchPlaces();
    append(places, THREE);
    expect(inspectHistory(places).snapshot).toBe("current");
    // A snapshot that says something else is believed: its hash is right.
    const told = rehashed(readFileSync(places.snapshot, "utf8").replace('"reps":[2', '"reps":[77'));
    writeFileSync(places.snapshot, told);
    const answered = Object.values(readHistory(places).progress().cards).map(({ memory }) => memory?.reps);
    expect(answered).toContain(77);
  });

  test("of a journal in which one word was changed is of no use, even if its length and time are the same", () => {
    const places = scratchPlaces();
    const events = append(places, THREE);
    const file = journalOf(places);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, readFileSync(file, "utf8").replace('"good"', '"easy"'));
    utimesSync(file, atime, mtime);
    expect(inspectHistory(places).snapshot).toBe("unfit");
    expect(readHistory(places).progress()).toEqual(replay(readJournal(file).events));
    expect(readHistory(places).progress()).not.toEqual(replay(events));
  });

  test("is gone on from where a journal was touched, copied or backed up, but not changed", () => {
    const places = scratchPlaces();
    append(places, THREE);
    utimesSync(journalOf(places), 0, 0);
    expect(inspectHistory(places).snapshot).toBe("current");
  });

  test.each([
    ["missing", () => null, []],
    ["empty", () => "", ["snapshot-broken"]],
    ["cut off", (text: string) => text.slice(0, text.length / 2), ["snapshot-broken"]],
    [
      "changed in one place",
      (text: string) => text.replace('"good"', '"easy"').replace('"reps":[2', '"reps":[3'),
      ["snapshot-broken"],
    ],
    [
      "of another version",
      (text: string) => rehashed(text.replace(/"version":"[^"]*"/u, '"version":"1"')),
      [],
    ],
    ["of an old layout", () => rehashed('{"hash":"","data":{"cards":{}}}'), []],
    ["no snapshot at all", () => "[1,2", ["snapshot-broken"]],
  ])("that is %s comes out of the journals again, deep-equal", (_, damage, warnings) => {
    const places = scratchPlaces();
    const events = append(places, THREE);
    const whole = readFileSync(places.snapshot, "utf8");
    const damaged = damage(whole);
    if (damaged === null) rmSync(places.snapshot);
    else writeFileSync(places.snapshot, damaged);
    expect(warningsOf(places)).toEqual(warnings);
    expect(readHistory(places).progress()).toEqual(replay(events));
    openStore(places).close();
    expect(JSON.parse(readFileSync(places.snapshot, "utf8"))).toHaveProperty("data", JSON.parse(whole).data);
    expect(warningsOf(places)).toEqual([]);
  });

  test("of a journal that was put back to an older state is of no use", () => {
    const places = scratchPlaces();
    const first = append(places, THREE.slice(0, 1));
    const older = readFileSync(journalOf(places));
    append(places, THREE.slice(1));
    writeFileSync(journalOf(places), older);
    expect(readHistory(places).progress()).toEqual(replay(first));
  });

  test("of a journal that is gone is of no use", () => {
    const places = scratchPlaces();
    append(places, THREE);
    rmSync(journalOf(places));
    expect(readHistory(places).progress()).toEqual(NO_PROGRESS);
  });

  test("is written while the store is open, too, so that a crash leaves little to replay", () => {
    const places = scratchPlaces();
    const store = openStore(places);
    for (let number = 0; number < 200; number += 1) store.append([rated("a", "good", after(number))]);
    expect(existsSync(places.snapshot)).toBe(true);
    store.append([rated("b", "good", after(300))]);
    expect(readHistory(places).progress()).toEqual(replay(store.events()));
    store.close();
  });

  test("isn't written again if nothing has happened", () => {
    const places = scratchPlaces();
    append(places, THREE);
    const { ino } = statSync(places.snapshot);
    append(places, []);
    expect(statSync(places.snapshot).ino).toBe(ino);
    append(places, [rated("c", "good", after(20))]);
    expect(statSync(places.snapshot).ino).not.toBe(ino);
  });

  test("that a dead writer never finished is cleared away", () => {
    const places = scratchPlaces();
    append(places, THREE);
    writeFileSync(`${places.snapshot}.0123456789ab.unfinished`, "{");
    append(places, []);
    expect(readdirSync(places.data).toSorted()).toEqual(["devices", "journal", "state.json"]);
  });

  test("that can't be written is a warning, and nothing is lost", () => {
    const places = scratchPlaces();
    mkdirSync(join(places.snapshot, "in the way"), { recursive: true });
    const store = openStore(places);
    const events = store.append(THREE);
    store.close();
    expect(store.warnings()).toMatchObject([{ kind: "snapshot-broken" }, { kind: "snapshot-unwritten" }]);
    expect(readHistory(places).progress()).toEqual(replay(events));
  });
});
