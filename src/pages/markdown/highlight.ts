import type { Root, RootContent } from "hast";
import bash from "highlight.js/lib/languages/bash";
import java from "highlight.js/lib/languages/java";
import json from "highlight.js/lib/languages/json";
import properties from "highlight.js/lib/languages/properties";
import python from "highlight.js/lib/languages/python";
import scala from "highlight.js/lib/languages/scala";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";

import { span, type Row, type Span, type Tone } from "../row.ts";

/** Colours code: returns its lines as rows, or `null` for a language that it doesn't know. */
export type Highlight = (code: string, language: string) => readonly Row[] | null;

const TONES: Readonly<Record<string, Tone>> = {
  "hljs-keyword": "keyword",
  "hljs-built_in": "keyword",
  "hljs-type": "accent",
  "hljs-title": "accent",
  "hljs-attr": "accent",
  "hljs-attribute": "accent",
  "hljs-string": "literal",
  "hljs-number": "literal",
  "hljs-literal": "literal",
  "hljs-comment": "quiet",
  "hljs-meta": "quiet",
};

/** Returns a highlighter for the languages that notes about streaming jobs are written with. */
export function createHighlight(): Highlight {
  const lowlight = createLowlight({
    bash,
    java,
    json,
    properties,
    python,
    scala,
    sql,
    typescript,
    xml,
    yaml,
  });
  lowlight.registerAlias({
    typescript: ["ts", "javascript", "js"],
    bash: ["sh", "shell"],
    yaml: ["yml"],
    python: ["py"],
  });
  return (code, language) => {
    const name = language.toLowerCase();
    return lowlight.registered(name) ? linesOf(lowlight.highlight(name, code)) : null;
  };
}

function linesOf(tree: Root): readonly Row[] {
  const rows: Span[][] = [[]];
  for (const piece of tree.children.flatMap((node) => spansOf(node, "plain"))) {
    piece.text.split("\n").forEach((text, index) => {
      if (index > 0) rows.push([]);
      if (text !== "") rows.at(-1)?.push({ ...piece, text });
    });
  }
  return rows;
}

function spansOf(node: RootContent, tone: Tone): readonly Span[] {
  if (node.type === "text") return [span(node.value, tone)];
  if (node.type !== "element") return [];
  const names = node.properties["className"];
  const named = Array.isArray(names) ? names.map((name) => TONES[name]).find((found) => found) : undefined;
  return node.children.flatMap((child) => spansOf(child, named ?? tone));
}
