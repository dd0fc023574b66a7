import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { checkScenario } from "../../src/engine/testing/check-scenario.ts";
import type { Golden, Scenario } from "../../src/engine/testing/scenario.ts";

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}

const files = readdirSync(new URL("scenarios/", import.meta.url)).filter((file) => file.endsWith(".json"));
const checked = files.map((file) => {
  const scenario = readJson(`scenarios/${file}`) as Scenario;
  return { scenario, result: checkScenario(scenario, readJson(`golden/${file}`) as Golden) };
});

const played = checked.filter(({ result }) => result.status !== "skipped");

describe("the engine", () => {
  test.each(played.map(({ scenario, result }) => [scenario.id, result] as const))(
    "does in %s what real Flink did",
    (_id, { status, step, expected, actual }) => {
      expect(actual, `step ${step}`).toEqual(expected);
      expect(status).toBe("passed");
    },
  );

  test("plays every scenario but those of whole jobs", () => {
    const skipped = checked.filter(({ result }) => result.status === "skipped");
    expect(skipped.filter(({ scenario }) => scenario.kind !== "job")).toEqual([]);
  });
});
