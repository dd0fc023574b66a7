import { describe, expect, test } from "vitest";

import { withReadableMath } from "../../../../src/pages/markdown/math/math-markdown.ts";

describe("withReadableMath", () => {
  test.each([
    ["formulas in Chinese text", String.raw`当$n \to \infty$时`, "当n → ∞时"],
    ["two in a line", "$x_1$ and $x_2$", "x₁ and x₂"],
    ["double dollars in a line", "so $$a^2$$ is", "so a² is"],
    ["strokes of a table", "| $|x|$ |", String.raw`| \|x\| |`],
  ])("rewrites %s", (_, markdown, readable) => {
    expect(withReadableMath(markdown)).toBe(readable);
  });

  test.each([
    ["prices", "It costs $5 and $10."],
    ["variables of a shell", "$HOME and $PATH, ${x}$y"],
    ["code", "`$x_1$`"],
    ["fences", "```sh\necho $a_1 $b_1\n```\n\n~~~\n$x_1$\n~~~"],
    ["escaped dollars", String.raw`\$x_1$`],
    ["dollars apart", "a $ x_1 $ b"],
    ["words between dollars", "$hello world$"],
  ])("leaves %s alone", (_, markdown) => {
    expect(withReadableMath(markdown)).toBe(markdown);
  });

  test("makes a fence of a formula on lines of its own, within quotes and items too", () => {
    expect(withReadableMath("so\n$$\nx^2\n$$")).toBe("so\n```math\n\nx^2\n\n```");
    expect(withReadableMath("> $$x^2$$")).toBe("> ```math\n> x^2\n> ```");
    expect(withReadableMath("- so\n\n  $$\n  x^2\n  $$")).toBe("- so\n\n  ```math\n  \n  x^2\n  \n  ```");
  });

  test("is done soon with dollars without an end", () => {
    const markdown = `${"$a ".repeat(50_000)}\n${"`$".repeat(50_000)}\n${"$$".repeat(50_001)}`;
    expect(withReadableMath(markdown).length).toBeGreaterThan(0);
  });
});
