import { describe, expect, test } from "vitest";

import { editorArguments } from "../../src/cli/editor-command.ts";

const AT = { file: "/notes/a b.md", line: 12 };

describe("editorArguments", () => {
  test.each<[string, readonly string[]]>([
    ["vim", ["+12", "/notes/a b.md"]],
    ["/usr/bin/nvim --clean", ["+12", "/notes/a b.md"]],
    ["nano", ["+12", "/notes/a b.md"]],
    ["emacsclient -t", ["+12", "/notes/a b.md"]],
    ["micro", ["+12", "/notes/a b.md"]],
    ["gvim", ["-f", "+12", "/notes/a b.md"]],
    ["hx", ["/notes/a b.md:12"]],
    ["subl", ["--wait", "/notes/a b.md:12"]],
    ["code", ["--wait", "--goto", "/notes/a b.md:12"]],
    ["code -w", ["--goto", "/notes/a b.md:12"]],
    ["code -g -w", ["/notes/a b.md:12"]],
    ["'/opt/Visual/code.cmd' --wait", ["--goto", "/notes/a b.md:12"]],
    ["kate", ["--block", "--line", "12", "/notes/a b.md"]],
    ["idea --wait", ["--line", "12", "/notes/a b.md"]],
    ["my-editor --fast", ["/notes/a b.md"]],
  ])("tells %s the line in its own way", (call, words) => {
    expect(editorArguments(call, AT)).toEqual(words);
  });
});
