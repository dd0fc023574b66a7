import { describe, expect, test } from "vitest";

import type { Frame } from "../../../src/compile/source/frame.ts";
import { unframed } from "../../../src/compile/source/frame.ts";

const QUOTE: Frame = { kind: "quote" };

function unframe(lines: string, frames: readonly Frame[], start = 0): string {
  return unframed(lines, { start, end: lines.length }, frames);
}

describe("unframed", () => {
  test("takes the marks of quotes from every line but the first, which begins behind them", () => {
    expect(unframe("> one\n> two\n>three\n>\n>     code", [QUOTE], 2)).toBe("one\ntwo\nthree\n\n    code");
    expect(unframe("> > one\n> > two", [QUOTE, QUOTE], 4)).toBe("one\ntwo");
  });

  test("takes the indentation of an item, and not more", () => {
    expect(unframe("1. one\n   two\n\n       code", [{ kind: "item", width: 3 }], 3)).toBe(
      "one\ntwo\n\n    code",
    );
    expect(unframe("> - one\n>   two", [QUOTE, { kind: "item", width: 2 }], 4)).toBe("one\ntwo");
  });

  test("leaves lazy lines as they are", () => {
    expect(unframe("> one\ntwo", [QUOTE], 2)).toBe("one\ntwo");
    expect(unframe("1. one\ntwo", [{ kind: "item", width: 3 }], 3)).toBe("one\ntwo");
  });

  test("counts a tab as the columns that it reaches over", () => {
    expect(unframe("- one\n\ttwo", [{ kind: "item", width: 2 }], 2)).toBe("one\n  two");
    expect(unframe("> one\n>\ttwo", [QUOTE], 2)).toBe("one\n  two");
  });

  test("ends lines as Markdown of our own does", () => {
    expect(unframe("one\r\ntwo\rthree", [])).toBe("one\ntwo\nthree");
  });
});
