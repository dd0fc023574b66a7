import fc from "fast-check";

const PLAIN = fc.constantFrom(
  "gear",
  "齿轮",
  "turns",
  "What",
  "如何",
  "vs",
  "?",
  "？",
  ".",
  "。",
  "::",
  ":::",
  "1.5",
);
const MARKED = fc.constantFrom(
  "**bold**",
  "`code`",
  "_e_",
  "~~s~~",
  "**unclosed",
  "[link](u)",
  "[ref][r]",
  "![picture](p)",
  "[^1]",
  "<b>",
);
const STRANGE = fc.constantFrom(
  "\\*escaped",
  "a &amp; b",
  "&nbsp;",
  "\u00A0",
  "\u200B",
  "😀",
  "e\u0301",
  "https://a.b",
);
const HIDING = fc.constantFrom("==hidden==", "{{c1::x::hint}}", "{{y}}");
const WORD = fc.oneof(
  { weight: 3, arbitrary: PLAIN },
  { weight: 3, arbitrary: MARKED },
  { weight: 2, arbitrary: STRANGE },
  HIDING,
);

const HEADING = fc.constantFrom(
  "# ",
  "## ",
  "### ",
  "#### ",
  "## 3. ",
  "## 4、",
  "### Q7 ",
  "# 1 ",
  "7.  ### ",
  "- ## ",
);
const QUOTE = fc.constantFrom("> ", ">", "> > ", "> - ");
const ITEM = fc.constantFrom("- ", "* ", "1. ", "2. ", "  - ", "- [x] ", "- [ ] ", "   ", "    ", "\t", "| ");
const LABEL = fc.constantFrom("Q: ", "A: ", "问：", "答：", "**Q1:** ", "1、", "（2）", "一、");
const PREFIX = fc.oneof({ weight: 2, arbitrary: fc.constant("") }, HEADING, QUOTE, ITEM, LABEL);

const BLANK = fc.constantFrom("", "&nbsp;", "<!-- other -->", "**[Top](#a)**");
const RULE = fc.constantFrom(
  "---",
  "***",
  "===",
  "```",
  "~~~",
  "| a | b |",
  "|---|---|",
  "title: x",
  "level: senior",
);
const MARK = fc.constantFrom(
  "<!-- card: x1 -->",
  "<!-- card: kind=cloze -->",
  "<!-- card: a level=senior kind=order -->",
  "<!-- card: kind=typed -->",
  "<!-- card: kind=table t -->",
);
const SIGN = fc.constantFrom(
  "## Answer",
  "## Question",
  "## 参考答案",
  "## 面试题",
  "# 目录",
  "**Boss**：hm?",
  "**Clerk**：er",
);
const LEFTOVER = fc.constantFrom(
  "<details><summary>Why?</summary>",
  "</details>",
  "[r]: http://u",
  "[^1]: note",
);

const LINE = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(PREFIX, fc.array(WORD, { minLength: 1, maxLength: 6 }))
      .map(([prefix, words]) => prefix + words.join(" ")),
  },
  BLANK,
  RULE,
  MARK,
  SIGN,
  LEFTOVER,
);

/** Documents that look like notes, right and wrong, with all that notes of ours and of other people hold. */
export const MARKDOWN_DOCUMENT: fc.Arbitrary<string> = fc
  .tuple(fc.array(LINE, { maxLength: 40 }), fc.constantFrom("\n", "\n\n", "\r\n"))
  .map(([lines, end]) => lines.join(end));

/** What a terminal would take for a command, or what would turn a line around. */
const NASTY = fc.constantFrom(
  "\u001B[31m",
  "\u009B2J",
  "\u001B]8;;http://evil\u0007here\u001B]8;;\u0007",
  "\u0090q\u009C",
  "\u202Edcba\u2066",
  "\u0008\u007F",
  "\u0085",
  "\u2028",
  "&#27;[2J",
  "&#x9b;2J",
  "![\u001B[31m](p\u0007.png)",
  "[x\u009B](u\u001B)",
  "`\u001B[31m`",
  "<img src='\u001B]0;t\u0007.png' alt='&#27;'>",
  "[^\u001B1]",
  "{{c1::a\u001B::h\u009B}}",
  "$\\alpha\u001B$",
  "```js\u001B\n\u009B\n```",
);

/** Documents with what a terminal would take for a command in them, anywhere. */
export const HOSTILE_DOCUMENT: fc.Arbitrary<string> = fc
  .tuple(MARKDOWN_DOCUMENT, fc.array(fc.tuple(NASTY, fc.nat()), { maxLength: 12 }))
  .map(([text, nasty]) =>
    nasty.reduce((all, [piece, at]) => insert(all, piece, at % (all.length + 1)), text),
  );

function insert(text: string, piece: string, at: number): string {
  return text.slice(0, at) + piece + text.slice(at);
}
