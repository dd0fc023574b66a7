import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { run } from "../../src/cli/run.ts";
import { RIGHT_JOB } from "../sandbox/an-exercise.ts";
import { buildRunner, BUILT } from "../sandbox/program.ts";
import { writeExercise } from "../store/an-exercise-on-disk.ts";
import { scratchFolder, writeFiles } from "../store/scratch.ts";
import { aContext } from "./a-context.ts";

beforeAll(buildRunner, 60_000);

/** A deck, and what the gate says of its exercises. */
function scene() {
  const folder = scratchFolder();
  const deck = join(folder, "deck");
  writeFiles(deck, {
    "a.md": "---\nchapter: '1'\n---\n\n<!-- card: double -->\n## What is twice two?\n\nFour.\n",
  });
  const check = async (...more: readonly string[]) => {
    const { context, printed, talked } = aContext([], folder);
    const host = { ...context, home: folder, version: "0", called: "sluice", program: BUILT };
    const argv = ["check", deck, "--exercises", "--yes", "--lang", "en", "--data", join(folder, "data")];
    const code = await run([...argv, ...more], host);
    return { code, printed, talked };
  };
  return { deck, check };
}

/** The codes of the problems in a JSON value, and what each is about. */
function codesIn([line = ""]: readonly string[]): readonly unknown[] {
  const { problems } = JSON.parse(line) as { problems: readonly { code: string; file: string }[] };
  return problems.map(({ code, file }) => [code, file.replace(/^.*-doubled\//u, "")]);
}

describe("the gate for exercises", () => {
  test("lets through what is sound, and follows its references to the notes", async () => {
    const { deck, check } = scene();
    writeExercise(deck, { cards: ["double"] });
    const { code, printed } = await check("--json");
    expect([code, codesIn(printed)]).toEqual([0, []]);
  });

  test("doesn't take an exercise's own word for a card or a chapter", async () => {
    const { deck, check } = scene();
    writeExercise(deck, { chapter: "ghost", cards: ["double", "x1-01"] });
    const { code, printed } = await check("--json");
    expect(code).toBe(1);
    expect(codesIn(printed)).toEqual([
      ["exercise-card-unknown", "exercise.en.md"],
      ["exercise-chapter-unknown", "exercise.en.md"],
    ]);
  });

  test("tells of folders and links that belong to no exercise, and goes on", async () => {
    const { deck, check } = scene();
    const folder = writeExercise(deck);
    mkdirSync(join(folder, "mutants/more"));
    mkdirSync(join(folder, "mutants/folder.ts"));
    symlinkSync("nowhere", join(folder, "link.txt"));
    const { code, printed, talked } = await check("--json");
    expect([code, talked]).toEqual([1, []]);
    expect(codesIn(printed)).toEqual([
      ["file-unreadable", "mutants/folder.ts"],
      ["exercise-file-stray", "link.txt"],
      ["exercise-file-stray", "mutants/more"],
    ]);
  });

  test("counts what it tells", async () => {
    const { deck, check } = scene();
    writeExercise(deck, { chapter: "ghost" });
    writeExercise(deck, { id: "x1-02" });
    writeFiles(deck, { "b.md": "## What is missing?\n" });
    const { printed } = await check();
    expect(printed.filter((line) => / error /u.test(line))).toHaveLength(1);
    expect(printed.at(-2)).toMatch(/\b1 error\b.*\b1 warning\b/u);
  });

  test("prints nothing of a program that steers the terminal", async () => {
    const { deck, check } = scene();
    const folder = writeExercise(deck);
    const header = "// expect: \u001b[2Jgone\n// say.en: no\n// say.zh: 不对\n";
    writeFiles(folder, { "mutants/right.ts": `${header}${RIGHT_JOB}` });
    const { code, printed } = await check();
    expect(code).toBe(1);
    expect(printed).toContainEqual(expect.stringMatching(/expected: mutants\/right\.ts: .*\[2Jgone/u));
    expect(printed.join("\n")).not.toContain("\u001b");
  });

  test("finds nothing to do in a single file of notes", async () => {
    const { deck, check } = scene();
    const { code, talked } = await check(join(deck, "a.md"));
    expect([code, talked]).toEqual([0, []]);
  });
});
