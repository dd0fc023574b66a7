import { describe, expect, test } from "vitest";

import { claimsOf, findExamples } from "./examples.ts";

describe("the examples of the engine", () => {
  const examples = findExamples();

  test("are found in the README and in docstrings", () => {
    expect(examples.some(({ place }) => place.startsWith("README.md"))).toBe(true);
    expect(examples.some(({ place }) => place.startsWith("api/"))).toBe(true);
  });

  test.each(examples)("give what they say: $place", (example) => {
    const claims = claimsOf(example);
    expect(claims.length).toBeGreaterThan(0);
    for (const { code, actual, expected } of claims)
      expect({ code, value: actual }).toEqual({ code, value: expected });
  });
});
