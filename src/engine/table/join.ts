import { indicesOfColumns, joinColumns, typesOf } from "./column.ts";
import { joinMonotonicity } from "./join/join-monotonicity.ts";
import type { JoinSideOptions } from "./join/join-side.ts";
import { joinUpsertKeys, keysWith } from "./join/join-upsert-keys.ts";
import { StreamingJoinOperator } from "./join/streaming-join-operator.ts";
import { StreamingSemiAntiJoinOperator } from "./join/streaming-semi-anti-join-operator.ts";
import { hasUpsertKeyWith, type Table } from "./table.ts";
import type { UpdateKind } from "./update-kind.ts";

/** A regular join; `on` pairs columns of the left with columns of the right that must be equal. */
export interface JoinSpec {
  readonly type: "inner" | "left" | "right" | "full" | "semi" | "anti";
  readonly on: readonly (readonly [left: string, right: string])[];
}

/**
 * Regular join of two tables that may both change (the planner's `Join`; Flink's `StreamingJoinOperator` and
 * `StreamingSemiAntiJoinOperator`). It keeps both sides for ever. The columns are the left ones, then the right ones,
 * a name that is taken with a 0 behind it; of a semi or anti join only the left ones. NULL equals nothing.
 */
export function join(left: Table, right: Table, spec: JoinSpec): Table {
  const { type } = spec;
  const isFilter = type === "semi" || type === "anti";
  const isInsertOnly = left.changes === "insert-only" && right.changes === "insert-only";
  const keys = { left: spec.on.map(([name]) => name), right: spec.on.map(([, name]) => name) };
  return {
    name: "Join",
    columns: isFilter ? left.columns : joinColumns(left.columns, right.columns),
    upsertKeys: joinUpsertKeys(left, right, spec),
    changes: isInsertOnly && (type === "inner" || type === "semi") ? "insert-only" : "updating",
    monotonicity: joinMonotonicity(left, right, spec),
    inputs: [left, right],
    source: undefined,
    inputUpdateKinds: (asked) => [
      [inputUpdateKind(left, keys.left, asked), inputUpdateKind(right, keys.right, asked)],
    ],
    createOperator: (context) => {
      const padsLeft = type === "left" || type === "full" ? "outer" : "none";
      const padsRight = type === "right" || type === "full" ? "outer" : "none";
      const leftSide = { ...sideOf(left, keys.left), padding: padsLeft } as const;
      const rightSide = { ...sideOf(right, keys.right), padding: padsRight } as const;
      return isFilter
        ? new StreamingSemiAntiJoinOperator({ type, left: leftSide, right: rightSide }, context)
        : new StreamingJoinOperator(leftSide, rightSide, context);
    },
  };
}

/** A side whose key holds the join columns may come without `-U` if the join's consumer can do without. */
function inputUpdateKind(input: Table, keys: readonly string[], asked: UpdateKind): UpdateKind {
  return asked === "only-after" && hasUpsertKeyWith(input, keys) ? "only-after" : "before-and-after";
}

function sideOf(input: Table, keys: readonly string[]): Omit<JoinSideOptions, "padding"> {
  const [uniqueKey] = keysWith(input, keys);
  return {
    keyIndices: indicesOfColumns(input.columns, keys),
    types: typesOf(input.columns),
    uniqueKey: uniqueKey === undefined ? undefined : indicesOfColumns(input.columns, uniqueKey),
  };
}
