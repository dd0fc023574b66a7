import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { noteOf } from "../../src/card/card.ts";
import { assembleDeck } from "../../src/compile/assemble-deck.ts";
import { compileFile } from "../../src/compile/compile-file.ts";
import type { CompiledFile } from "../../src/compile/compiled-file.ts";
import { fingerprintOf } from "../../src/compile/fingerprint.ts";
import { HOSTILE_DOCUMENT, MARKDOWN_DOCUMENT } from "./markdown-documents.ts";

function compile(text: string, path = "notes.md"): CompiledFile {
  return compileFile({ path, text, role: "notes" });
}

/** Calls `check` with what many documents compile to. */
function always(check: (file: CompiledFile, lines: readonly string[], text: string) => void): void {
  fc.assert(
    fc.property(MARKDOWN_DOCUMENT, (text) => {
      check(compile(text), text.split(/\r\n|\n|\r/), text);
    }),
    { numRuns: 200 },
  );
}

describe("compileFile", () => {
  test("throws on no document, and gives a text for every note", () => {
    always(({ notes, texts }) => {
      expect(texts).toHaveLength(notes.length);
      expect(texts.every(({ wording }) => wording.question !== "" && wording.answer !== "")).toBe(true);
    });
  });

  test.each([
    ["quotes", ">".repeat(20_000)],
    ["lists", "- ".repeat(20_000)],
    ["emphasis", `${"*".repeat(20_000)}a${"*".repeat(20_000)}`],
    ["unclosed things", "[a](b `c <d **e ".repeat(2000)],
    ["one long line", `# ${"齿轮？".repeat(100_000)}`],
    ["nothing", ""],
    ["a lone carriage return", "a?\r> b"],
    ["NUL and controls", "a\0?\n> b\u0007\u202E"],
  ])("throws on no %s either", (_, text) => {
    expect(() => compile(text)).not.toThrow();
  });

  test.each([
    ["addresses in one word", `a\n\n    ${"http:x".repeat(40)} y`],
    ["points behind a question", `Q: why does it rust? ${".".repeat(250_000)}a`],
    ["words that send elsewhere", `# a\n\n[b](c) ${"可以".repeat(60_000)}`],
    ["folds without an end in one piece of HTML", "<details><summary>Why?</summary>".repeat(30_000)],
    ["summaries without an end", "<details><summary>".repeat(50_000)],
    ["dots behind words that send elsewhere", `# a?\n\nA wheel [b](c) 详见${".".repeat(100_000)}x`],
    ["links without an end behind a question", `**Why?** ${"[a](".repeat(30_000)}`],
    ["HTML headings without an end", "<h2>why?</h2>\n".repeat(3) + "<h2>".repeat(50_000)],
    ["headings that are said again and again", "# Why?\n\n## How?\n\nx\n\n".repeat(5_000)],
  ])("is done soon with %s", (_, text) => {
    const begun = performance.now();
    compile(text);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test("gives the same for the same, as plain JSON", () => {
    always((file, _, text) => {
      expect(compile(text)).toEqual(file);
      expect(JSON.parse(JSON.stringify(file))).toEqual(file);
    });
  });

  test("lists nothing that steers a terminal, whatever stands in the notes", () => {
    fc.assert(
      fc.property(HOSTILE_DOCUMENT, (text) => {
        const { notes, facts, problems } = compile(`---\ntags: [a\u009B]\n---\n${text}`);
        const listed = JSON.stringify({ notes, facts, problems: problems.map(({ data }) => data) });
        expect(/\\u00(?:0[^9a]|1)|[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.exec(listed)?.[0]).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test("points at the prompt's first word", () => {
    always(({ notes }, lines) => {
      for (const { place, prompt } of notes) {
        const behind = lines[place.line - 1]?.slice(place.column - 1).normalize("NFC") ?? "";
        const word = /^[\p{L}\d]+/u.exec(prompt)?.[0] ?? "";
        expect(behind.startsWith(word) || behind.startsWith("!["), `${word} in ${behind}`).toBe(true);
      }
    });
  });

  test("points its problems into the file", () => {
    always(({ problems }, lines) => {
      for (const { place } of problems) {
        expect(place.column).toBeGreaterThan(0);
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? -1) + 1);
      }
    });
  });

  test("names a note by its wording, whatever else stands in the file", () => {
    always(({ notes, texts }, _, text) => {
      expect(notes.map((note) => note.fingerprint)).toEqual(texts.map((each) => fingerprintOf(each.wording)));
      const before = compile(`# 零件\n\n## 垫片是什么？\n\n一片金属。\n\n# 正文\n\n${text}`).notes;
      expect(before[0]?.prompt).toBe("垫片是什么？");
    });
  });

  test("marks the hidden pieces of a cloze where they stand", () => {
    always(({ texts }) => {
      for (const text of texts) {
        if (text.kind !== "cloze") continue;
        const marked = text.hidden.map(({ start, end }) => text.content.markdown.slice(start, end));
        expect(marked.every((piece) => /^(?:==|\{\{).*(?:==|\}\})$/su.test(piece))).toBe(true);
      }
    });
  });

  test("doesn't see what is joined with it in a deck", () => {
    fc.assert(
      fc.property(MARKDOWN_DOCUMENT, MARKDOWN_DOCUMENT, (one, other) => {
        const [first, second] = [compile(one, "one.md"), compile(other, "other.md")];
        const alone = assembleDeck([first]).deck.cards.map(
          (card) => [card.id, card.kind, card.faces] as const,
        );
        const uids = new Set(second.notes.map((note) => note.id ?? note.fingerprint));
        const joined = assembleDeck([first, second]).deck.cards.slice(0, alone.length);
        const kept = alone.filter(([id]) => !uids.has(noteOf(id)));
        expect(joined.map((card) => [card.id, card.kind, card.faces])).toEqual(expect.arrayContaining(kept));
      }),
    );
  });

  test("reads a text with a byte order mark, and with the line ends of Windows", () => {
    const plain = compile("## Why?\n\nSo.\n\nTwo\nlines.");
    const windows = compile("\uFEFF## Why?\r\n\r\nSo.\r\n\r\nTwo\r\nlines.");
    expect(windows).toEqual(plain);
  });

  test("gives no cards from the README of a deck, but what it says about the deck", () => {
    const text = "---\ndeck: {zh: 自行车, en: Bicycles}\nchapters: {1: Wheels}\n---\n\n## Why?\n\nSo.";
    const readme = compileFile({ path: "README.md", text, role: "readme" });
    expect(readme.notes).toEqual([]);
    expect(readme.facts).toEqual({
      title: { zh: "自行车", en: "Bicycles" },
      chapters: [{ key: "1", title: { zh: "Wheels", en: "Wheels" } }],
    });
    expect(compile(text)).toMatchObject({ facts: null, notes: [{ prompt: "Why?" }] });
  });

  test("takes what a link or a footnote leads to along with the text that needs it", () => {
    const { texts } = compile(
      "## Why?\n\nBecause of the long chain of causes in [here][place][^1].\n\n## Else?\n\nNo.\n\n[place]: http://a.b\n\n[^1]: A note.",
    );
    expect(texts.map((text) => (text.kind === "basic" ? text.answer.markdown : ""))).toEqual([
      "Because of the long chain of causes in [here][place][^1].\n\n[place]: http://a.b\n\n[^1]: A note.",
      "No.",
    ]);
  });
});
