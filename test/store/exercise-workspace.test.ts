import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeEach, describe, expect, test } from "vitest";

import type { Variant } from "../../src/exercise/variant.ts";
import { beginAttempt } from "../../src/practice/practice.ts";
import type { ExerciseWorkspace } from "../../src/store/exercise-workspace.ts";
import { openWorkspace } from "../../src/store/exercise-workspace.ts";
import { scratchFolder } from "./scratch.ts";

const broken: Variant = {
  name: "job",
  file: { path: "job.ts", text: "broken\n" },
  fixKind: "state",
  data: 1,
};
const mutant: Variant = {
  ...broken,
  name: "earlier",
  file: { path: "mutants/earlier.ts", text: "earlier\n" },
};

let folder = "";
let workspace: ExerciseWorkspace;

beforeEach(() => {
  const data = scratchFolder();
  folder = join(data, "c6-02");
  workspace = openWorkspace(data, "c6-02", { types: "/types/flink.d.ts" });
});

const notWritten = { code: "file-write", data: expect.anything() };

function begin(variant: Variant): void {
  workspace.begin(variant, beginAttempt(variant));
}

describe("the workspace of an exercise", () => {
  test("is nothing on disk before the first attempt", () => {
    expect([workspace.text(), workspace.attempt(), existsSync(folder)]).toEqual([null, null, false]);
  });

  test("says what it can't get at", () => {
    writeFileSync(folder, "a file where the folder should be");
    expect(() => begin(broken)).toThrow(
      expect.objectContaining({ facts: { code: "file-read", data: expect.anything() } }),
    );
  });

  test("holds the broken job, and what editors need to know its import", () => {
    begin(broken);
    workspace.supportEditors();
    expect(workspace.text()).toBe("broken\n");
    expect(readFileSync(join(folder, "tsconfig.json"), "utf8")).toContain("/types/flink.d.ts");
  });

  test("has the next job in place before the attempt at it is on disk", () => {
    begin(broken);
    writeFileSync(workspace.file, "mended");
    rmSync(join(folder, "attempt.json"));
    mkdirSync(join(folder, "attempt.json"));
    expect(() => begin(mutant)).toThrow(expect.objectContaining({ facts: notWritten }));
    expect(workspace.text()).toBe("earlier\n");
  });

  test("says that it can't end an attempt", () => {
    begin(broken);
    rmSync(join(folder, "attempt.json"));
    mkdirSync(join(folder, "attempt.json"));
    expect(() => workspace.endAttempt()).toThrow(expect.objectContaining({ facts: notWritten }));
  });

  test("goes on with an attempt that was begun", () => {
    begin(broken);
    workspace.keepAttempt({ ...beginAttempt(broken), hints: 2 });
    const again = openWorkspace(join(folder, ".."), "c6-02", { types: "" });
    expect(again.attempt()).toMatchObject({ variant: "job", hints: 2 });
    again.endAttempt();
    expect(again.attempt()).toBeNull();
  });

  test("knows of no attempt whose file is gone or damaged", () => {
    begin(broken);
    writeFileSync(join(folder, "attempt.json"), "{");
    expect(workspace.attempt()).toBeNull();
    begin(broken);
    rmSync(workspace.file);
    expect(workspace.attempt()).toBeNull();
  });

  test("keeps what the learner wrote when another attempt begins", () => {
    begin(broken);
    writeFileSync(workspace.file, "first");
    begin(mutant);
    writeFileSync(workspace.file, "second");
    begin(broken);
    expect(readFileSync(join(folder, "job.1.ts"), "utf8")).toBe("first");
    expect(readFileSync(join(folder, "job.2.ts"), "utf8")).toBe("second");
  });

  test("puts the broken job back, and the learner's text after that", () => {
    begin(broken);
    writeFileSync(workspace.file, "mine");
    workspace.reset(broken);
    expect(workspace.text()).toBe("broken\n");
    workspace.undoReset(broken);
    expect(workspace.text()).toBe("mine");
  });

  test("loses nothing that was written, however often it is reset and taken back", () => {
    begin(broken);
    const written = ["one", "two", "three"];
    for (const text of written) {
      writeFileSync(workspace.file, text);
      workspace.reset(broken);
      workspace.reset(broken);
      writeFileSync(workspace.file, `${text} after`);
      workspace.undoReset(broken);
      expect(workspace.text()).toBe(text);
    }
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(kept).toEqual(expect.arrayContaining([...written, ...written.map((text) => `${text} after`)]));
  });

  test("puts nothing back if there was no reset", () => {
    begin(broken);
    workspace.undoReset(broken);
    expect(workspace.text()).toBe("broken\n");
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
    expect(existsSync(join(folder, "job.before-reset.ts"))).toBe(false);
  });
});
