import { describe, expect, test } from "vitest";

import { progressLine } from "../../src/cli/progress-line.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

function shown(columns: number, done: number): string | undefined {
  const lines: (string | null)[] = [];
  const terminal = { columns: () => columns, progress: (line) => lines.push(line) } as Partial<Terminal>;
  progressLine(terminal as Terminal, (...counts) => counts.join(" of "))(done, 4);
  return lines[0] ?? undefined;
}

describe("a line of progress", () => {
  test("fills its bar as far as the work is", () => {
    expect([0, 1, 4].map((done) => shown(80, done))).toEqual([
      `${"─".repeat(24)} 0 of 4`,
      `${"━".repeat(6)}${"─".repeat(18)} 1 of 4`,
      `${"━".repeat(24)} 4 of 4`,
    ]);
  });

  test("leaves room for the words in a narrow terminal", () => {
    expect(shown(48, 2)).toBe("━━━━──── 2 of 4");
    expect(shown(30, 2)).toBe("2 of 4");
  });
});
