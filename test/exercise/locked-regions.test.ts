import { describe, expect, test } from "vitest";

import { lockedChange, lockedRegions } from "../../src/exercise/locked-regions.ts";

const TEXT = "a\n/* @locked */ one /* @end */\nb\n/*@locked*/\ntwo\n/*@end*/\n";

describe("locked regions", () => {
  test("are what stands between the marks, with their lines", () => {
    expect(lockedRegions(TEXT)).toEqual([
      { line: 2, text: " one " },
      { line: 4, text: "\ntwo\n" },
    ]);
  });

  test.each([
    ["a word is changed", TEXT.replace("one", "uno"), 2],
    ["a region is gone", TEXT.replace(/\/\*@locked[\s\S]*/u, ""), 4],
    ["a mark is gone", TEXT.replace("/*@end*/", ""), 4],
    ["two are exchanged", TEXT.replace("one", "x").replace("two", "one").replace("x", "two"), 2],
  ])("are changed when %s", (_, text, line) => {
    expect(lockedChange(TEXT, text)?.expected.line).toBe(line);
  });

  test("aren't changed by what is done around them", () => {
    expect(lockedChange(TEXT, `${TEXT.replace("b", "b();\nc();")}\nmore`)).toBeNull();
    expect(lockedChange("nothing locked", "anything")).toBeNull();
  });
});
