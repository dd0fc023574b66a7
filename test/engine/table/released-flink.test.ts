import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Json } from "../../../src/engine/testing/json.ts";
import { runSql } from "../../../src/engine/testing/run-sql.ts";
import type { Scenario } from "../../../src/engine/testing/scenario.ts";

/** A table program and what Apache Flink 2.3.0 sent at each step of its script. */
interface Recording extends Omit<Scenario, "kind" | "group"> {
  readonly steps: readonly (readonly Json[])[];
}

const folder = new URL("released-flink/", import.meta.url);

describe.each(readdirSync(folder))("the table programs of %s", (file) => {
  const recordings = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as readonly Recording[];

  test.each(recordings)("send in $id what Flink 2.3.0 sends", ({ steps, ...scenario }) => {
    const played = runSql({ ...scenario, kind: "sql", group: "sql" });
    if (played.type !== "steps") throw new Error("no steps");
    const inOrder = (out: readonly Json[]) =>
      scenario.compare === "outUnordered" ? out.map((row) => JSON.stringify(row)).sort() : out;
    expect(played.steps.map(({ out }) => inOrder(out))).toEqual(steps.map(inOrder));
  });
});
