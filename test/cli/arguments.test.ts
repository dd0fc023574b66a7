import { describe, expect, test } from "vitest";

import { Failure, type UsageFault } from "../../src/base/failure.ts";
import { parseArguments } from "../../src/cli/arguments.ts";

function faultOf(argv: readonly string[]): UsageFault | null {
  try {
    parseArguments(argv);
    return null;
  } catch (error) {
    return error instanceof Failure && error.facts.code === "usage" ? error.facts.data : null;
  }
}

describe("parseArguments", () => {
  test("takes words and options in any order", () => {
    const { words, options } = parseArguments(["check", "--json", "a.md", "--deck", "x", "--deck=y", "b.md"]);
    expect(words).toEqual(["check", "a.md", "b.md"]);
    expect([...options]).toEqual([
      ["json", []],
      ["deck", ["x", "y"]],
    ]);
  });

  test("takes everything after -- for words", () => {
    expect(parseArguments(["check", "--", "--json"]).words).toEqual(["check", "--json"]);
  });

  test("takes a number below zero for a word, and a dash by itself", () => {
    expect(parseArguments(["config", "set", "newPerDay", "-3"]).words.at(-1)).toBe("-3");
    expect(parseArguments(["-.5", "-"]).words).toEqual(["-.5", "-"]);
    expect(parseArguments(["-o", "-"]).options.get("output")).toEqual(["-"]);
  });

  test.each<[string, readonly string[], UsageFault]>([
    ["an option that doesn't exist", ["--jsom"], { fault: "option-unknown", name: "--jsom", near: "--json" }],
    ["one like nothing", ["--frobnicate"], { fault: "option-unknown", name: "--frobnicate", near: null }],
    ["a value that is missing", ["--data"], { fault: "option-needs-value", name: "--data" }],
    ["an empty value", ["--data="], { fault: "option-needs-value", name: "--data" }],
    [
      "a switch with a value",
      ["--json=1"],
      { fault: "option-value", name: "--json", value: "1", expected: "--json" },
    ],
  ])("refuses %s", (_, argv, fault) => {
    expect(faultOf(argv)).toEqual(fault);
  });
});
