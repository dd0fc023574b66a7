import { describe, expect, test } from "vitest";

import { traitsOf } from "../../src/cli/traits.ts";

const NARROW = { ambiguousWidth: "narrow" } as const;

describe("the traits of a terminal", () => {
  test.each([
    [{}, "unicode"],
    [{ LANG: "zh_CN.UTF-8" }, "unicode"],
    [{ LANG: "en_US.utf8" }, "unicode"],
    [{ LANG: "C.UTF-8" }, "unicode"],
    [{ LANG: "C" }, "ascii"],
    [{ LANG: "POSIX" }, "ascii"],
    [{ LANG: "zh_CN.GBK" }, "ascii"],
    [{ LANG: "C", LC_ALL: "en_US.UTF-8" }, "unicode"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "C" }, "ascii"],
    [{ LANG: "en_US.UTF-8", LC_CTYPE: "C", LC_ALL: "" }, "ascii"],
    [{ TERM: "linux", LANG: "en_US.UTF-8" }, "ascii"],
  ])("have the signs that the locale allows: %j → %s", (environment, signs) => {
    expect(traitsOf(environment, NARROW).signs).toBe(signs);
  });

  test("have the width of ambiguous characters from the settings", () => {
    expect(traitsOf({}, { ambiguousWidth: "wide" }).ambiguous).toBe("wide");
  });
});
