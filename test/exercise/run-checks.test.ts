import { describe, expect, test } from "vitest";

import type { Check } from "../../src/exercise/checks/check.ts";
import { runChecks } from "../../src/exercise/run-checks.ts";
import { playerOf } from "./a-player.ts";

describe("running checks", () => {
  test.each([undefined, null, {}, { status: "passed" }, "pass"])(
    "lets nobody through whose check finds something unheard-of: %j",
    (found) => {
      const check = { id: "slip", says: { zh: "", en: "" }, kind: "invariant", run: () => found };
      expect(() =>
        runChecks(
          [check as unknown as Check],
          playerOf(() => ({})),
          { seeds: 1 },
        ),
      ).toThrow("the check slip must find pass, fail or inconclusive");
    },
  );

  test("tells a NaN that a check has come to, for that shows what the job did", () => {
    const check: Check = {
      id: "sum",
      says: { zh: "", en: "" },
      kind: "invariant",
      run: (player) => {
        const { cents } = player.play({}).outcome as { readonly cents: number };
        return { status: "fail", expected: { twice: 4 }, actual: { twice: 2 * cents }, counterexample: null };
      },
    };
    const { checks } = runChecks(
      [check],
      playerOf(() => ({ outcome: { cents: "NaN" } })),
      { seeds: 1 },
    );
    expect(checks[0]?.finding).toMatchObject({ status: "fail", actual: { twice: "NaN" } });
  });
});
