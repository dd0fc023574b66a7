import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, onTestFinished, test } from "vitest";

import { typeAdvice } from "../../src/sandbox/type-advice.ts";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sluice-types-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "strict": true, "types": [] }, "files": ["job.ts"] }',
  );
  writeFileSync(join(folder, "job.ts"), "export const a = 1;\nexport const b: string = a;\n");
  return folder;
}

/** Returns a program that stands in for the compiler. */
function aCompiler(folder: string, script: string): string {
  const path = join(folder, "tsc");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("advice on types", () => {
  test("tells what TypeScript says, and where", async () => {
    const folder = aFolder();
    const said = "job.ts(2,14): error TS2322: Type 'number' is not assignable to type 'string'.";
    expect(await typeAdvice(join(folder, "job.ts"), aCompiler(folder, `echo "${said}"; exit 2`))).toEqual([
      {
        file: "job.ts",
        line: 2,
        column: 14,
        name: "TS2322",
        message: "Type 'number' is not assignable to type 'string'.",
      },
    ]);
  });

  test("is nothing where all is well, or TypeScript isn't there", async () => {
    const folder = aFolder();
    expect(await typeAdvice(join(folder, "job.ts"), aCompiler(folder, "exit 0"))).toEqual([]);
    expect(await typeAdvice(join(folder, "job.ts"), null)).toEqual([]);
    expect(await typeAdvice(join(folder, "job.ts"), join(folder, "no-such-program"))).toEqual([]);
  });

  test("is nothing that is waited for longer than half a second", async () => {
    const folder = aFolder();
    const begun = performance.now();
    expect(await typeAdvice(join(folder, "job.ts"), aCompiler(folder, "exec sleep 30"))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test("comes from the TypeScript that is installed", async () => {
    const advice = await typeAdvice(join(aFolder(), "job.ts"));
    // A machine that is busy gets none.
    expect(advice.map(({ name, line }) => `${name}:${line}`)).toEqual(
      advice.length === 0 ? [] : ["TS2322:2"],
    );
  });
});
