import { describe, expect, test } from "vitest";

import { DAY, HOUR, MINUTE, type Day } from "../../src/base/day.ts";
import { chooseLang } from "../../src/locale/choose.ts";
import { en } from "../../src/locale/en.ts";
import { zh } from "../../src/locale/zh.ts";

/** Every text of a language, by its path; functions are called with what they can take. */
function textsOf(words: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

describe("the two languages", () => {
  test("say the same things", () => {
    expect(textsOf(zh.help).map(([path]) => path)).toEqual(textsOf(en.help).map(([path]) => path));
  });

  test("use the punctuation of their own language", () => {
    const half = /\p{Script=Han}[,;:?!.](?=\p{Script=Han}|$)/u;
    expect(textsOf(zh).filter(([, text]) => half.test(text))).toEqual([]);
    expect(textsOf(en).filter(([, text]) => /[\u3000-\u303f\uff01-\uff60]/u.test(text))).toEqual([]);
  });
});

describe("chooseLang", () => {
  test("takes what is asked for, then what is set, then what the locale says, then English", () => {
    expect(chooseLang("en", "zh", ["zh_CN.UTF-8"])).toBe("en");
    expect(chooseLang(null, "zh", ["en_US.UTF-8"])).toBe("zh");
    expect(chooseLang(null, null, ["", "zh_TW.UTF-8"])).toBe("zh");
    expect(chooseLang(null, null, ["C", "de_DE"])).toBe("en");
  });
});

describe("spans of time", () => {
  test.each([
    [1 * MINUTE, "<1 min", "<1 分钟"],
    [10 * MINUTE, "<10 min", "<10 分钟"],
    [3 * HOUR, "3 h", "3 小时"],
    [8 * DAY, "8 d", "8 天"],
    [45 * DAY, "1.5 mo", "1.5 个月"],
    [800 * DAY, "2.2 y", "2.2 年"],
  ])("are told on the grades in one rounded unit", (ms, english, chinese) => {
    expect([en.interval(ms), zh.interval(ms)]).toEqual([english, chinese]);
  });

  test("are told to come in words", () => {
    expect([en.inTime(8 * MINUTE), en.inTime(20 * HOUR), en.inTime(3 * DAY)]).toEqual([
      "in 8 min",
      "in 20 hours",
      "in 3 days",
    ]);
    expect([zh.inTime(8 * MINUTE), zh.inTime(20 * HOUR), zh.inTime(3 * DAY)]).toEqual([
      "8 分钟后",
      "20 小时后",
      "3 天后",
    ]);
  });
});

describe("dates", () => {
  test("are written as people write them", () => {
    expect([en.date("2026-12-01" as Day), zh.date("2026-12-01" as Day)]).toEqual([
      "Tue 1 Dec",
      "12月1日 周二",
    ]);
  });
});
