import { spawn } from "node:child_process";

import { describe, expect, onTestFinished, test } from "vitest";

import { watchMemory } from "../../src/sandbox/memory-watch.ts";

const MEBIBYTE = 1024 * 1024;

/** Starts a process that uses so many bytes at least; returns its id once it does. */
async function using(bytes: number): Promise<number> {
  const program = `globalThis.all = Buffer.alloc(${bytes}, 1); console.log(1); setInterval(() => {}, 100_000);`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child.pid ?? 0;
}

/** Tells whether a process is found to use more than a limit within ten looks. */
async function exceeds(pid: number, limit: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const stop = watchMemory(pid, limit, () => resolve(true));
    setTimeout(() => {
      stop();
      resolve(false);
    }, 400);
  });
}

describe("the watch over the memory of a process", () => {
  test.runIf(process.platform === "linux")("counts bytes, whatever the size of a page is", async () => {
    const pid = await using(200 * MEBIBYTE);
    expect(await exceeds(pid, 200 * MEBIBYTE)).toBe(true);
    expect(await exceeds(pid, 800 * MEBIBYTE)).toBe(false);
  });

  test("is over when the process is gone", async () => {
    expect(await exceeds(2 ** 30, 1)).toBe(false);
  });
});
