import { beforeAll, describe, expect, test } from "vitest";

import type { Verdict } from "../../src/exercise/verdict.ts";
import { ExerciseRunner } from "../../src/sandbox/exercise-runner.ts";
import {
  MutantSignatures,
  type SignatureCache,
  type Signatures,
} from "../../src/sandbox/mutant-signatures.ts";
import { aJob, anExercise, mutant } from "./an-exercise.ts";
import { buildRunner, BUILT } from "./program.ts";

beforeAll(buildRunner, 60_000);

async function verdictOn(text: string): Promise<Verdict> {
  const runner = new ExerciseRunner({ program: BUILT, exercise: anExercise() });
  const judged = await runner.run(text);
  runner.close();
  if (judged === null) throw new Error("nobody superseded it");
  return judged.verdict;
}

function inMemory(): SignatureCache & { readonly written: () => number } {
  let kept: Signatures | null = null;
  let written = 0;
  return {
    read: () => kept,
    write: (signatures) => {
      kept = signatures;
      written += 1;
    },
    written: () => written,
  };
}

describe("the signatures of wrong fixes", () => {
  test("recognize one that was foreseen, however it is written, and only that", async () => {
    const cache = inMemory();
    const signatures = new MutantSignatures({ program: BUILT, exercise: anExercise(), data: 1, cache });
    expect((await signatures.match(await verdictOn(aJob("return value + value + value;"))))?.path).toBe(
      "mutants/tripled.ts",
    );
    expect((await signatures.match(await verdictOn(aJob("return value;"))))?.path).toBe("mutants/same.ts");
    expect(await signatures.match(await verdictOn(aJob("return 99;")))).toBeNull();
    expect(await signatures.match(await verdictOn(aJob("return value * 2;")))).toBeNull();
    expect(cache.written()).toBe(1);
  });

  test("go on behind a mutant that ends its process, and are not kept: next time it may have the time", async () => {
    const runaway = mutant("mutants/runaway.ts", "const all = []; while (true) all.push([...all, value]);");
    const exercise = anExercise({ mutants: [runaway, ...anExercise().mutants] });
    const cache = inMemory();
    const signatures = new MutantSignatures({ program: BUILT, exercise, data: 1, cache });
    expect((await signatures.match(await verdictOn(aJob("return value * 3;"))))?.path).toBe(
      "mutants/tripled.ts",
    );
    expect(cache.written()).toBe(0);
  });

  test("end with the runner that has asked for them, and are not kept", async () => {
    const runaway = mutant("mutants/runaway.ts", "while (true) {}");
    const cache = inMemory();
    const exercise = anExercise({ mutants: [runaway, ...anExercise().mutants] });
    const verdict = await verdictOn(aJob("return value * 3;"));
    const signatures = new MutantSignatures({ program: BUILT, exercise, data: 1, cache });
    const matching = signatures.match(verdict);
    signatures.close();
    expect(await matching).toBeNull();
    expect(await signatures.match(verdict)).toBeNull();
    expect(cache.written()).toBe(0);
  });

  test("are worked out once", async () => {
    const cache = inMemory();
    const verdict = await verdictOn(aJob("return value * 3;"));
    for (let again = 0; again < 2; again++) {
      const signatures = new MutantSignatures({ program: BUILT, exercise: anExercise(), data: 1, cache });
      expect((await signatures.match(verdict))?.path).toBe("mutants/tripled.ts");
    }
    expect(cache.written()).toBe(1);
  });
});
