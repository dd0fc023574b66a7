import { describe, expect, test } from "vitest";

import type { Theme, ThemeWish } from "../../src/tui/theme.ts";
import { themeFor } from "../../src/tui/theme.ts";

const SETTINGS: readonly ThemeWish["setting"][] = ["auto", "dark", "light", "mono", "contrast"];

function coloursOf(theme: Theme): readonly string[] {
  return Object.values(theme).flatMap(({ color }) => color ?? []);
}

describe("a theme", () => {
  test.each(SETTINGS)("has no colours under NO_COLOR, nor in a dumb terminal: %s", (setting) => {
    for (const environment of [{ NO_COLOR: "1" }, { TERM: "dumb" }])
      expect(coloursOf(themeFor({ setting, environment }))).toEqual([]);
  });

  test("may be coloured where NO_COLOR is empty", () => {
    expect(coloursOf(themeFor({ setting: "dark", environment: { NO_COLOR: "" } }))).toContain("cyan");
  });

  test.each(["mono", "contrast"] as const)("has no colours by setting: %s", (setting) => {
    expect(coloursOf(themeFor({ setting, environment: {} }))).toEqual([]);
  });

  test("of high contrast dims nothing, and tells every meaning from plain text", () => {
    const { plain, quiet, accent, good, warning, bad } = themeFor({ setting: "contrast", environment: {} });
    expect([plain, quiet]).toEqual([{}, {}]);
    for (const look of [accent, good, warning, bad]) expect(look).not.toEqual({});
    expect(warning).not.toEqual(bad);
  });

  test.each([
    ["15;0", "dark"],
    ["0;15", "light"],
    ["0;default;7", "light"],
    [undefined, "dark"],
  ] as const)("follows the terminal when nothing is set: COLORFGBG %s is %s", (COLORFGBG, setting) => {
    expect(themeFor({ setting: "auto", environment: { COLORFGBG } })).toBe(
      themeFor({ setting, environment: {} }),
    );
  });
});
