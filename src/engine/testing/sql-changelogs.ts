import { calc } from "../table/calc.ts";
import { changelogNormalize } from "../table/changelog-normalize.ts";
import { deduplicate } from "../table/deduplicate.ts";
import type { Table } from "../table/table.ts";
import { topN } from "../table/top-n.ts";
import { unionAll } from "../table/union-all.ts";
import { upsertSink } from "../table/upsert-sink.ts";
import { windowTopN } from "../table/window-top-n.ts";
import { listField, numberField, textField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";
import { toCondition, toProjection } from "./sql-expressions.ts";
import { alignedWindowOf, choiceField, namesField, orderByOf } from "./sql-plan-fields.ts";
import type { PlanInputs } from "./sql-plan-inputs.ts";

/** Builds the `calc` of a plan. */
export function calcOf(plan: JsonObject, inputs: PlanInputs): Table {
  return calc(inputOf(plan, inputs), {
    ...(plan["where"] === undefined ? {} : { where: toCondition(plan["where"]) }),
    ...(plan["select"] === undefined ? {} : { select: listField(plan, "select").map(toProjection) }),
  });
}

/** Builds the `deduplicate` of a plan. */
export function deduplicateOf(plan: JsonObject, inputs: PlanInputs): Table {
  return deduplicate(inputOf(plan, inputs), {
    keys: namesField(plan, "keys"),
    time: choiceField(plan, "time", ["event", "processing"]),
    order: textField(plan, "order"),
    keep: choiceField(plan, "keep", ["first", "last"]),
  });
}

/** Builds the `changelogNormalize` of a plan. */
export function changelogNormalizeOf(plan: JsonObject, inputs: PlanInputs): Table {
  return changelogNormalize(inputOf(plan, inputs), namesField(plan, "keys"));
}

/** Builds the `topN` of a plan. */
export function topNOf(plan: JsonObject, inputs: PlanInputs): Table {
  return topN(inputOf(plan, inputs), {
    keys: namesField(plan, "keys"),
    orderBy: orderByOf(plan),
    n: numberField(plan, "n"),
    strategy: choiceField(plan, "strategy", ["append", "update", "retract"]),
    ...(plan["rank"] === undefined ? {} : { rank: textField(plan, "rank") }),
  });
}

/** Builds the `windowTopN` of a plan. */
export function windowTopNOf(plan: JsonObject, inputs: PlanInputs): Table {
  return windowTopN(inputOf(plan, inputs), {
    window: alignedWindowOf(plan),
    keys: namesField(plan, "keys"),
    orderBy: orderByOf(plan),
    n: numberField(plan, "n"),
    rank: textField(plan, "rank"),
  });
}

/** Builds the `unionAll` of a plan. */
export function unionAllOf(plan: JsonObject, inputs: PlanInputs): Table {
  return unionAll(listField(plan, "ins").map((input) => inputs.tableOf(input)));
}

/** Builds the `upsertSink` of a plan. */
export function upsertSinkOf(plan: JsonObject, inputs: PlanInputs): Table {
  return upsertSink(inputOf(plan, inputs), {
    keys: namesField(plan, "keys"),
    materializer: plan["materialize"] === true ? "materialize" : "none",
  });
}

function inputOf(plan: JsonObject, inputs: PlanInputs): Table {
  return inputs.tableOf(plan["in"] ?? null);
}
