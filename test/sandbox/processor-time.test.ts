import { spawn, type ChildProcess } from "node:child_process";

import { describe, expect, onTestFinished, test } from "vitest";

import { processorTime, type ProcessorTime } from "../../src/sandbox/processor-time.ts";

function aProcess(program: string): ChildProcess {
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Returns what a process has had once it is as it is waited for. */
async function timeWhen(child: ChildProcess, is: (time: ProcessorTime) => boolean): Promise<ProcessorTime> {
  for (;;) {
    const time = child.pid === undefined ? null : processorTime(child.pid);
    if (time === null) throw new Error("nobody tells");
    if (is(time)) return time;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("the time that a process has had", () => {
  test("grows while it works", async () => {
    const child = aProcess("for (;;);");
    const { used } = await timeWhen(child, (time) => time.used > 50);
    expect((await timeWhen(child, (time) => time.used > used + 50)).is).toBe("working");
  });

  test("stands still while it waits", async () => {
    const child = aProcess('console.log("up"); setInterval(() => {}, 100_000);');
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    const { used } = await timeWhen(child, ({ is }) => is === "waiting");
    expect(used).toBeLessThan(5000);
  });

  test("is unknown of a process that isn't there", () => {
    expect(processorTime(2 ** 30)).toBeNull();
  });
});
