import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

import { describe, expect, onTestFinished, test } from "vitest";

import { takeLock } from "../../src/store/lock.ts";
import { processStart } from "../../src/store/process-start.ts";
import { failureOf } from "./failures.ts";
import { scratchFolder } from "./scratch.ts";

const contender = join(import.meta.dirname, "processes", "lock-contender.ts");

function lockIn(folder: string, holder?: unknown): string {
  const path = join(folder, "lock");
  if (holder !== undefined) writeFileSync(path, JSON.stringify(holder));
  return path;
}

/** Runs a process that takes the lock and holds it until its input ends. */
function contend(path: string) {
  const child = spawn(process.execPath, [contender, path], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}

/** Returns the pid of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ["--eval", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("a lock", () => {
  test("is held by one at a time and names its holder", () => {
    const path = lockIn(scratchFolder());
    const lock = takeLock(path);
    expect(failureOf(() => takeLock(path))).toEqual({
      code: "locked",
      data: { file: path, pid: process.pid, host: hostname() },
    });
    lock.release();
    takeLock(path).release();
    expect(existsSync(path)).toBe(false);
  });

  test("can't be taken from a process that runs", async () => {
    const path = lockIn(scratchFolder());
    const child = contend(path);
    await once(child.stdout, "data");
    expect(failureOf(() => takeLock(path))).toMatchObject({ code: "locked", data: { pid: child.pid } });
  });

  test("is taken over from a process that was killed", async () => {
    const path = lockIn(scratchFolder());
    const child = contend(path);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(existsSync(path)).toBe(true);
    takeLock(path).release();
  });

  test("is taken over if another process has the pid by now", () => {
    const holder = { pid: process.pid, host: hostname(), started: "long ago" };
    const path = lockIn(scratchFolder(), holder);
    expect(takeLock(path)).toHaveProperty("release");
  });

  test("isn't taken over from another machine, whose processes can't be seen", async () => {
    const path = lockIn(scratchFolder(), { pid: await endedPid(), host: "elsewhere", started: "1" });
    expect(failureOf(() => takeLock(path))).toMatchObject({ code: "locked", data: { host: "elsewhere" } });
  });

  test.each(["", "{", '{"pid":-1}', '{"pid":0,"host":"h","started":""}'])(
    "is taken over if it says %j",
    (text) => {
      const path = lockIn(scratchFolder());
      writeFileSync(path, text);
      const lock = takeLock(path);
      expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid });
      lock.release();
    },
  );

  test("is released only by who holds it", () => {
    const path = lockIn(scratchFolder());
    const lock = takeLock(path);
    writeFileSync(path, "somebody else's");
    lock.release();
    expect(readFileSync(path, "utf8")).toBe("somebody else's");
  });

  test("left behind by the dead goes to one of many who want it", async () => {
    const folder = scratchFolder();
    const path = lockIn(folder, { pid: await endedPid(), host: hostname(), started: "1" });
    const children = Array.from({ length: 6 }, () => contend(path));
    const answers = await Promise.all(
      children.map(async ({ stdout }) => String((await once(stdout, "data"))[0])),
    );
    expect(answers.toSorted()).toEqual(["held\n", ...Array.from({ length: 5 }, () => "locked\n")]);
    expect(readdirSync(folder)).toEqual(["lock"]);
  });
});

describe("the start of a process", () => {
  test("stays the same while it runs", () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    expect(processStart(process.pid)).not.toBe("");
  });

  test("differs from that of another process", () => {
    expect(processStart(process.pid)).not.toBe(processStart(1));
  });

  test("is null for a process that has ended", async () => {
    expect(processStart(await endedPid())).toBeNull();
  });

  test("is null for one that has ended and whose parent never asked", async () => {
    const parent = spawn("sh", ["-c", "true & echo $!; exec sleep 60"]);
    onTestFinished(() => {
      parent.kill();
    });
    const [pid] = await once(parent.stdout, "data");
    await expect.poll(() => processStart(Number(pid))).toBeNull();
  });
});
