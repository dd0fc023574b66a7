import { describe, expect, test } from "vitest";

import { vacuousJobs } from "../../../src/exercise/gate/vacuous-jobs.ts";

const HEAD =
  "export function job(rows: DataStream<Map<string, { id: string }>>, world: { put: (row: string) => void }): void {";

describe("jobs that do nothing", () => {
  test("keep all before their body, types with braces too", () => {
    const [empty, identity] = vacuousJobs(`import x from "y";\n${HEAD}\n  work();\n}\nclass Rest {}\n`);
    expect(empty?.text).toBe(`import x from "y";\n${HEAD}\n}\n`);
    expect(identity?.text).toBe(`import x from "y";\n${HEAD}\n  return rows;\n}\n`);
  });

  test("can't be made of a file without a job", () => {
    expect(vacuousJobs("export const job = 1;")).toEqual([]);
  });
});
