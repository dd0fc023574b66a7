import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, onTestFinished, test } from "vitest";

import { soak } from "./soak.ts";

describe("the built program, killed 25 times at random", () => {
  test("has lost none of the answers that it acknowledged", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "sluice-soak-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const program = join(import.meta.dirname, "../../dist/sluice.js");
    const report = await soak({ program, folder, kills: 25, seed: 1 });
    expect(report).toMatchObject({ lost: [], faults: [] });
    expect(report.killed).toBeGreaterThan(20);
    expect(report.acknowledged).toBeGreaterThan(100);
  });
});
