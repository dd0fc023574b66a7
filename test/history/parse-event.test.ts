import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { deviceOf, eventIdOf, numberOf } from "../../src/history/event-id.ts";
import { lineOf, parseEvent } from "../../src/history/parse-event.ts";
import { DEFAULT_PARAMETERS } from "../../src/schedule/parameters.ts";
import { actions, draft, journal, rated } from "./builders.ts";

const [RATED] = journal([rated("a", "good")]);

/** Returns the line of an answer with some of its fields changed. */
function lineWith(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...RATED, ...fields });
}

describe("lineOf", () => {
  test("writes the fields in the order of the contract", () => {
    expect(journal([rated("a", "good")]).map(lineOf)).toEqual([
      '{"v":1,"id":"d3f2:1","at":1796086800000,"tz":480,"day":"2026-12-01","type":"card-rated","card":"a","lang":"zh","rating":"good","ms":5000,"source":"review"}',
    ]);
  });

  test("writes one line, whatever a card says", () => {
    fc.assert(
      fc.property(actions, (drafts) => {
        expect(journal(drafts).filter((event) => /[\r\n]/u.test(lineOf(event)))).toEqual([]);
      }),
    );
  });
});

describe("parseEvent", () => {
  test("reads what lineOf writes", () => {
    fc.assert(
      fc.property(actions, (drafts) => {
        const events = journal([
          ...drafts,
          draft({ type: "parameters-set", parameters: DEFAULT_PARAMETERS }),
        ]);
        const read = events.map((event) => parseEvent(lineOf(event)));
        expect(read).toEqual(events.map((event) => ({ kind: "event", event })));
      }),
    );
  });

  test("keeps fields that it doesn't know", () => {
    expect(parseEvent(lineWith({ confidence: 0.7 }))).toEqual({
      kind: "event",
      event: { ...RATED, confidence: 0.7 },
    });
  });

  test("passes over a type that it doesn't know, and keeps it", () => {
    expect(parseEvent(lineWith({ type: "card-starred" }))).toMatchObject({
      kind: "unknown",
      event: { id: "d3f2:1", type: "card-starred", card: "a" },
    });
    expect(parseEvent(lineWith({ type: "constructor" })).kind).toBe("unknown");
  });

  test("passes over a later version of a type that it knows", () => {
    expect(parseEvent(lineWith({ v: 2, rating: { sure: 0.7 } })).kind).toBe("unknown");
  });

  test("gives a flag without a reason an empty one", () => {
    expect(parseEvent(lineWith({ type: "card-flagged" }))).toMatchObject({ event: { reason: "" } });
  });

  test.each([
    ["{", null],
    ["", null],
    ["null", null],
    ["[]", "v"],
    [lineWith({ id: "17" }), "id"],
    [lineWith({ id: "d3f2:0" }), "id"],
    [lineWith({ at: "2026-12-01" }), "at"],
    [lineWith({ day: "2026-13-01" }), "day"],
    [lineWith({ tz: undefined }), "tz"],
    [lineWith({ rating: "5" }), "rating"],
    [lineWith({ card: "" }), "card"],
    [lineWith({ type: "retracted", event: "all" }), "event"],
    [
      lineWith({ type: "parameters-set", parameters: { ...DEFAULT_PARAMETERS, weights: [1] } }),
      "parameters.weights",
    ],
    [
      lineWith({ type: "parameters-set", parameters: { ...DEFAULT_PARAMETERS, maximumInterval: 1e9 } }),
      "parameters.maximumInterval",
    ],
  ])("says what is wrong with %s", (line, field) => {
    expect(parseEvent(line)).toEqual({ kind: "broken", field });
  });

  test("never throws", () => {
    const fields = fc.constantFrom("v", "id", "at", "tz", "day", "type", "card", "parameters", "reason");
    const lines = fc.dictionary(fields, fc.jsonValue()).map(lineWith);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), lines), (line) => {
        expect(["event", "unknown", "broken"]).toContain(parseEvent(line).kind);
      }),
    );
  });
});

describe("an event's id", () => {
  test("is its device and its number", () => {
    const id = eventIdOf("d3f2", 17);
    expect([id, deviceOf(id), numberOf(id)]).toEqual(["d3f2:17", "d3f2", 17]);
  });
});
