import * as fc from "fast-check";

import type { Field, Row } from "../../../src/engine/table/row.ts";
import type { Change } from "./play.ts";

const text = fc.constantFrom<Field>("a", "b", "c", null);
const number = fc.option(fc.integer({ min: -3, max: 5 }), { nil: null });

/** A row of a text and a number, either may be NULL. */
export const aRow: fc.Arbitrary<Row> = fc.tuple(text, number);

/** A stream that only adds rows. */
export const anInsertOnlyStream: fc.Arbitrary<readonly Change[]> = fc
  .array(aRow, { maxLength: 30 })
  .map((rows) => rows.map((row): Change => ["+I", ...row]));

/** A changelog: each step adds a row or takes back one that is there. */
export const aChangelog: fc.Arbitrary<readonly Change[]> = fc
  .array(
    fc.record({ row: aRow, pick: fc.nat(), adds: fc.integer({ min: 0, max: 9 }), isUpdate: fc.boolean() }),
    {
      maxLength: 40,
    },
  )
  .map((steps) => {
    const rows: Row[] = [];
    return steps.map(({ row, pick, adds, isUpdate }): Change => {
      if (rows.length === 0 || adds < 6) {
        rows.push(row);
        return [isUpdate ? "+U" : "+I", ...row];
      }
      const [gone = row] = rows.splice(pick % rows.length, 1);
      return [isUpdate ? "-U" : "-D", ...gone];
    });
  });

/** Two streams of tables `l` and `r`, with the order in which their changes come. */
export function interleaved(
  left: fc.Arbitrary<readonly Change[]>,
  right: fc.Arbitrary<readonly Change[]>,
): fc.Arbitrary<readonly { readonly source: "l" | "r"; readonly change: Change }[]> {
  return fc.tuple(left, right, fc.array(fc.boolean(), { maxLength: 80 })).map(([ls, rs, order]) => {
    const queues = { l: [...ls], r: [...rs] };
    const sources = order.map((isLeft) => (isLeft ? ("l" as const) : ("r" as const)));
    const rest = [...ls.map(() => "l" as const), ...rs.map(() => "r" as const)];
    return [...sources, ...rest].flatMap((source) => {
      const change = queues[source].shift();
      return change === undefined ? [] : [{ source, change }];
    });
  });
}
