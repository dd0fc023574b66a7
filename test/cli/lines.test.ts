import { spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";

import { describe, expect, onTestFinished, test } from "vitest";

import { openLines, type Lines } from "../../src/cli/lines.ts";
import { aContext } from "./a-context.ts";

/** The lines of a pipe, and what they are stopped and seen by. */
function piped(text: string) {
  const stopped = new AbortController();
  const stdin = new PassThrough();
  stdin.write(text);
  const { context } = aContext();
  const unheeded: string[] = [];
  const interruption = {
    signal: stopped.signal,
    unheededDuring: async (run: () => Promise<void>) => {
      unheeded.push("from");
      await run();
      unheeded.push("to");
    },
  };
  const lines = openLines(
    { ...context, terminal: { ...context.terminal, stdin: () => stdin } },
    interruption,
  );
  onTestFinished(() => lines.close());
  return { lines, stdin, stop: () => stopped.abort(), unheeded };
}

async function read(lines: Lines, count: number): Promise<readonly (string | null)[]> {
  const seen: (string | null)[] = [];
  while (seen.length < count) seen.push(await lines.next());
  return seen;
}

describe("lines", () => {
  test("come one by one, to the end of the input", async () => {
    const { lines, stdin } = piped("one\r\ntwo\n\nthree");
    stdin.end();
    expect(await read(lines, 5)).toEqual(["one", "two", "", "three", null]);
  });

  test("end with an interruption, however many are there already", async () => {
    const { lines, stop } = piped("one\ntwo\nthree\n");
    expect(await read(lines, 1)).toEqual(["one"]);
    stop();
    expect(await read(lines, 2)).toEqual([null, null]);
  });

  test("end with an interruption that comes while one is waited for", async () => {
    const { lines, stop } = piped("");
    const next = lines.next();
    setTimeout(stop, 10);
    expect(await next).toBeNull();
  });

  test("are left to what has the terminal, and Ctrl-C with them", async () => {
    const { lines, stdin, unheeded } = piped("");
    await lines.pausedFor(() => {
      expect([stdin.isPaused(), unheeded]).toEqual([true, ["from"]]);
      return Promise.resolve();
    });
    expect([stdin.isPaused(), unheeded]).toEqual([false, ["from", "to"]]);
  });
});

const SOURCE = new URL("../../src/cli/", import.meta.url).href;

/** Runs a talk that answers what is piped in, and presses Ctrl-C at the third line. */
const TALK = `
const { interruptible } = await import("${SOURCE}interruptible.ts");
const { openLines } = await import("${SOURCE}lines.ts");
const press = () => process.kill(process.pid, "SIGINT");
process.exitCode = await interruptible(async (interruption) => {
  const lines = openLines({ terminal: { stdin: () => process.stdin } }, interruption);
  await lines.pausedFor(async () => {
    press();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  for (let line = await lines.next(); line !== null; line = await lines.next()) {
    console.log(line);
    if (line === "3") press();
  }
  lines.close();
  return 0;
});
`;

describe("a talk in lines", () => {
  test("hears of Ctrl-C between lines that are there all at once, and not for what has the terminal", () => {
    const input = Array.from({ length: 500 }, (_, index) => `${index + 1}\n`).join("");
    const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", TALK], {
      input,
      encoding: "utf8",
    });
    const heard = stdout.trim().split("\n");
    expect(status).toBe(130);
    expect(heard.slice(0, 3)).toEqual(["1", "2", "3"]);
    expect(heard.length).toBeLessThan(10);
  });
});
