import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { ObjectStoreConfiguration } from "../../../../src/engine/world/object-store/object-store-configuration.ts";
import { ObjectStore } from "../../../../src/engine/world/object-store/object-store.ts";
import { World } from "../../../../src/engine/world/world.ts";
import { TestClock } from "../test-clock.ts";

function aStore(configuration: Partial<ObjectStoreConfiguration> = {}) {
  const clock = new TestClock();
  return { store: new ObjectStore(new World(clock, 7), configuration), clock };
}

describe("an object", () => {
  test("is there whole, and a copy of what was written", () => {
    const { store } = aStore();
    const line = { id: 1 };
    store.put("a/1", [line]);
    line.id = 2;
    expect(store.get("a/1")).toEqual([{ id: 1 }]);
    expect(store.head("a/1")).toBe(10);
    expect(store.head("a/2")).toBeNull();
    expect(() => store.get("a/2")).toThrow(/NoSuchKey/);
  });

  test("is not replaced if it must not be there", () => {
    const { store } = aStore();
    store.put("lock", ["one"], "if-absent");
    expect(() => store.put("lock", ["two"], "if-absent")).toThrow(/PreconditionFailed/);
    expect(store.get("lock")).toEqual(["one"]);
  });

  test("is renamed by a copy and a delete", () => {
    const { store } = aStore();
    store.put("a", [1]);
    store.copy("a", "b");
    store.delete("a");
    expect(store.objects().map(({ key }) => key)).toEqual(["b"]);
    expect([store.endpoint.count("COPY"), store.endpoint.count("DELETE")]).toEqual([1, 1]);
  });
});

describe("a listing", () => {
  test("costs a request for each page, and is in order", () => {
    const { store } = aStore({ listPageSize: 3 });
    for (const key of ["b/2", "a/1", "b/1", "b/4", "b/3", "c"]) store.put(key, []);
    expect(store.listAll("b/")).toEqual(["b/1", "b/2", "b/3", "b/4"]);
    expect(store.endpoint.count("LIST")).toBe(2);
  });

  test("holds what was written and not deleted, whatever the pages", () => {
    const key = fc.constantFrom("a", "b", "b/1", "b/2", "c/1", "c/2");
    const action = fc.record({ type: fc.constantFrom("put" as const, "delete" as const), key });
    fc.assert(
      fc.property(fc.array(action), fc.integer({ min: 1, max: 4 }), (actions, listPageSize) => {
        const { store } = aStore({ listPageSize });
        const expected = new Set<string>();
        for (const { type, key: name } of actions) {
          if (type === "put") store.put(name, []);
          else store.delete(name);
          if (type === "put") expected.add(name);
          else expected.delete(name);
        }
        expect(store.listAll("")).toEqual([...expected].toSorted());
        expect(store.listAll("b/")).toEqual([...expected].filter((name) => name.startsWith("b/")).toSorted());
      }),
    );
  });

  test("still shows a deleted object for a while, if the store is only eventually consistent", () => {
    const { store, clock } = aStore({ deleteVisibilityDelay: 10 });
    store.put("a", []);
    store.delete("a");
    store.delete("never there");
    expect(store.listAll("")).toEqual(["a"]);
    expect(store.head("a")).toBeNull();
    clock.advanceTo(10);
    expect(store.listAll("")).toEqual([]);
  });
});

describe("an upload in parts", () => {
  test("is invisible until it is completed, in the order of its parts", () => {
    const { store } = aStore({ minPartBytes: 2 });
    const uploadId = store.createMultipartUpload("a");
    store.uploadPart(uploadId, 2, ["c"]);
    store.uploadPart(uploadId, 1, ["a", "b"]);
    expect(store.objects()).toEqual([]);
    expect(store.pendingUploads()).toMatchObject([
      { key: "a", parts: [{ partNumber: 1 }, { partNumber: 2 }] },
    ]);
    store.completeMultipartUpload(uploadId, [1, 2]);
    expect(store.get("a")).toEqual(["a", "b", "c"]);
    expect(() => store.completeMultipartUpload(uploadId, [1, 2])).toThrow(/NoSuchUpload/);
  });

  test("needs parts of a certain size, but for the last, and all that it names", () => {
    const { store } = aStore();
    const uploadId = store.createMultipartUpload("a");
    store.uploadPart(uploadId, 1, ["a"]);
    store.uploadPart(uploadId, 2, ["b"]);
    expect(() => store.completeMultipartUpload(uploadId, [1, 2])).toThrow(/EntityTooSmall/);
    expect(() => store.completeMultipartUpload(uploadId, [3])).toThrow(/InvalidPart/);
    store.completeMultipartUpload(uploadId, [2]);
    expect(store.get("a")).toEqual(["b"]);
  });

  test("lies there until somebody aborts it", () => {
    const { store } = aStore();
    const uploadId = store.createMultipartUpload("a");
    store.abortMultipartUpload(uploadId);
    expect(store.pendingUploads()).toEqual([]);
    expect(() => store.uploadPart(uploadId, 1, [])).toThrow(/NoSuchUpload/);
  });
});

describe("a store", () => {
  test("says SlowDown to too many writes for one prefix, and to nobody else", () => {
    const { store, clock } = aStore({ writesPerSecond: 2 });
    store.put("a/1", []);
    store.put("a/2", []);
    expect(() => store.put("a/3", [])).toThrow(/SlowDown/);
    store.put("b/1", []);
    store.get("a/1");
    clock.advanceTo(1000);
    store.put("a/3", []);
    expect(store.endpoint.count("PUT")).toBe(5);
  });
});
