import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { childCommand } from "../../src/sandbox/child-command.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-child-"));
const canary = join(folder, "journal.jsonl");
let server: Server;

beforeAll(async () => {
  writeFileSync(canary, "what was answered\n");
  server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program with the rights of the child, as one that got out of its context would; returns what it printed. */
async function run(program: string, processor = 60): Promise<string> {
  // The child may read three files; the program takes the place of one of them.
  writeFileSync(join(folder, "exercise-child.js"), program);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const { execPath: node, platform } = process;
  const { file, args, options } = childCommand(
    { program: folder, node, platform, systemRoot: undefined },
    processor,
  );
  const { stdio } = spawn(file, args, options);
  const [, stdout, stderr, lifeline] = stdio as Readable[];
  if (stdout === undefined || stderr === undefined) throw new Error("a child without streams");
  const said = await Promise.all([text(stdout), text(stderr)]);
  lifeline?.destroy();
  return said.join("");
}

function tried(action: string): string {
  return `try { ${action}; console.log("DONE"); } catch (error) { console.log(error.code ?? error.message); }`;
}

describe("the process that runs jobs", () => {
  test("runs a program", async () => {
    expect(await run(tried("1"))).toBe("DONE\n");
  });

  test.each([
    ["reads no file but its own", `process.getBuiltinModule("fs").readFileSync(${JSON.stringify(canary)})`],
    ["writes no file", `process.getBuiltinModule("fs").writeFileSync(${JSON.stringify(canary)}, "")`],
    ["writes not even its own", `process.getBuiltinModule("fs").writeFileSync(process.argv[1], "")`],
    [
      "starts no process",
      `process.getBuiltinModule("child_process").execFileSync(process.execPath, ["-e", "0"])`,
    ],
    ["starts no thread", `new (process.getBuiltinModule("worker_threads").Worker)("0", { eval: true })`],
    ["loads no native code", `process.dlopen({ exports: {} }, ${JSON.stringify(canary)})`],
  ])("%s", async (_, action) => {
    expect(await run(tried(action))).toMatch(/^ERR_(?:ACCESS_DENIED|DLOPEN)/u);
  });

  test("makes no code of strings", async () => {
    expect(await run(tried('new Function("return 1")()'))).toContain(
      "Code generation from strings disallowed",
    );
  });

  test.each([
    ["what every object has", "Object.prototype.toJSON = () => 1"],
    ["what every error has", "RangeError.prototype.toJSON = () => 1"],
    ["how errors are told", "Error.prepareStackTrace = (_, frames) => frames"],
    ["JSON", "JSON.stringify = () => 1"],
  ])("doesn't change %s", async (_, action) => {
    expect(await run(tried(`(() => { "use strict"; ${action}; })()`))).not.toContain("DONE");
  });

  test("has nothing of the learner's environment", async () => {
    expect(
      await run("console.log(Object.keys(process.env).filter((name) => /HOME|PATH|USER/.test(name)).join())"),
    ).toBe("\n");
  });

  test("has no network where Node can forbid it", async () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const program = `const socket = process.getBuiltinModule("net").connect(${port}, "127.0.0.1");
      socket.on("connect", () => { console.log("DONE"); process.exit(); });
      socket.on("error", (error) => console.log(error.code));`;
    const [major] = process.versions.node.split(".");
    expect(await run(program)).toContain(Number(major) < 26 ? "DONE" : "ERR_ACCESS_DENIED");
  });

  test("ends by itself when it has used up its time", async () => {
    expect(await run("console.log(1); while (true) {}", 1)).toBe("1\n");
  });

  test("leaves the journal as it was", () => {
    expect(readFileSync(canary, "utf8")).toBe("what was answered\n");
  });
});
