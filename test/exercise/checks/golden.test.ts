import { describe, expect, test } from "vitest";

import { golden } from "../../../src/exercise/checks/golden.ts";
import { PLAIN_RUN } from "../../../src/exercise/run.ts";
import { playerOf } from "../a-player.ts";

const known = golden({
  id: "known",
  says: { zh: "两行。", en: "Two rows." },
  outcomeOf: (rows: readonly number[]) => rows.toSorted((one, other) => one - other),
  request: { seed: 4, input: 7 },
  expected: [7, 8],
});

describe("golden", () => {
  test("passes a run that comes to the known output", () => {
    expect(
      known.run(
        playerOf((input) => ({ outcome: input.toReversed() })),
        { seeds: 1 },
      ),
    ).toEqual({
      status: "pass",
    });
  });

  test("shows the run that comes to another", () => {
    expect(
      known.run(
        playerOf(() => ({ outcome: [7] })),
        { seeds: 1 },
      ),
    ).toEqual({
      status: "fail",
      expected: [7, 8],
      actual: [7],
      counterexample: { ...PLAIN_RUN, seed: 4, input: 7 },
    });
  });

  test("tells why a job failed for good instead of what it came to", () => {
    const dead = playerOf((input) => ({ outcome: input, failure: "Error: no" }));
    expect(known.run(dead, { seeds: 1 })).toMatchObject({ status: "fail", actual: { failure: "Error: no" } });
  });

  test("is no invariant: it never stands alone", () => {
    expect(known.kind).toBe("golden");
  });
});
