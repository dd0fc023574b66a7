import { describe, expect, test } from "vitest";

import {
  answerLabelOf,
  beginsAnswer,
  explanationLabelOf,
  isAnswerLabel,
  isAroundNotes,
  isAside,
  isAspect,
  isCitation,
  isContentsLabel,
  isQuestionLabel,
  isUnfoldLabel,
  questionLabelOf,
} from "../../../src/compile/words/labels.ts";

describe("labels in front of a text", () => {
  test("have a length with the space behind them", () => {
    expect(["Q: a", "问：甲", "Question 3: a", "问题: 甲"].map(questionLabelOf)).toEqual([3, 2, 12, 4]);
    expect(["A: a", "答：甲", "参考答案：甲", "Answer : a"].map(answerLabelOf)).toEqual([3, 2, 5, 9]);
  });

  test("may stand in brackets", () => {
    expect(["【问题】甲", "[Q] a", "【问题 2】：甲"].map(questionLabelOf)).toEqual([4, 4, 7]);
    expect(["【答案】甲", "[A] a", "【答案】：甲"].map(answerLabelOf)).toEqual([4, 4, 5]);
    expect(["[Quality] a", "【问题排查】甲"].map(questionLabelOf)).toEqual([0, 0]);
  });

  test("tell an explanation from an answer", () => {
    expect(["解析：甲", "【题目解析】甲", "Explanation: a", "解析器：甲"].map(explanationLabelOf)).toEqual([
      3, 6, 13, 0,
    ]);
    expect(answerLabelOf("解析：甲")).toBe(0);
  });

  test("are no beginnings of words", () => {
    expect(["Quality: high", "问题排查", "Q", "A wheel"].map((text) => questionLabelOf(text))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(["A. an option", "Answering: no", "答题"].map((text) => answerLabelOf(text))).toEqual([0, 0, 0]);
  });
});

describe("labels as whole headings", () => {
  test.each([
    ["a question", isQuestionLabel, ["面试题", "Question", "## Questions", "题目："], ["问题排查", "题解"]],
    [
      "an answer",
      isAnswerLabel,
      ["参考答案", "Answer", "**答案：**", "面试题剖析", "View answer", "解析", "答案 & 解析"],
      ["解析器", "Archive", "答案仅供参考"],
    ],
    ["the beginning of an answer", beginsAnswer, ["Answer: D", "答：甲", "答案"], ["Answering machines"]],
    [
      "contents",
      isContentsLabel,
      ["目录", "Table of Contents", "📚 目录", "TOC", "正文"],
      ["目录结构", "Index scan", "索引"],
    ],
    [
      "what stands around notes",
      isAroundNotes,
      [
        "前言",
        "参考资料",
        "References",
        "License",
        "微信公众号",
        "面试技巧",
        "先说几句题外话",
        "Next steps",
        "答案仅供参考",
      ],
      ["参考系", "License plates"],
    ],
    [
      "an aspect",
      isAspect,
      ["优点", "1. 优点", "Example", "示例：", "总结", "是什么", "How to use it"],
      ["优点在哪", "Example-driven"],
    ],
    ["an aside", isAside, ["注意：", "Note", "输出", "或者", "vs"], ["注意力", "Notes on gears"]],
    [
      "something to unfold",
      isUnfoldLabel,
      ["展开", "View answer", "Click to expand", "查看答案", "See more"],
      ["展开式", "View layer"],
    ],
    [
      "a citation",
      isCitation,
      ["官方文档的说明如下：", "The manual says:", "例如："],
      ["实例变量：", "How it works:", "如下"],
    ],
  ])("tell %s", (_, is, labels, others) => {
    expect(labels.filter((label) => !is(label))).toEqual([]);
    expect(others.filter((other) => is(other))).toEqual([]);
  });
});
