import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { mathLines, mathText } from "../../../../src/pages/markdown/math/math-text.ts";

describe("mathText", () => {
  test.each([
    ["fractions", String.raw`\frac{a}{b} + \dfrac{x+1}{2}`, "a/b + (x+1)/2"],
    ["indices", "x_1^2 + a_{ij} + 2^{32}", "x₁² + aᵢⱼ + 2³²"],
    ["indices without twins", "e^{-λt} + x_{QPS}", "e^(-λt) + x_QPS"],
    ["sums", String.raw`\sum_{i=1}^{n} x_i \le \infty`, "∑ᵢ₌₁ⁿ xᵢ ≤ ∞"],
    ["roots", String.raw`\sqrt{x+1} \cdot \sqrt[3]{x}`, "√(x+1) · ³√x"],
    ["functions", String.raw`O(n \log n) = \max\{a, b\}`, "O(n log n) = max{a, b}"],
    ["words", String.raw`\text{if } x \in \mathbb{R}^n`, "if x ∈ ℝⁿ"],
    ["marks", String.raw`\hat{y} - \vec{xy}`, "y\u0302 - x\u20D7y\u20D7"],
    ["brackets", String.raw`\left\lfloor \frac{n}{2} \right\rfloor`, "⌊ n/2 ⌋"],
    ["rows", String.raw`a &= b \\ c &= d`, "a = b; c = d"],
    ["unknown commands", String.raw`\frobnicate{x} y`, String.raw`\frobnicate{x} y`],
  ])("writes %s", (_, latex, text) => {
    expect(mathText(latex)).toBe(text);
  });

  test("tells the cases of a definition by their rows", () => {
    const latex = String.raw`f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}`;
    expect(mathLines(latex)).toEqual(["f(x) = { 1 x > 0", "0 else"]);
  });

  test("comes to an end, whatever it is given", () => {
    const token = fc.constantFrom(
      "{",
      "}",
      "^",
      "_",
      "\\frac",
      "\\sqrt",
      "[",
      "]",
      "\\begin",
      "\\left",
      "\\",
      "x",
      " ",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 300 }), (tokens) => {
        expect(mathText(tokens.join("")).length).toBeLessThan(3000);
      }),
    );
    expect(mathText("{".repeat(3000))).toBe("");
    expect(mathText("x^".repeat(1900)).length).toBeGreaterThan(0);
    expect(mathText(`${"a".repeat(5000)}^2`)).toContain("^2");
  });
});
