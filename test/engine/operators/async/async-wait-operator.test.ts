import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { NO_TIMESTAMP } from "../../../../src/engine/time/timestamp.ts";
import { aScript, type AsyncScript } from "./builders.ts";

const feed = ({ harness }: AsyncScript, ...elements: readonly string[]): void => {
  for (const [index, element] of elements.entries()) harness.processElement(element, index + 1);
};

/** A run: elements and watermarks as they come, and the order in which the elements are answered. */
const runs = fc.array(fc.boolean(), { minLength: 1, maxLength: 15 }).chain((isWatermark) => {
  const input = isWatermark.map((watermark, index) => (watermark ? `wm${index}` : `e${index}`));
  const elements = input.filter((text) => text.startsWith("e"));
  return fc.record({
    input: fc.constant(input),
    answers: fc.shuffledSubarray(elements, { minLength: elements.length }),
  });
});

/** Feeds a run, answering from time to time, and returns what came out; the results are named after the elements. */
function play(script: AsyncScript, input: readonly string[], answers: readonly string[]): readonly string[] {
  for (const [index, text] of input.entries()) {
    if (text.startsWith("wm")) script.harness.processWatermark(index);
    else script.harness.processElement(text, index);
  }
  for (const element of answers) script.answer(element, element);
  return script.output().map((text) => text.replace(/@.*/, ""));
}

describe("AsyncWaitOperator", () => {
  test("emits in the order of the input when it is ordered, with the elements' timestamps", () => {
    const script = aScript();
    feed(script, "a", "b", "c");
    script.answer("c", "C");
    script.answer("b", "B1", "B2");
    expect(script.output()).toEqual([]);
    script.answer("a", "A");
    expect(script.output()).toEqual(["A@1", "B1@2", "B2@2", "C@3"]);
  });

  test("emits in the order of the answers when it is unordered", () => {
    const script = aScript({ outputMode: "unordered" });
    feed(script, "a", "b");
    script.answer("b", "B");
    script.answer("a", "A");
    expect(script.output()).toEqual(["B@2", "A@1"]);
  });

  test("lets no result overtake a watermark when it is unordered", () => {
    const script = aScript({ outputMode: "unordered" });
    feed(script, "a", "b");
    script.harness.processWatermark(2);
    script.harness.processElement("c", 3);
    for (const element of ["c", "b"]) script.answer(element, element);
    expect(script.output()).toEqual(["b@2"]);
    script.answer("a", "a");
    expect(script.output()).toEqual(["a@1", "wm2", "c@3"]);
  });

  test("sends a watermark on at once when nothing is before it", () => {
    for (const outputMode of ["ordered", "unordered"] as const) {
      const script = aScript({ outputMode });
      script.harness.processWatermark(1);
      script.harness.processWatermark(2);
      expect(script.output()).toEqual(["wm1", "wm2"]);
    }
  });

  test("does not make a status wait", () => {
    const script = aScript();
    feed(script, "a");
    script.harness.processWatermarkStatus("idle");
    expect(script.output()).toEqual(["idle"]);
  });

  test("gives the results of an element without a timestamp none", () => {
    const script = aScript();
    script.harness.processElement("a", NO_TIMESTAMP);
    script.answer("a", "A");
    expect(script.output()).toEqual(["A"]);
  });

  test("lets an element vanish when its answer is empty", () => {
    const script = aScript();
    feed(script, "a", "b");
    script.answer("b", "B");
    script.answer("a");
    expect(script.output()).toEqual(["B@2"]);
  });

  test("ignores all answers but the first", () => {
    const script = aScript();
    feed(script, "a", "b");
    script.answer("b", "first");
    script.answer("b", "second");
    script.fail("b");
    script.answer("a", "A");
    expect(script.output()).toEqual(["A@1", "first@2"]);
  });

  test("does nothing with an answer before the task comes to its mails", () => {
    const script = aScript({ function: { asyncInvoke: (input, future) => future.complete([input]) } });
    feed(script, "a");
    expect(script.mailbox.hasMail()).toBe(true);
    expect(script.harness.drainOutput()).toEqual([]);
    expect(script.output()).toEqual(["a@1"]);
    expect(script.mailbox.hasMail()).toBe(false);
  });

  test("fails the job when a call fails", () => {
    const script = aScript();
    feed(script, "a");
    expect(() => script.fail("a")).toThrow('Could not complete the stream element: "a".');
  });

  test("opens and closes its function", () => {
    const calls: string[] = [];
    const script = aScript({
      function: { open: () => calls.push("open"), close: () => calls.push("close") },
    });
    script.harness.close();
    expect(calls).toEqual(["open", "close"]);
  });

  test("refuses a capacity below 1", () => {
    expect(() => aScript({ capacity: 0 })).toThrow("should be greater than 0");
  });

  test("emits an ordered run as it came, whatever the order of the answers", () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 5 }), ({ input, answers }, capacity) => {
        expect(play(aScript(), input, answers)).toEqual(input);
        const ordered = input.filter((text) => text.startsWith("e"));
        expect(play(aScript({ capacity }), input, ordered)).toEqual(input);
      }),
    );
  });

  test("emits an unordered run whole, with every element on its side of the watermarks", () => {
    fc.assert(
      fc.property(runs, ({ input, answers }) => {
        const segments = (texts: readonly string[]) =>
          texts
            .join()
            .split(/,?wm\d+,?/)
            .map((segment) => segment.split(",").toSorted());
        const output = play(aScript({ outputMode: "unordered" }), input, answers);
        expect(segments(output)).toEqual(segments(input));
      }),
    );
  });
});

describe("the capacity of an AsyncWaitOperator", () => {
  test("makes what does not fit wait, watermarks too, without calling for it", () => {
    const script = aScript({ capacity: 2 });
    feed(script, "a");
    script.harness.processWatermark(1);
    expect(script.operator.isAvailable()).toBe(true);
    script.harness.processElement("b", 2);
    expect([script.operator.isAvailable(), script.calls, script.operator.numInFlight()]).toEqual([
      false,
      ["a"],
      3,
    ]);
  });

  test("takes what waits as soon as there is room", () => {
    const script = aScript({ capacity: 1 });
    feed(script, "a", "b");
    script.harness.processWatermark(2);
    script.answer("a", "A");
    expect([script.output(), script.calls]).toEqual([["A@1"], ["a", "b"]]);
    script.answer("b", "B");
    expect(script.output()).toEqual(["B@2", "wm2"]);
    expect([script.operator.isAvailable(), script.operator.numInFlight()]).toEqual([true, 0]);
  });

  test("is never exceeded by unanswered calls", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(9)), (capacity, picks) => {
        const script = aScript({ capacity, outputMode: "unordered" });
        feed(script, ...Array.from({ length: 10 }, (_, index) => `e${index}`));
        const open = () => script.calls.filter((call) => !answered.has(call));
        const answered = new Set<string>();
        for (const pick of picks) {
          expect(open().length).toBeLessThanOrEqual(capacity);
          const element = open()[pick % Math.max(1, open().length)];
          if (element === undefined) continue;
          answered.add(element);
          script.answer(element, element);
        }
      }),
    );
  });
});

describe("the timeout of an AsyncWaitOperator", () => {
  test("fails the job by default", () => {
    const script = aScript({ timeout: 100 });
    feed(script, "a");
    script.harness.setProcessingTime(99);
    expect(script.output()).toEqual([]);
    script.harness.setProcessingTime(100);
    expect(() => script.output()).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ name: "TimeoutException" }) }),
    );
  });

  test("lets the function answer in place of the service, whose answer is then ignored", () => {
    const timeout = (input: string, future: { readonly complete: (results: readonly string[]) => void }) =>
      future.complete([`no ${input}`]);
    const script = aScript({ timeout: 100, function: { timeout } });
    feed(script, "a", "b");
    script.answer("b", "B");
    script.harness.setProcessingTime(100);
    script.answer("a", "A");
    expect(script.output()).toEqual(["no a@1", "B@2"]);
  });

  test("counts from the moment of the call", () => {
    const script = aScript({
      timeout: 100,
      capacity: 1,
      function: { timeout: (_input, future) => future.complete([]) },
    });
    feed(script, "a", "b");
    script.harness.setProcessingTime(60);
    script.answer("a", "A");
    script.harness.setProcessingTime(159);
    script.answer("b", "B");
    expect(script.output()).toEqual(["A@1", "B@2"]);
  });

  test("is forgotten when the answer comes", () => {
    const script = aScript({ timeout: 100 });
    feed(script, "a");
    script.answer("a", "A");
    script.harness.setProcessingTime(500);
    expect(script.output()).toEqual(["A@1"]);
  });
});

describe("a restored AsyncWaitOperator", () => {
  test("asks again for what was in flight, answered but not emitted too", () => {
    const script = aScript();
    feed(script, "a", "b");
    script.harness.processWatermark(2);
    script.answer("b", "B");
    const restored = aScript({ settings: { restored: script.harness.snapshot() } });
    expect(restored.calls).toEqual(["a", "b"]);
    restored.answer("a", "A again");
    restored.answer("b", "B again");
    expect(restored.output()).toEqual(["A again@1", "B again@2", "wm2"]);
  });

  test("asks for nothing that was emitted", () => {
    const script = aScript({ outputMode: "unordered" });
    feed(script, "a", "b");
    script.answer("b", "B");
    const restored = aScript({ outputMode: "unordered", settings: { restored: script.harness.snapshot() } });
    expect(restored.calls).toEqual(["a"]);
  });

  test("has what was waiting for room", () => {
    const script = aScript({ capacity: 1 });
    feed(script, "a", "b", "c");
    const restored = aScript({ settings: { restored: script.harness.snapshot() } });
    expect(restored.calls).toEqual(["a", "b", "c"]);
  });

  test("gives every element exactly one result, wherever it failed", () => {
    fc.assert(
      fc.property(
        runs,
        fc.constantFrom("ordered", "unordered"),
        fc.nat(15),
        ({ input, answers }, mode, failure) => {
          const outputMode = mode === "ordered" ? "ordered" : "unordered";
          const script = aScript({ outputMode });
          const before = play(script, input, answers.slice(0, failure));
          const restored = aScript({ outputMode, settings: { restored: script.harness.snapshot() } });
          for (const element of restored.calls) restored.answer(element, element);
          const after = restored.output().map((text) => text.replace(/@.*/, ""));
          expect([...before, ...after].toSorted()).toEqual(input.toSorted());
        },
      ),
    );
  });
});
