import { describe, expect, test } from "vitest";

import { compileFile } from "../../src/compile/compile-file.ts";

/** How people write a question down, `N` being its number and `Z` its Chinese one. */
const QUESTIONS = [
  ..."Q: ?|**Q: ?**|**Q:** ?|**QN:** ?|QN. ?|**QN. ?**|Question N: ?|**Question:** ?|**?**|**N. ?**|**N.** ?".split(
    "|",
  ),
  ..."### ?|### **?**|### N. ?|### Q: ?|### QN: ?|#### Question N: ?|### Z、?".split("|"),
  ..."- ?|- **?**|- Q: ?|- **Q:** ?|- **Q: ?**|N. ?|N. **?**|N. Q: ?|N. **Q: ?**".split("|"),
  ..."问：?|问题：?|**问题N：**?|【问题】?|QN：?|**QN：?**|N、?|Z、?|（N）?".split("|"),
];

/** How they write the answer down; those in the second list may stand in the line below the question. */
const ANSWERS = [
  "?",
  "> ?",
  "- ?",
  "?\n\n```js\nbolt()\n```",
  "**Answer**\n\n?",
  "Answer:\n\n?",
  "参考答案：\n\n?",
];
const FOLDS = [
  "<details>\n<summary>Answer</summary>\n\n?\n\n</details>",
  "<details><summary>Show answer</summary>?</details>",
];
const LABELLED = [
  "A: ?",
  "**A:** ?",
  "A：?",
  "Answer: ?",
  "**Answer:** ?",
  "答：?",
  "**答案：**?",
  "**答案**：?",
  "- A: ?",
];

const PAIRS = {
  en: [
    ["What is a bolt?", "It joins two plates"],
    ["How does a nut hold?", "Friction keeps it there"],
    ["Why do gears need oil?", "Oil keeps metal apart"],
    ["Which spanner fits?", "The one with the same number"],
    ["When is a chain worn?", "After it has grown by one percent"],
  ],
  zh: [
    ["螺栓是什么？", "连接两块板的零件"],
    ["螺母怎么锁住？", "靠摩擦力锁住"],
    ["齿轮为什么要上油？", "油把金属隔开"],
    ["该用哪一把扳手？", "数字相同的那一把"],
    ["链条什么时候算磨损？", "伸长百分之一以后"],
  ],
} as const;

const LANGS = ["en", "zh"] as const;

describe("a way to ask", () => {
  test.each(QUESTIONS)("`%s` is read with every way to answer", (question) => {
    const misread = LANGS.flatMap((lang) =>
      waysToAnswer(question).filter((answer) => read(notesWith(question, answer, lang)) !== expected(lang)),
    );
    expect(misread).toEqual([]);
  });
});

/** Returns the ways to answer below a question, each with the space between. */
function waysToAnswer(question: string): readonly string[] {
  const isItem = /^(?:- |N\. )/u.test(question);
  const indent = (answer: string): string => (isItem ? answer.replaceAll(/^(?=.)/gmu, "   ") : answer);
  const apart = [...ANSWERS, ...FOLDS, ...LABELLED].map((answer) => `\n\n${indent(answer)}`);
  const below = LABELLED.map((answer) => `\n${indent(answer)}`);
  const asItems = question.startsWith("- ") ? ["\n- A: ?", "\n\n- A: ?"] : [];
  return [...apart, ...below, ...asItems];
}

function notesWith(question: string, answer: string, lang: (typeof LANGS)[number]): string {
  const notes = PAIRS[lang].map(([asked, answered], index) => {
    const prompt = question.replace("N", String(index + 1)).replace("Z", "一二三四五"[index] ?? "");
    return prompt.replace("?", asked) + answer.replace("?", answered);
  });
  return `# Notes\n\n${notes.join("\n\n")}\n`;
}

/** Returns all questions with their answers, without code and numbers: the numbers of lists are shown with their questions. */
function read(text: string): string {
  const { notes, texts } = compileFile({ path: "notes.md", text, role: "notes" });
  return notes
    .map(({ prompt }, index) => `${prompt} ${texts[index]?.wording.answer ?? ""}`.replace(/\nbolt\(\)$/u, ""))
    .join("\n");
}

function expected(lang: (typeof LANGS)[number]): string {
  return PAIRS[lang].map((pair) => pair.join(" ")).join("\n");
}
