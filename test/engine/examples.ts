import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import * as flink from "../../src/engine/index.ts";

const ENGINE = fileURLToPath(new URL("../../src/engine/", import.meta.url));
const IMPORT = /^import (type )?\{([^}]*)\} from "sluice\/flink";$/gm;
const CLAIM = /^(.*?);? \/\/ => (.*)$/;
const PRINTED = /^console\.log\((.*)\); (?=\/\/ => )/gm;

/** A piece of code that a learner may run as it stands. */
export interface Example {
  /** Where it is: a file and the number of the example in it, from 1. */
  readonly place: string;
  readonly code: string;
}

/** What an example says a value is, and what it is. */
export interface Claim {
  readonly code: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Returns the code blocks of the engine's README and the `@example`s of docstrings that import the engine. */
export function findExamples(): readonly Example[] {
  const readme = blocksOf(readFileSync(join(ENGINE, "README.md"), "utf8"));
  const files = readdirSync(ENGINE, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return [
    ...readme.map((code, index) => ({ place: `README.md ${index + 1}`, code })),
    ...files.sort().flatMap((file) =>
      docstringExamplesIn(readFileSync(join(ENGINE, file), "utf8")).map((code, index) => ({
        place: `${file} ${index + 1}`,
        code,
      })),
    ),
  ];
}

/** Runs an example and returns what it claims. */
export function claimsOf({ code }: Example): readonly Claim[] {
  const claims: Claim[] = [];
  const claim = (line: string, actual: unknown, expected: unknown) =>
    claims.push({ code: line, actual: structuredClone(actual), expected });
  const body = withClaims(stripTypeScriptTypes(bindImports(code)).replaceAll(PRINTED, "$1; "));
  // eslint-disable-next-line typescript/no-implied-eval -- an example is our own code
  new Function("flink", "claim", body)(flink, claim);
  return claims;
}

function blocksOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
}

function docstringExamplesIn(source: string): readonly string[] {
  const docstrings = [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].map(([text]) => text);
  return docstrings
    .filter((text) => text.includes("@example") && text.includes('from "sluice/flink"'))
    .map((text) => text.slice(text.indexOf("@example") + "@example".length, -"*/".length))
    .map((text) => text.replaceAll(/^\s*\* ?/gm, ""));
}

function bindImports(code: string): string {
  return code.replaceAll(IMPORT, (_line, type: string | undefined, names: string) =>
    type === undefined ? `const {${names.replaceAll(/\btype \w+,?/g, "")}} = flink;` : "",
  );
}

/** A claim stands behind the last line of its statement, which begins at the last line that nothing indents. */
function withClaims(code: string): string {
  const lines = code.split("\n");
  for (const [index, line] of lines.entries()) {
    const [, end, expected] = CLAIM.exec(line) ?? [];
    if (end === undefined || expected === undefined) continue;
    let start = index;
    while (/^[\s})\].]/.test(lines[start] ?? "")) start -= 1;
    lines[index] = `${end}, (${expected}));`;
    lines[start] = `claim(${JSON.stringify(end.trim())}, ${lines[start] ?? ""}`;
  }
  return lines.join("\n");
}
