import { describe, expect, test } from "vitest";

import { vacuousJobs } from "../../../src/exercise/gate/vacuous-jobs.ts";

describe("jobs that do nothing", () => {
  test.each([
    [
      "export function job(rows: DataStream<{ id: string }>): void {",
      "function formerJob(rows: DataStream<{ id: string }>): void {",
    ],
    ["export const job = (rows: Rows): void => {", "const formerJob = (rows: Rows): void => {"],
  ])("keep all else that the file holds: %s", (head, former) => {
    const rest = "\n  work();\n}\nexport const GAP = 30;";
    const [empty, identity] = vacuousJobs(`import x from "y";\n${head}${rest}\n`);
    const kept = `import x from "y";\n${former}${rest}\n\n`;
    expect(empty?.text).toBe(`${kept}export function job() {}\n`);
    expect(identity?.text).toBe(`${kept}export function job(first) {\n  return first;\n}\n`);
  });

  test("are no programs where a file exports its job in another way: nobody takes that for a proof", () => {
    const [empty] = vacuousJobs("function work() {}\nexport { work as job };\n");
    expect(empty?.text).toContain("export { work as job };\n\nexport function job()");
  });
});
