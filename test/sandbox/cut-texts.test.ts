import { describe, expect, test } from "vitest";

import { answerIn } from "../../src/sandbox/answer-in.ts";
import { cutTexts } from "../../src/sandbox/cut-texts.ts";

describe("texts of strangers", () => {
  test("end after 4096 characters, wherever they stand", () => {
    const long = "x".repeat(5000);
    const cut = `${"x".repeat(4096)}…`;
    expect(cutTexts([long, { expected: { rows: [long] } }])).toEqual([cut, { expected: { rows: [cut] } }]);
    expect(answerIn(JSON.stringify({ type: "check", id: long }))).toEqual({ type: "check", id: cut });
  });

  test("are otherwise as they were written, and so is all else", () => {
    const value = { "": null, rows: [1, "x".repeat(4096), true, [], {}] };
    expect(cutTexts(value)).toEqual(value);
    expect(Object.hasOwn(cutTexts(JSON.parse('{"__proto__":1}')) as object, "__proto__")).toBe(true);
  });
});
