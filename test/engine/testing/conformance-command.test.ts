import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

const command = fileURLToPath(new URL("../../../src/engine/testing/conformance.ts", import.meta.url));
const scenario = {
  id: "plain-900-map",
  kind: "operator",
  group: "rolling",
  title: "A map",
  priority: "must",
};
const pipeline = { op: "map", expr: ["+", "$el", 1] };
const script = [{ el: 1, ts: 5 }];

let folder = "";

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { status, stdout, stderr };
}

function aFolder(name: string, golden: object, changes: object = {}): string {
  const path = join(folder, name);
  mkdirSync(join(path, "scenarios"), { recursive: true });
  mkdirSync(join(path, "golden"));
  const file = { ...scenario, pipeline, script, ...changes };
  writeFileSync(join(path, "scenarios", "plain-900-map.json"), JSON.stringify(file));
  writeFileSync(join(path, "golden", "plain-900-map.json"), JSON.stringify(golden));
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "conformance-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("npm run conformance", () => {
  test("says as JSON what passed, and exits with 0", () => {
    const path = aFolder("good", { steps: [{ out: [{ ts: 5, v: 2 }], obs: {} }] });
    const { status, stdout } = run(path, "--json");
    const result = { id: "plain-900-map", status: "passed", step: null, expected: null, actual: null };
    expect(JSON.parse(stdout)).toEqual({ v: 1, passed: 1, failed: 0, skipped: 0, results: [result] });
    expect(status).toBe(0);
  });

  test("shows a person the first difference, and exits with 1", () => {
    const { status, stdout } = run(aFolder("bad", { steps: [{ out: [{ ts: 5, v: 3 }], obs: {} }] }));
    expect(stdout).toContain('plain-900-map, step 0\n  expected {"out":[{"ts":5,"v":3}]');
    expect(stdout).toContain("0 passed, 1 failed, 0 skipped");
    expect(status).toBe(1);
  });

  test("skips a kind of operator that is not built", () => {
    const { status, stdout } = run(aFolder("unknown", { steps: [] }, { pipeline: { op: "teleport" } }));
    expect([status, stdout]).toEqual([0, "0 passed, 0 failed, 1 skipped\n"]);
  });

  test("explains itself in English and in Chinese", () => {
    expect(run("--help").stdout).toContain("Exit codes: 0 none failed");
    expect(run("--help", "--lang", "zh").stdout).toContain("退出码：0 全部通过");
  });

  test("exits with 2 when it is used wrongly, and with 3 when it cannot read", () => {
    const wrong = [run("--nonsense"), run("one", "two"), run("--lang", "fr")];
    expect(wrong.map(({ status }) => status)).toEqual([2, 2, 2]);
    expect(wrong[0]?.stderr).toContain("Usage: npm run conformance");
    const unreadable = run(join(folder, "nowhere"), "--lang", "zh");
    expect([unreadable.status, unreadable.stdout]).toEqual([3, ""]);
    expect(unreadable.stderr).toContain("读不了");
  });
});
