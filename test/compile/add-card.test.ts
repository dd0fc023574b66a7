import { readdirSync, readFileSync } from "node:fs";

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addCard, type CardHome, type NewCard } from "../../src/compile/add-card.ts";
import { compileFile } from "../../src/compile/compile-file.ts";

const CARD: NewCard = { kind: "question", question: "状态后端", answer: "两种：\n\n- heap\n- rocksdb" };

function home(text: string, lineEnd = "\n"): CardHome {
  return { path: "notes.md", text, lineEnd, heading: "2026-12-01", compile: compileFile };
}

function added(text: string, card: NewCard = CARD, lineEnd = "\n"): string {
  const addition = addCard(home(text, lineEnd), card);
  return addition.kind === "added" ? addition.text : addition.why;
}

describe("addCard", () => {
  test("writes a heading of the level that the file's cards have, an empty line before it", () => {
    expect(added("")).toBe("## 状态后端\n\n两种：\n\n- heap\n- rocksdb\n");
    expect(added("# 一\n\n### 什么是 barrier？\n\n一个标记。\n")).toMatch(/^\n### 状态后端\n/u);
    expect(added("# 一\n\n### 什么是 barrier？\n\n一个标记。\n\n\n")).toMatch(/^### 状态后端\n/u);
    expect(added("# 一\n\n正文。\n")).toMatch(/^\n# 状态后端\n/u);
  });

  test("ends lines as the file does, and the file as it ended", () => {
    expect(added("# 一\r\n\r\n## 什么是 barrier？\r\n\r\n一个标记。", CARD, "\r\n")).toBe(
      "\r\n\r\n## 状态后端\r\n\r\n两种：\r\n\r\n- heap\r\n- rocksdb",
    );
  });

  test("sets a mark where the heading alone is none, and a quote where the answer has headings", () => {
    const steps: NewCard = { kind: "question", question: "默认值", answer: "超时 ==10 分钟==。" };
    expect(added("", steps)).toContain("<!-- card: kind=basic -->\n\n## 默认值");
    const answer = "# big\n\ntext\n\n## small\n\nmore";
    expect(added("", { kind: "question", question: "问", answer })).toBe(
      "<!-- card: kind=basic -->\n\n**问**\n\n> # big\n>\n> text\n>\n> ## small\n>\n> more\n",
    );
  });

  test("takes Markdown with cards as it is, apart from the answer above it", () => {
    const cloze: NewCard = { kind: "markdown", markdown: "默认超时 ==10 分钟==。" };
    expect(added("", cloze)).toBe("默认超时 ==10 分钟==。\n");
    expect(added("## 什么是 savepoint？\n\n手动的快照。\n", cloze)).toBe(
      "\n## 2026-12-01\n\n默认超时 ==10 分钟==。\n",
    );
  });

  test.each([
    ["---\ncards: false\n---\n", "no-room"],
    ["# x\n\n```\nopen\n", "no-room"],
  ])("refuses a file at whose end nothing is a card: %j", (text, why) => {
    expect(added(text)).toBe(why);
  });

  test("refuses words that make no card", () => {
    expect(added("# x\n", { kind: "question", question: "问", answer: "" })).toBe("no-card");
    expect(added("# x\n", { kind: "markdown", markdown: "---" })).toBe("no-card");
  });

  test("leaves every other card as it was, behind whatever notes", () => {
    const folder = new URL("fixtures/", import.meta.url);
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => readFileSync(new URL(name, folder), "utf8"));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.lorem(), (text, cut, answer) => {
        const before = text.slice(0, text.length - (cut % text.length));
        const addition = addCard(home(before), { kind: "question", question: "What is new here?", answer });
        if (addition.kind === "refused") return;
        const [was, is] = [before, before + addition.text].map((each) =>
          compileFile({ path: "notes.md", text: each, role: "notes" }).notes.map(
            ({ fingerprint }) => fingerprint,
          ),
        );
        expect(is?.slice(0, -1)).toEqual(was);
        expect(addition.notes.map(({ prompt }) => prompt)).toEqual(["What is new here?"]);
      }),
    );
  });
});
