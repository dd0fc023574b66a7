import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Pattern } from "../../../../src/engine/operators/cep/pattern.ts";
import { aHarness, is, type Letter, matchesIn } from "./builders.ts";

const begin = (letter: string) => Pattern.begin<Letter>(letter).where(is(letter));
const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
const indexesOf = (text: string, letter: string) =>
  [...text].flatMap((other, i) => (other === letter ? [i] : []));

describe("CepOperator", () => {
  test("next takes the very next event only", () => {
    expect(matchesIn("abacb", begin("a").next("b").where(is("b")))).toEqual(["a0 b1"]);
  });

  test("followedBy takes the first event that fits", () => {
    expect(matchesIn("acbb", begin("a").followedBy("b").where(is("b")))).toEqual(["a0 b2"]);
  });

  test("followedByAny takes every pair that is in order", () => {
    fc.assert(
      fc.property(letters, (text) => {
        const found = matchesIn(text, begin("a").followedByAny("b").where(is("b")));
        const pairs = indexesOf(text, "b").flatMap((b) =>
          indexesOf(text, "a")
            .filter((a) => a < b)
            .map((a) => `a${a} b${b}`),
        );
        expect(found.toSorted()).toEqual(pairs.toSorted());
      }),
    );
  });

  test("oneOrMore with combinations takes every set of events", () => {
    fc.assert(
      fc.property(fc.nat(7), (count) => {
        const found = matchesIn("a".repeat(count), begin("a").oneOrMore().allowCombinations());
        expect(new Set(found).size).toBe(2 ** count - 1);
        expect(found).toHaveLength(2 ** count - 1);
      }),
    );
  });

  test("a greedy loop leaves nothing that it could take", () => {
    const loop = () => Pattern.begin<Letter>("a").where(is("a")).oneOrMore();
    const last = (pattern: Pattern<Letter>) => pattern.next("any");
    expect(matchesIn("aab", last(loop().greedy()))).toEqual(["a0,1 any2", "a1 any2"]);
    expect(matchesIn("aab", last(loop()))).toContain("a0 any1");
  });

  test("a condition may ask what the match has taken so far", () => {
    const rising = begin("a")
      .followedBy("b")
      .where((event, context) => {
        const [first] = context.getEventsForPattern("a");
        return event.index - (first?.index ?? 0) === 3;
      });
    expect(matchesIn("aabcc", rising)).toEqual(["a0 b3", "a1 b4"]);
  });

  test("until ends a loop and what could not go on", () => {
    const loop = begin("a").oneOrMore().until(is("c"));
    expect(matchesIn("aaca", loop)).toEqual(["a0", "a0,1", "a1", "a3"]);
  });

  test("notFollowedBy forbids nothing more once an optional stage behind it has taken an event", () => {
    const pattern = () => {
      const optional = begin("a").notFollowedBy("c").where(is("c")).followedBy("b").where(is("b")).optional();
      return optional.followedBy("d").where(is("d"));
    };
    expect(matchesIn("abcd", pattern())).toEqual(["a0 b1 d3"]);
    expect(matchesIn("acd", pattern())).toEqual([]);
  });

  test("with a skip strategy, a match waits for an earlier one that may make it go", () => {
    const wanted = Pattern.begin<Letter>("a", { type: "skipPastLastEvent" })
      .where(is("a"))
      .followedBy("b")
      .where((event, context) => event.index === (context.getEventsForPattern("a")[0]?.index === 0 ? 4 : 2));
    expect(matchesIn("aabbb", wanted)).toEqual(["a0 b4"]);
  });

  test("skipToFirst keeps the matches that begin with the event itself", () => {
    const pairs = Pattern.begin<Letter>("any", { type: "skipToFirst", patternName: "b" })
      .next("b")
      .where(is("b"));
    expect(matchesIn("bbb", pairs)).toEqual(["any0 b1", "any1 b2"]);
  });

  test("no event is in two matches after skipPastLastEvent", () => {
    fc.assert(
      fc.property(letters, (text) => {
        const pattern = Pattern.begin<Letter>("a", { type: "skipPastLastEvent" })
          .where(is("a"))
          .oneOrMore()
          .followedBy("b")
          .where(is("b"));
        const used = matchesIn(text, pattern).flatMap((match) => match.match(/[0-9]+/g) ?? []);
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  test("keeps nothing once the time of all matches is over", () => {
    fc.assert(
      fc.property(letters, fc.boolean(), (text, isNegated) => {
        const loop = begin("a").followedByAny("b").where(is("b")).oneOrMore().allowCombinations();
        const end = isNegated ? loop.notFollowedBy("c") : loop.followedBy("c");
        const harness = aHarness(end.where(is("c")).within(5));
        for (const [index, letter] of [...text].entries())
          harness.processElement({ letter, index }, index + 1);
        for (let time = 1; time <= text.length + 5; time++) harness.processWatermark(time);
        expect(harness.numKeyedStateEntries()).toBe(0);
        expect(harness.numEventTimeTimers()).toBe(0);
      }),
    );
  });

  test("puts a timed-out match aside at the time at which it was over", () => {
    const harness = aHarness(begin("a").followedBy("b").where(is("b")).within(10));
    harness.processElement({ letter: "a", index: 0 }, 5);
    harness.processWatermark(14);
    expect(harness.drainOutput().filter(({ type }) => type === "side")).toEqual([]);
    harness.processWatermark(15);
    expect(harness.drainOutput()).toContainEqual({
      type: "side",
      tag: "timedOut",
      value: "a0",
      timestamp: 15,
    });
  });

  test("counts late events that go nowhere", () => {
    const harness = aHarness(begin("a"));
    harness.processWatermark(5);
    harness.processElement({ letter: "a", index: 0 }, 5);
    expect(harness.environment.numLateRecordsDropped.getCount()).toBe(1);
  });

  test("in processing time looks at each event as it comes", () => {
    const harness = aHarness(begin("a").next("b").where(is("b")), "ProcessingTime");
    harness.processElement({ letter: "a", index: 0 }, 7);
    harness.processElement({ letter: "b", index: 1 }, 3);
    expect(harness.drainOutput()).toEqual([{ type: "record", value: "a0 b1", timestamp: -Infinity }]);
  });

  test("in processing time a match times out a millisecond after its end, without a timestamp", () => {
    const pattern = begin("a").followedBy("b").where(is("b")).within(100);
    const harness = aHarness(pattern, "ProcessingTime");
    harness.setProcessingTime(50);
    harness.processElement({ letter: "a", index: 0 }, -Infinity);
    harness.setProcessingTime(150);
    expect(harness.drainOutput()).toEqual([]);
    harness.setProcessingTime(151);
    expect(harness.drainOutput()).toEqual([
      { type: "side", tag: "timedOut", value: "a0", timestamp: -Infinity },
    ]);
  });
});
