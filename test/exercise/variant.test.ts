import { describe, expect, test } from "vitest";

import type { Exercise } from "../../src/card/exercise.ts";
import { variantFor } from "../../src/exercise/variant.ts";
import { anExercise } from "./an-exercise.ts";

const mutant = (name: string, variant: string | null): Exercise["mutants"][number] => ({
  path: `mutants/${name}.ts`,
  text: name,
  expect: "exactly-once",
  say: { zh: "不对", en: "no" },
  variant,
});

const exercise = anExercise({
  fixKind: "commit",
  mutants: [mutant("earlier", "begin"), mutant("never", null), mutant("twice", "commit")],
});

const HEADERS = [
  "// expect: eo\n// say.en: No.\n// say.zh: 不。\n// variant: begin\n",
  "// variant: begin\n// expect: eo\n",
  "// say.zh: 不。\n// say.en: It commits\n//   too early.\n// expect: eo\n",
  "// trade-off.en: slow\n// trade-off.zh: 慢\n\n",
  "// say.en: No.\r\n// expect: eo\r\n\r\n",
];

describe("the broken job of an attempt", () => {
  test.each(HEADERS)("doesn't tell what is wrong with it: %j", (header) => {
    const text = `${header}import;\n// FIX: here\n`;
    const told = anExercise({ mutants: [{ ...mutant("earlier", "begin"), text }] });
    expect(variantFor(told, 1, null).file).toEqual({
      path: "mutants/earlier.ts",
      text: "import;\n// FIX: here\n",
    });
  });

  test("keeps a comment that is no header", () => {
    const text = "// Rows are written here.\nimport;\n";
    const told = anExercise({ mutants: [{ ...mutant("earlier", "begin"), text }] });
    expect(variantFor(told, 1, null).file.text).toBe(text);
  });

  test("is the exercise's own file for the first one", () => {
    expect(variantFor(exercise, 0, null).file).toBe(exercise.job);
  });

  test("is the exercise's own for the first one", () => {
    expect(variantFor(exercise, 0, "commit")).toMatchObject({ name: "job", fixKind: "commit", data: 1 });
  });

  test("is another one, with other data, on a review", () => {
    expect(variantFor(exercise, 1, "commit")).toMatchObject({ name: "earlier", fixKind: "begin", data: 2 });
  });

  test("never needs the kind of fix that the last exercise needed, while there is another", () => {
    for (let attempts = 1; attempts < 20; attempts += 1) {
      for (const last of ["commit", "begin"])
        expect(variantFor(exercise, attempts, last).fixKind).not.toBe(last);
    }
  });

  test("takes all variants in turn", () => {
    const names = [1, 2, 3].map((attempts) => variantFor(exercise, attempts, null).name);
    expect(new Set(names)).toEqual(new Set(["job", "earlier", "twice"]));
  });

  test("is its own again if it has no variants", () => {
    expect(variantFor(anExercise({}), 3, anExercise({}).fixKind).name).toBe("job");
  });
});
