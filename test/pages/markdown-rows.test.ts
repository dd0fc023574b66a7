import { describe, expect, test } from "vitest";

import { parseMarkdown } from "../../src/compile/parse-markdown.ts";
import { createHighlight } from "../../src/pages/markdown/highlight.ts";
import { markdownRows } from "../../src/pages/markdown/markdown-rows.ts";
import { rowText, rowWidth, type Row } from "../../src/pages/row.ts";

function rowsOf(markdown: string, width = 40): readonly Row[] {
  return markdownRows(parseMarkdown(markdown).children, { width, highlight: createHighlight() });
}

function drawn(markdown: string, width = 40): string {
  return rowsOf(markdown, width)
    .map((line) => rowText(line).trimEnd())
    .join("\n");
}

describe("markdownRows", () => {
  test("sets one empty row between blocks", () => {
    expect(drawn("one\n\ntwo")).toBe("one\n\ntwo");
  });

  test("hangs lists behind their signs, nested ones too", () => {
    expect(drawn("1. first\n2. second\n   - inner\n")).toBe("1. first\n2. second\n   · inner");
  });

  test("shows which tasks are done", () => {
    expect(drawn("- [x] right\n- [ ] wrong\n")).toBe("· [x] right\n· [ ] wrong");
  });

  test("puts a bar before a quote", () => {
    expect(drawn("> quoted\n> > deeper\n")).toBe("│ quoted\n│\n│ │ deeper");
  });

  test("draws a line under the head of a table and nowhere else", () => {
    expect(drawn("| a | 反压 |\n|---|--:|\n| b | 1 |\n")).toBe("a  反压\n─  ────\nb     1");
  });

  test("makes a wide table fit by wrapping its cells", () => {
    const table = `| name | meaning |\n|---|---|\n| checkpoint | ${"状态的一致快照，".repeat(6)} |\n`;
    expect(Math.max(...rowsOf(table, 40).map(rowWidth))).toBeLessThanOrEqual(40);
  });

  test("goes on below with a line of code that is too long", () => {
    expect(drawn("```\nabcdefghij\n```", 10)).toBe("  abcdef\n  ↳ ghij");
  });

  test("goes on at the next token with a line of code that is too long", () => {
    expect(drawn("```\nenv.fromSource(orders, watermarks)\n```", 30)).toBe(
      "  env.fromSource(orders,\n  ↳ watermarks)",
    );
  });

  test("lets code and tables be wider than the text", () => {
    const line = "x".repeat(60);
    const markdown = `${"words ".repeat(12)}\n\n\`\`\`\n${line}\n\`\`\`\n\n> - nested\n>\n>   \`\`\`\n>   ${line}\n>   \`\`\``;
    const { children } = parseMarkdown(markdown);
    const rows = markdownRows(children, { width: 40, wide: 66, highlight: null });
    expect(rows.map(rowText)).toEqual([
      "words words words words words words",
      "words words words words words words",
      "",
      `  ${line}`,
      "",
      "│ · nested",
      "│ ",
      `│     ${line}`,
    ]);
  });

  test("leaves room for what stands before nested code and tables", () => {
    const code = "```\nxxxx xxxx xxxx xxxx xxxx xxxx xxxx xxxx xxxx xxxx\n```";
    const table = `| a | b |\n|---|---|\n| ${"word ".repeat(9)}| ${"word ".repeat(9)}|`;
    const nested = `${code}\n\n${table}`.replaceAll(/^/gmu, "> > ");
    const { children } = parseMarkdown(`1. item\n\n${nested.replaceAll(/^/gmu, "   ")}`);
    for (let wide = 40; wide < 120; wide += 1) {
      const rows = markdownRows(children, { width: 40, wide, highlight: null });
      expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(wide);
    }
  });

  test("colours the code of languages that it knows", () => {
    const [line] = rowsOf("```java\nreturn 1;\n```");
    expect(line?.map(({ text, tone }) => [text, tone])).toContainEqual(["return", "keyword"]);
  });

  test("draws only the words of HTML", () => {
    expect(drawn("<details><summary>See more</summary>\n\nthe rest<br>of it\n\n</details>")).toBe(
      "See more\n\nthe rest\nof it",
    );
  });

  test("tells a picture by its description and its path", () => {
    expect(drawn("![the plan](img/plan.png)")).toBe("[▣ the plan · img/plan.png]");
  });

  test("draws a picture below its description where the terminal can show it", () => {
    const pictures = (url: string, room: number) =>
      url === "a.png" ? { id: 5, columns: room, rows: 2 } : null;
    const { children } = parseMarkdown("![the plan](a.png)\n\n![gone](b.png)");
    const rows = markdownRows(children, { width: 20, highlight: null, pictures });
    expect(rows.map((line) => line[0]?.picture ?? rowText(line))).toEqual([
      "[▣ the plan · a.png]",
      5,
      5,
      "",
      "[▣ gone · b.png]",
    ]);
    expect(Math.max(...rows.map(rowWidth))).toBe(20);
  });

  test("joins lines that an editor broke, and keeps short ones that their author broke", () => {
    const full = "A paragraph that was wrapped at some column by an editor";
    expect(drawn(`${full}\nflows on.`, 76)).toBe(`${full} flows on.`);
    expect(drawn("状态后端\n检查点", 76)).toBe("状态后端\n检查点");
    expect(drawn(`${full}\\\nSource.`, 76)).toBe(`${full}\nSource.`);
  });

  test("parts Chinese and Latin by a space that nobody typed", () => {
    expect(drawn("用flink的checkpoint")).toBe("用 flink 的 checkpoint");
  });

  test("lets no control of the terminal through", () => {
    const text = drawn("a\u001b[31mred\u202eevil\n\n```\n\u001b]0;title\u0007x\n```\n\n`\u009b2J`");
    // oxlint's own rule would have this spelled out: every control but the line feed.
    expect(
      [...text].filter((character) => character !== "\n" && /\p{Cc}|\p{Bidi_Control}/u.test(character)),
    ).toEqual([]);
  });
});
