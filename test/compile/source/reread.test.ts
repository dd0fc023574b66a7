import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";

import { parseMarkdown } from "../../../src/compile/parse-markdown.ts";
import { reread } from "../../../src/compile/source/reread.ts";

/** Returns the source of every text and every piece of code within some nodes. */
function textsIn(nodes: readonly Nodes[], source: string): readonly string[] {
  return nodes.flatMap((node) => {
    if ("children" in node) return textsIn(node.children, source);
    return [source.slice(node.position?.start.offset, node.position?.end.offset)];
  });
}

describe("reread", () => {
  test.each([
    ["spaces", "para\n\n    an answer\n    in two lines\n\n    - a point\n\n          code in the item\n"],
    ["tabs", "para\n\n\tan answer\n\tin two lines\n"],
    ["Windows line ends", "para\r\n\r\n    an answer\r\n    in two lines\r\n"],
  ])("gives the new nodes their places in the source, indented with %s", (_, source) => {
    const code = parseMarkdown(source).children[1];
    const nodes = code === undefined ? [] : reread(source, code, 4);
    expect(nodes[0]?.type).toBe("paragraph");
    const [first, ...rest] = textsIn(nodes, source);
    expect(first?.replaceAll(/\s+/g, " ")).toBe("an answer in two lines");
    expect(rest.map((text) => text.trim())).toEqual(
      source.includes("point") ? ["a point", "code in the item"] : [],
    );
    expect(nodes[0]?.position?.start).toMatchObject({ line: 3, column: source.includes("\t") ? 2 : 5 });
  });

  test("reads each line as it is rewritten", () => {
    const source = "a\n##b\n";
    const [paragraph] = parseMarkdown(source).children;
    const rewrite = (line: string): string => line.replace("##", "# ");
    const nodes = paragraph === undefined ? [] : reread(source, paragraph, 0, rewrite);
    expect(nodes.map(({ type }) => type)).toEqual(["paragraph", "heading"]);
    expect(textsIn(nodes, source)).toEqual(["a", "b"]);
  });
});
