import { parseArgs } from "node:util";

import { describe, expect, test } from "vitest";

import {
  type CommandLine,
  ENGINE_OPTIONS,
  readCommandLine,
} from "../../../src/engine/testing/engine-command-line.ts";
import { engineWords } from "../../../src/engine/testing/engine-words.ts";

function read(args: readonly string[], ofEnvironment: "zh" | "en"): CommandLine {
  const given = { args: [...args], options: ENGINE_OPTIONS, allowPositionals: true } as const;
  return readCommandLine(parseArgs({ ...given, strict: false, tokens: true }).tokens, ofEnvironment);
}

/** Returns what is said of a command line that is not understood; "" if it is. */
function complaint(args: readonly string[]): string {
  const line = read(args, "en");
  return line.type === "misuse" ? engineWords[line.language].misuse(line.misuse) : "";
}

describe("the command line of the engine", () => {
  test("is a job file and how to run it", () => {
    const args = ["run", "a.ts", "--seed", "7", "--fail-at=20", "--steps", "99", "--trace", "--json"];
    expect(read(args, "zh")).toEqual({
      type: "run",
      language: "zh",
      wish: { file: "a.ts", seed: 7, failAt: 20, steps: 99, shown: new Set(["trace"]), form: "json" },
    });
  });

  test("leaves all to the defaults but the job file", () => {
    expect(read(["run", "a.ts"], "en")).toEqual({
      type: "run",
      language: "en",
      wish: { file: "a.ts", seed: null, failAt: null, steps: 1_000_000, shown: new Set(), form: "text" },
    });
  });

  test("asks for help in a language, whatever else it says", () => {
    expect(read(["walk", "--lang", "zh", "-h"], "en")).toEqual({ type: "help", language: "zh" });
  });

  test.each([
    [[], "There is no command: run JOB.ts is one."],
    [["walk", "a.ts"], "There is no command “walk”."],
    [["run"], "run needs the file of a job: run JOB.ts."],
    [["run", "a.ts", "b.ts"], "One job file at a time: “b.ts” is one too many."],
    [["run", "a.ts", "--seed", "x"], "--seed takes a whole number from 0 on, not “x”."],
    [["run", "a.ts", "--fail-at", "-1"], "--fail-at takes a whole number from 0 on, not “-1”."],
    [["run", "a.ts", "--steps"], "--steps needs a value."],
    [["run", "a.ts", "--trace=all"], "--trace takes no value."],
    [["run", "a.ts", "--bogus"], "There is no option “--bogus”."],
    [["run", "a.ts", "-x"], "There is no option “-x”."],
    [["run", "a.ts", "--lang", "fr"], "--lang takes zh or en, not “fr”."],
  ])("says what is wrong with %j, and where to read on", (args, message) => {
    expect(complaint(args)).toBe(`${message} npm run -s engine -- --help tells how it is used.`);
  });

  test("is answered in the language that it names", () => {
    expect(complaint(["--lang=zh", "run", "a.ts", "--bogus"])).toBe(
      "没有“--bogus”这个选项。用法见 npm run -s engine -- --help。",
    );
  });
});
