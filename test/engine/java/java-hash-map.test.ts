import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { hashCode, hashString } from "../../../src/engine/java/hash-code.ts";
import { JavaHashMap } from "../../../src/engine/java/java-hash-map.ts";

/** `java.util.HashMap` as the JDK builds it: a table of chains that is split in two when it grows. */
class HashMapModel {
  table: string[][];
  size = 0;

  constructor(capacity: number) {
    this.table = Array.from({ length: capacity }, () => []);
  }

  put(key: string): void {
    const chain = this.#chain(key);
    if (chain.includes(key)) return;
    chain.push(key);
    if (chain.length > 8 && this.table.length < 64) this.#resize();
    if (++this.size > this.table.length * 0.75) this.#resize();
  }

  remove(key: string): void {
    const chain = this.#chain(key);
    if (!chain.includes(key)) return;
    chain.splice(chain.indexOf(key), 1);
    this.size--;
  }

  #chain(key: string): string[] {
    const hash = hashString(key);
    return this.table[(hash ^ (hash >>> 16)) & (this.table.length - 1)] ?? [];
  }

  #resize(): void {
    const keys = this.table.flat();
    this.table = Array.from({ length: this.table.length * 2 }, () => []);
    for (const key of keys) this.#chain(key).push(key);
  }
}

const aKey = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom("Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa"),
);
const someChanges = fc.array(fc.record({ key: aKey, change: fc.constantFrom("put", "put", "remove") }), {
  maxLength: 120,
});

describe("JavaHashMap", () => {
  test("iterates as java.util.HashMap after any changes", () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const map = new JavaHashMap<string, number>(hashString);
        const model = new HashMapModel(16);
        changes.forEach(({ key, change }, index) => {
          if (change === "put") {
            map.set(key, index);
            model.put(key);
          } else {
            map.delete(key);
            model.remove(key);
          }
          expect(map.keys()).toEqual(model.table.flat());
          expect(map.size).toBe(model.size);
        });
      }),
    );
  });

  test("keeps the place of a key whose value is replaced", () => {
    const map = new JavaHashMap<string, number>(hashString);
    for (const key of ["Aa", "BB"]) map.set(key, 1);
    map.set("Aa", 2);
    expect(map.entries()).toEqual([
      ["Aa", 2],
      ["BB", 1],
    ]);
  });

  test("grows when a ninth key meets eight in one bucket of a small table", () => {
    const colliding = Array.from({ length: 9 }, (_, index) => index * 16);
    const map = new JavaHashMap<number, true>((key) => hashCode(key, "long"));
    for (const key of colliding) map.set(key, true);
    expect(map.keys()).toEqual([0, 32, 64, 96, 128, 16, 48, 80, 112]);
  });

  test("is as small as Flink makes it for an expected size", () => {
    const keys = [1, 17, 5, 3, 9];
    const sized = new JavaHashMap<number, true>((key) => key, keys.length);
    const plain = new JavaHashMap<number, true>((key) => key);
    for (const key of keys) {
      sized.set(key, true);
      plain.set(key, true);
    }
    expect(sized.keys()).toEqual([1, 17, 9, 3, 5]);
    expect(plain.keys()).toEqual([1, 17, 3, 5, 9]);
  });

  test("does not change an array of keys that it has given", () => {
    const map = new JavaHashMap<number, true>((key) => key);
    map.set(1, true);
    const keys = map.keys();
    map.clear();
    expect(keys).toEqual([1]);
    expect(map.keys()).toEqual([]);
  });
});
