import { describe, expect, test } from "vitest";

import { plainInput } from "../../src/cli/plain-lines.ts";

const NOTHING = { kind: "nothing" } as const;
const OPTIONS = { kind: "options", count: 3 } as const;

describe("plainInput", () => {
  test.each([
    ["", { type: "enter" }],
    [" 3 ", { type: "grade", rating: "good" }],
    ["３", { type: "grade", rating: "good" }],
    ["u", { type: "undo" }],
    ["？", { type: "help" }],
    ["help", { type: "help" }],
    ["-", { type: "bury" }],
    ["constructor", { type: "unknown", line: "constructor" }],
    ["5", { type: "unknown", line: "5" }],
    ["good", { type: "unknown", line: "good" }],
    ["e", { type: "edit" }],
    ["n 看 credit：第 3 节", { type: "note", text: "看 credit：第 3 节" }],
    ["n", { type: "note", text: "" }],
    ["* 图旧了", { type: "flag", reason: "图旧了" }],
    ["＊", { type: "flag", reason: "" }],
    ["next", { type: "unknown", line: "next" }],
  ])("reads %j on a card that only waits to be revealed", (line, input) => {
    expect(plainInput(line, NOTHING)).toEqual(input);
  });

  test.each([
    ["b", { type: "options", options: [1] }],
    ["C, a", { type: "options", options: [0, 2] }],
    ["1 3", { type: "options", options: [0, 2] }],
    ["u", { type: "undo" }],
    ["d", { type: "unknown", line: "d" }],
    ["", { type: "enter" }],
  ])("reads %j on a choice of three", (line, input) => {
    expect(plainInput(line, OPTIONS)).toEqual(input);
  });

  test("takes any other line for the answer of a card that wants one", () => {
    expect(plainInput("反压", { kind: "text" })).toEqual({ type: "text", text: "反压" });
    expect(plainInput("help", { kind: "text" })).toEqual({ type: "text", text: "help" });
    expect(plainInput("n + 1", { kind: "text" })).toEqual({ type: "text", text: "n + 1" });
  });
});
