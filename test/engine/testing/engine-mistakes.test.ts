import { dirname, join } from "node:path";

import { describe, expect, test } from "vitest";

import { jobFolder, run } from "./engine-command.ts";

const jobFile = jobFolder();

/** Puts a step into a job, at line 4. */
const jobWith = (step: string) => `
import { StreamExecutionEnvironment } from "sluice/flink";
const env = StreamExecutionEnvironment.getExecutionEnvironment();
${step}
env.execute("doomed");
`;

const COUNTING = `class Counting {
  #count = 0;
  processElement(_value, _context, out) {
    out.collect(++this.#count);
  }
}
`;

describe("npm run engine with a program that fails", () => {
  test("says where it failed, what was thrown there, and what that led to", () => {
    const step =
      'env.fromData(1).map(() => { throw new Error("one is too few"); }).addSink({ invoke: () => {} });';
    const file = jobFile("doomed.ts", jobWith(step));
    const { status, stderr, stdout } = run(["run", file]);
    expect(stderr).toBe(
      `${file}:4:35: Error: one is too few\n` +
        "  led to JobException: Recovery is suppressed by NoRestartBackoffTimeStrategy\n" +
        "  led to JobExecutionException: Job execution failed.\n",
    );
    expect(stdout).toContain("doomed: FAILED");
    expect(status).toBe(1);
    expect(run(["run", file, "--lang", "zh"]).stderr).toContain("  导致 JobException: ");
  });

  test("says where it called the engine if that throws", () => {
    const file = jobFile("empty.ts", jobWith("env.fromData();"));
    expect(run(["run", file]).stderr).toBe(
      `${file}:4:5: IllegalArgumentException: Collection must not be empty\n`,
    );
  });

  test("says where a file of its own failed, as seen from here", () => {
    const one = jobFile("one.ts", 'import "./other.ts";\n');
    jobFile("other.ts", "export const found = 1;\n\n  undefined.found;\n");
    const { stderr } = run(["run", one]);
    expect(stderr).toMatch(/^\S*other\.ts:3:13: TypeError: Cannot read properties of undefined/u);
  });

  test.each([
    ["const answer = (;\n", "1:17: SyntaxError: Expression expected"],
    ["let one = 1;\nlet  one = 2;\nexport {};\n", "2:6: SyntaxError: "],
    ['import { Flunk } from "sluice/flink";\nFlunk();\n', "1:10: SyntaxError: "],
  ])("says where it cannot be read: %j", (code, message) => {
    const file = jobFile("unreadable.ts", code);
    const { status, stderr } = run(["run", file]);
    expect(stderr).toContain(`${file}:${message}`);
    expect(status).toBe(1);
  });

  test("says what to give instead of a class, and instead of a function with private fields", () => {
    const given = jobFile("class.ts", `${COUNTING}${jobWith("env.fromData(1).process(Counting);")}`);
    expect(run(["run", given]).stderr).toBe(
      `${given}:10:17: IllegalArgumentException: Counting is a class, not a function: ` +
        "give new Counting(), or () => new Counting() if it has #private fields.\n",
    );
    const step = "env.fromData(1).process(new Counting()).addSink({ invoke: () => {} });";
    const { stderr } = run(["run", jobFile("private.ts", `${COUNTING}${jobWith(step)}`)]);
    expect(stderr).toMatch(/private\.ts:4:\d+: TypeError: Cannot read private member #count/u);
    expect(stderr).toContain(
      "its #private fields cannot be: give what makes it, as in () => new MyFunction().",
    );
  });

  test("is no failure without a job, and one if the file is not there", () => {
    const none = run(["run", jobFile("none.ts", 'console.log("no job here");')]);
    expect(none.stdout).toBe("no job here\n");
    expect(none.stderr).toMatch(/none\.ts has run no job: execute\(\) and executeAndCollect\(\) do\.\n$/u);
    expect(none.status).toBe(0);
    const missing = run(["run", join(dirname(jobFile("here.ts", "")), "missing.ts"), "--lang", "zh"]);
    expect(missing.stderr).toContain("读不了");
    expect(missing.status).toBe(3);
  });
});

describe("npm run engine", () => {
  test("explains itself in both languages", () => {
    expect(run(["--help", "--lang", "zh"]).stdout).toContain("用法：npm run -s engine -- run JOB.ts");
    const { stdout, status } = run(["-h"]);
    expect(stdout).toContain("Usage: npm run -s engine -- run JOB.ts");
    expect(status).toBe(0);
  });

  test("says in one line what it cannot understand, and exits with 2", () => {
    const { status, stdout, stderr } = run(["run", "a.ts", "--seed", "x"]);
    expect(stderr).toBe(
      "--seed takes a whole number from 0 on, not “x”. npm run -s engine -- --help tells how it is used.\n",
    );
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});
