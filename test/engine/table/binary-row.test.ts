import { describe, expect, test } from "vitest";

import { binaryRow, binaryRowMap, hashBytes } from "../../../src/engine/table/binary-row.ts";
import type { SqlType } from "../../../src/engine/table/column.ts";
import { keyOf, type Row } from "../../../src/engine/table/row.ts";
import { utf8Bytes } from "../../../src/engine/table/utf8.ts";

describe("a binary row", () => {
  test.each<readonly [Row, readonly SqlType[], number]>([
    [["z", 1], ["STRING", "INT"], 1_834_996_098],
    [["a", -7], ["STRING", "INT"], -2_029_686_234],
    [["a long text é", null, 1.5], ["STRING", "BIGINT", "DOUBLE"], 503_614_773],
    [["sixteen bytes 16", -5_000_000_000, true], ["STRING", "BIGINT", "BOOLEAN"], -1_660_619_748],
  ])("%j has the hash code of Flink's BinaryRowData", (row, types, hash) => {
    expect(hashBytes(binaryRow(row, types))).toBe(hash);
  });

  test("is found in its map, which iterates as Flink's", () => {
    const map = binaryRowMap<string>(["STRING"]);
    for (const k of ["a", "b", "c", "d", "e"]) map.set(keyOf([k]), k);
    expect(map.values()).toEqual(["b", "a", "c", "e", "d"]);
  });
});

describe("UTF-8", () => {
  test.each(["", "plain", "é", "水", "🌊", "a水🌊b"])("of %j is what the platform encodes", (text) => {
    expect(utf8Bytes(text)).toEqual([...new TextEncoder().encode(text)]);
  });

  test("has a question mark for half a surrogate pair, as Java", () => {
    expect(utf8Bytes("\ud800")).toEqual([0x3f]);
  });
});
