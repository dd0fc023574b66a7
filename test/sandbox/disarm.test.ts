import { execFile } from "node:child_process";

import { describe, expect, test } from "vitest";

const DISARM = new URL("../../src/sandbox/child/disarm.ts", import.meta.url).href;

/** Runs an expression in a process that has been disarmed; returns what it printed, and how it ended. */
async function disarmed(expression: string): Promise<string> {
  // What prints is taken before, as the child takes what it answers with.
  const program = `import { writeSync } from "node:fs";
    import { disarm } from ${JSON.stringify(DISARM)};
    const { kill, pid } = process;
    const own = process;
    disarm();
    writeSync(1, String(${expression}));`;
  const args = ["--no-warnings", "--input-type=module", "-e", program];
  return await new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout) => resolve(`${stdout} ${error?.code ?? 0}`));
  });
}

describe("a process that was disarmed", () => {
  test.each([
    ["sends no signal", "[own.kill, own._kill, own._debugProcess]"],
    ["doesn't choose how it ends", "[own.exit, own.reallyExit, own.abort]"],
    ["hands out nothing of Node", "[own.getBuiltinModule, own.binding, own.dlopen]"],
  ])("%s, and ends in order", async (_, expression) => {
    expect(await disarmed(`${expression}.map((each) => typeof each)`)).toBe(
      "undefined,undefined,undefined 0",
    );
  });

  test("has the globals of the language, and no others", async () => {
    const names = '["process", "fetch", "Buffer", "setTimeout", "WebSocket", "JSON", "Map"]';
    expect(await disarmed(`${names}.filter((name) => name in globalThis)`)).toBe("JSON,Map 0");
    expect(await disarmed("Object.isFrozen(globalThis)")).toBe("true 0");
  });
});
