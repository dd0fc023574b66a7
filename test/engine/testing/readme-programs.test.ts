import { format } from "node:util";

import { describe, expect, test } from "vitest";

import { claimsOf, findExamples } from "../examples.ts";
import { jobFolder, run } from "./engine-command.ts";

describe("a program of the README as a job file", () => {
  const jobFile = jobFolder();
  const programs = findExamples().filter(({ place }) => place.startsWith("README.md"));

  test("is each of the page", () => {
    expect(programs.length).toBeGreaterThanOrEqual(10);
  });

  test.each(programs)("comes to its end and prints what it says: $place", (program) => {
    const promised = claimsOf(program).map(({ expected }) => `${format(expected)}\n`);
    const { status, stdout, stderr } = run(["run", jobFile("program.ts", program.code)]);
    expect(stdout.startsWith(promised.join(""))).toBe(true);
    expect(stderr).toMatch(/^(\S+ has run no job: .*\n)?$/u);
    expect(status).toBe(0);
  });
});
