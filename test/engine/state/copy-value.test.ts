import { describe, expect, test } from "vitest";

import { copyValue } from "../../../src/engine/state/copy-value.ts";

class Point {
  x: number;

  constructor(x: number) {
    this.x = x;
  }

  doubled(): number {
    return 2 * this.x;
  }
}

describe("copyValue", () => {
  test("shares nothing mutable with what it copies", () => {
    const original = { list: [{ n: 1 }], map: new Map([["k", [1]]]), set: new Set([1]) };
    const copy = copyValue(original);
    original.list.push({ n: 2 });
    original.map.get("k")?.push(2);
    original.set.add(2);
    expect(copy).toEqual({ list: [{ n: 1 }], map: new Map([["k", [1]]]), set: new Set([1]) });
  });

  test("keeps what an object can do", () => {
    const original = new Point(3);
    const copy = copyValue(original);
    original.x = 5;
    expect(copy.doubled()).toBe(6);
  });

  test.each([[null], [undefined], [1], ["text"], [true]])("gives %j as it is", (value) => {
    expect(copyValue(value)).toBe(value);
  });
});
