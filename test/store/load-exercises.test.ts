import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { loadExercise, loadExercises } from "../../src/store/load-exercises.ts";
import { writeExercise } from "./an-exercise-on-disk.ts";
import { scratchFolder, writeFiles } from "./scratch.ts";

/** A deck with one exercise, and the folder of that. */
function scene() {
  const deck = join(scratchFolder(), "deck");
  return { deck, folder: writeExercise(deck) };
}

describe("the exercises of a deck", () => {
  test("are there with every file of their folders", async () => {
    const { deck, folder } = scene();
    const { exercises, onDisk, problems } = await loadExercises([deck]);
    expect([exercises.map(({ id }) => id), problems]).toEqual([["x1-01"], []]);
    expect(onDisk.map(({ exercise }) => exercise)).toEqual(exercises);
    expect(exercises[0]?.folder).toBe(folder);
    const { files } = onDisk[0] ?? { files: [] };
    expect(files.find(({ path }) => path === "job.ts")?.text).toContain("numbers.map");
    expect(files.map(({ path }) => path)).toContain("mutants/same.ts");
  });

  test("are none in a deck that is a single file, or isn't there", async () => {
    const { deck } = scene();
    writeFiles(deck, { "a.md": "# A\n" });
    const nothing = { exercises: [], onDisk: [], problems: [] };
    expect(await loadExercises([join(deck, "a.md"), join(deck, "gone")])).toEqual(nothing);
  });

  test("aren't spoiled by what is no part of them", async () => {
    const { deck, folder } = scene();
    mkdirSync(join(folder, "mutants/more"), { recursive: true });
    symlinkSync("nowhere", join(folder, "link.txt"));
    const { onDisk, problems } = await loadExercises([deck]);
    expect(problems).toEqual([]);
    expect(onDisk[0]?.files).toEqual(
      expect.arrayContaining([
        { path: "link.txt", text: "" },
        { path: "mutants/more", text: "" },
      ]),
    );
  });

  test("go without what can't be read, which is told", async () => {
    const { deck, folder } = scene();
    mkdirSync(join(folder, "mutants/folder.ts"));
    symlinkSync("nowhere", join(folder, "mutants/link.ts"));
    const { exercises, problems } = await loadExercises([deck]);
    expect(exercises[0]?.mutants.map(({ path }) => path)).toEqual(["mutants/same.ts", "mutants/tripled.ts"]);
    expect(problems.map(({ code, place }) => [code, place.file])).toEqual([
      ["file-unreadable", `${folder}/mutants/folder.ts`],
      ["file-unreadable", `${folder}/mutants/link.ts`],
    ]);
  });

  test("can be read one by one, by their ids", async () => {
    const { deck } = scene();
    writeExercise(deck, { id: "x1-02" });
    expect((await loadExercise([deck], "x1-02")).exercises.map(({ id }) => id)).toEqual(["x1-02"]);
  });
});
