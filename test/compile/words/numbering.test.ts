import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { depthOf, numberingOf, ordinalOf, seriesOf } from "../../../src/compile/words/numbering.ts";

function numberOf(text: string) {
  const numbering = numberingOf(text);
  return numbering === null ? null : [numbering.number, text.slice(numbering.length)];
}

describe("numberingOf", () => {
  test.each([
    ["2、怎么接？", "2", "怎么接？"],
    ["0. first", "0", "first"],
    ["1.  wide", "1", "wide"],
    ["1.紧挨着", "1", "紧挨着"],
    ["(3) in brackets", "3", "in brackets"],
    ["（三）括号", "三", "括号"],
    ["Q7 labelled", "7", "labelled"],
    ["Question 12. written out", "12", "written out"],
    ["一、中文", "一", "中文"],
    ["一. 自行车概述：", "一", "自行车概述："],
    ["十二、更多", "十二", "更多"],
    ["第 3 题 接链", "3", "接链"],
    ["第三章：车轮", "三", "车轮"],
    ["2.1 deeper", "2.1", "deeper"],
    ["①圈", "①", "圈"],
    ["1).both", "1", "both"],
    ["50 . apart", "50", "apart"],
    ["3 三号", "3", "三号"],
  ])("reads the number of %s", (text, number, rest) => {
    expect(numberOf(text)).toEqual([number, rest]);
  });

  test.each([
    "10:30 开门",
    "1：2 的齿比",
    "3.x 版本",
    "2PC 是什么",
    "一个齿轮",
    "12",
    "12.",
    "Quick question",
    "3D",
  ])("finds none in %s", (text) => {
    expect(numberingOf(text)).toBeNull();
  });

  test("always leaves a rest, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."1一.、() Q第题：a") }), (text) => {
        const numbering = numberingOf(text);
        expect(numbering === null || numbering.length < text.length).toBe(true);
      }),
    );
  });
});

describe("the order of numbers", () => {
  function ordinal(text: string): number {
    const numbering = numberingOf(text);
    return numbering === null ? Number.NaN : ordinalOf(numbering);
  }

  test("is read from digits, numerals and circles", () => {
    expect(["12. a", "三、a", "十、a", "二十一、a", "一百零五、a", "③a", "2.10 a"].map(ordinal)).toEqual([
      12, 3, 10, 21, 105, 3, 10,
    ]);
  });

  test("belongs to a series: 2.1 and 2.2 are of one, 2.1 and 3.1 are not", () => {
    const series = ["2.1 a", "2.2 a", "3.1 a", "2. a"].map((text) => {
      const numbering = numberingOf(text);
      return numbering === null ? "" : seriesOf(numbering);
    });
    expect(series[0]).toBe(series[1]);
    expect(new Set(series).size).toBe(3);
  });

  test("has depths: chapters above numerals above digits above digits with a dot", () => {
    const depths = ["第 1 章 a", "一、a", "1. a", "1.1 a"].map((text) => {
      const numbering = numberingOf(text);
      return numbering === null ? 0 : depthOf(numbering);
    });
    expect(depths).toEqual(depths.toSorted((one, other) => one - other));
    expect(new Set(depths).size).toBe(4);
  });
});
