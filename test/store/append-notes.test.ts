import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { appendToNotes, readForm } from "../../src/store/append-notes.ts";
import { decodeText } from "../../src/store/decode-text.ts";
import { failureOf } from "./failures.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

/** `# 反压`, `下游慢了`. */
const GBK = Buffer.from("2320b7b4d1b90a0acfc2d3cec2fdc1cb0a", "hex");

function fileWith(content: string | Uint8Array): string {
  const folder = scratchFolder();
  writeFiles(folder, { "a.md": content });
  return join(folder, "a.md");
}

describe("appending to notes", () => {
  test.each<[string, string | Uint8Array]>([
    ["UTF-8", "# 反压\n"],
    ["UTF-8 with a byte order mark", "\uFEFF# 反压\n"],
    ["GBK", GBK],
    ["UTF-16LE", Buffer.from("\uFEFF# 反压\r\n", "utf16le")],
    ["UTF-16BE", Buffer.from("\uFEFF# 反压\n", "utf16le").swap16()],
    ["windows-1252", Buffer.from("# caf\u00e9, na\u00efve\n", "latin1")],
  ])("keeps every byte of a file in %s, and its encoding", (_, content) => {
    const file = fileWith(content);
    const before = readFileSync(file);
    const form = readForm(file);
    const added = form.encoding === "windows-1252" ? "\n## d\u00e9j\u00e0\n" : "\n## 什么是背压？\n";
    appendToNotes(file, added, form);
    const after = readFileSync(file);
    expect(after.subarray(0, before.length)).toEqual(before);
    expect(decodeText(after)).toEqual({ kind: "text", text: form.text + added, guess: form.encoding });
  });

  test.each([
    ["# a\n\nb\n", "\n"],
    ["# a\r\n\r\nb\r\nc\n", "\r\n"],
    ["# a\rb\r", "\r"],
    ["", "\n"],
  ])("tells how the lines of %j end", (content, lineEnd) => {
    expect(readForm(fileWith(content)).lineEnd).toBe(lineEnd);
  });

  test("refuses a character that the encoding lacks, and leaves the file alone", () => {
    const file = fileWith(GBK);
    const form = readForm(file);
    expect(failureOf(() => appendToNotes(file, "\u{1F600}", form))).toEqual({
      code: "not-encodable",
      data: { file, encoding: "GBK" },
    });
    expect(readFileSync(file)).toEqual(GBK);
  });

  test("makes a file that isn't there, and its folder; keeps the rights of one that is", () => {
    const folder = scratchFolder();
    const file = join(folder, "new/inbox.md");
    appendToNotes(file, "## 问\n", readForm(file));
    expect(readFileSync(file, "utf8")).toBe("## 问\n");
    const mode = statSync(file).mode;
    appendToNotes(file, "\n## 答\n", readForm(file));
    expect(statSync(file).mode).toBe(mode);
  });

  test("refuses what is no text", () => {
    const file = fileWith(Uint8Array.of(0, 1, 2));
    expect(failureOf(() => readForm(file))).toMatchObject({ code: "file-read", data: { file } });
  });
});
