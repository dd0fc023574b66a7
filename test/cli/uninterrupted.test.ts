import { spawnSync } from "node:child_process";

import { describe, expect, test } from "vitest";

const FILE = new URL("../../src/cli/uninterrupted.ts", import.meta.url).href;

/** Runs a program in which `interrupt` sends it a Ctrl-C, and has it wait until that has come. */
function ran(program: string) {
  const head = `import { uninterrupted } from ${JSON.stringify(FILE)};
    const interrupt = async () => {
      process.kill(process.pid, "SIGINT");
      await new Promise((resolve) => setTimeout(resolve, 50));
    };`;
  const { stdout, signal } = spawnSync(process.execPath, ["--input-type=module", "-e", head + program], {
    encoding: "utf8",
  });
  return { stdout, signal };
}

describe("work that must not be left half done", () => {
  test("goes on to its end when a Ctrl-C comes, and gives its result", () => {
    const program = `console.log(await uninterrupted(async () => { await interrupt(); return "whole"; }));`;
    expect(ran(program)).toEqual({ stdout: "whole\n", signal: null });
  });

  test.each(["", `throw new Error("no");`])("is over afterwards: the next Ctrl-C is obeyed %#", (end) => {
    const program = `await uninterrupted(() => { ${end} }).catch(() => {}); await interrupt(); console.log("on");`;
    expect(ran(program)).toEqual({ stdout: "", signal: "SIGINT" });
  });
});
