import { describe, expect, test } from "vitest";

import { asks, isQuestion, isStatement } from "../../../src/compile/words/asks.ts";

describe("asks", () => {
  test.each([
    ["a question mark, full or half width", "链条为什么断？", "链条断了?", "The chain broke?"],
    [
      "a question mark with a remark behind it",
      "怎么接？（重点）",
      "How? (important)",
      "什么是飞轮？⭐",
      "飞轮说一下?（常问）",
    ],
    ["two sentences", "A or B? Explain your choice.", "会断吗？怎么办"],
    [
      "a Chinese question word",
      "链条怎么保证不断",
      "用蜡还是用油",
      "胎压多少合适",
      "是否需要上油",
      "哪些零件会坏",
    ],
    ["a difference", "碟刹和圈刹的区别", "Difference between rim and disc brakes", "真空胎的优缺点（重要）"],
    ["a particle at the end", "知道飞轮是什么吗", "那链条呢"],
    [
      "a task in Chinese",
      "说下齿轮",
      "简述刹车流程。",
      "聊一聊保养",
      "解释一下齿比",
      "请你介绍一下车架",
      "手写一个齿比计算",
      "说明刹车原理",
      "链条和皮带，讲一下各自的保养",
    ],
    [
      "a task in English",
      "Explain closures.",
      "Describe the drivetrain",
      "List the parts",
      "Please compare the two",
    ],
    [
      "an English question without a mark",
      "How do gears mesh",
      "What's a hub",
      "In which order",
      "Is steel heavier than it looks",
    ],
    ["a quiz", "下列说法正确的是：", "以下属于传动系统的有（）"],
    ["a blank", "A chain runs over the ____.", "____ ends a cable.", "链条绕过___和飞轮", "the _____Guard"],
  ])("tells by %s", (_, ...lines) => {
    expect(lines.filter((line) => !asks(line))).toEqual([]);
  });

  test.each([
    [
      "topics",
      "一. 自行车概述：",
      "齿比",
      "Gear ratios",
      "车轮 wheel",
      "刹车和变速的调整",
      "解释器",
      "实现原理",
      "设计模式",
      "说明书",
      "说明如下",
    ],
    ["names with underscores", "chain___guard", "GEAR____1", "____"],
    [
      "words that only look like a task",
      "List comprehension",
      "Name resolution",
      "Design patterns",
      "Write-ahead log",
    ],
    ["question marks that belong to code", "a?b=c", "Nullish ?? operator", "?. operator"],
    ["finished statements", "How it went.", "在不同的路况下如何检查里程。"],
    ["prose", `${"很长的一段话，".repeat(80)}为什么？`],
  ])("finds no question in %s", (_, ...lines) => {
    expect(lines.filter((line) => asks(line))).toEqual([]);
  });
});

describe("isQuestion", () => {
  test("takes a question mark at the end", () => {
    expect(["Which?", "“为什么？”"].every(isQuestion)).toBe(true);
    expect(["Which? That one.", "如何接"].some(isQuestion)).toBe(false);
  });
});

describe("isStatement", () => {
  test("is ended like a sentence", () => {
    expect(["It turns.", "转了。", "先洗；", "and so on…"].every(isStatement)).toBe(true);
    expect(["It turns", "步骤：", "gears, etc.", "转吗？"].some(isStatement)).toBe(false);
  });
});
