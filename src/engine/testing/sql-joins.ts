import { intervalJoin } from "../table/interval-join.ts";
import { join } from "../table/join.ts";
import { lookupJoin } from "../table/lookup-join.ts";
import type { Table } from "../table/table.ts";
import { temporalJoin } from "../table/temporal-join.ts";
import { listField, numberField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";
import { asText } from "./sql-fields.ts";
import { choiceField, pairsField } from "./sql-plan-fields.ts";
import type { PlanInputs } from "./sql-plan-inputs.ts";

/** Builds the `join` of a plan. */
export function joinOf(plan: JsonObject, inputs: PlanInputs): Table {
  return join(leftOf(plan, inputs), rightOf(plan, inputs), {
    type: choiceField(plan, "type", ["inner", "left", "right", "full", "semi", "anti"]),
    on: pairsField(plan, "on"),
  });
}

/** Builds the `intervalJoin` of a plan. */
export function intervalJoinOf(plan: JsonObject, inputs: PlanInputs): Table {
  return intervalJoin(leftOf(plan, inputs), rightOf(plan, inputs), {
    type: choiceField(plan, "type", ["inner", "left", "right", "full"]),
    on: pairsField(plan, "on"),
    time: timesOf(plan),
    lower: numberField(plan, "lower"),
    upper: numberField(plan, "upper"),
    minCleanupInterval: inputs.minCleanupInterval,
  });
}

/** Builds the `temporalJoin` of a plan. */
export function temporalJoinOf(plan: JsonObject, inputs: PlanInputs): Table {
  return temporalJoin(leftOf(plan, inputs), rightOf(plan, inputs), {
    type: choiceField(plan, "type", ["inner", "left"]),
    on: pairsField(plan, "on"),
    time: timesOf(plan),
  });
}

/** Builds the `lookupJoin` of a plan. */
export function lookupJoinOf(plan: JsonObject, inputs: PlanInputs): Table {
  const { table, cache } = inputs.lookupOf(plan["right"] ?? null);
  return lookupJoin(leftOf(plan, inputs), table, {
    type: choiceField(plan, "type", ["inner", "left"]),
    on: pairsField(plan, "on"),
    ...(cache === undefined ? {} : { cache }),
  });
}

function leftOf(plan: JsonObject, inputs: PlanInputs): Table {
  return inputs.tableOf(plan["left"] ?? null);
}

function rightOf(plan: JsonObject, inputs: PlanInputs): Table {
  return inputs.tableOf(plan["right"] ?? null);
}

function timesOf(plan: JsonObject): readonly [string, string] {
  const [left, right] = listField(plan, "time");
  return [asText(left), asText(right)];
}
