import { groupAggregate, type MiniBatch } from "../table/group-aggregate.ts";
import { overAggregate, type OverFrame } from "../table/over-aggregate.ts";
import type { Table } from "../table/table.ts";
import { windowAggregate } from "../table/window-aggregate.ts";
import { numberField, objectField, textField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";
import { aggregatesOf, choiceField, namesField, windowOf } from "./sql-plan-fields.ts";
import type { PlanInputs } from "./sql-plan-inputs.ts";

/** Builds the `groupAgg` of a plan. */
export function groupAggregateOf(plan: JsonObject, inputs: PlanInputs): Table {
  const miniBatch = miniBatchOf(plan);
  return groupAggregate(inputs.tableOf(plan["in"] ?? null), {
    keys: namesField(plan, "keys"),
    aggregates: aggregatesOf(plan),
    stateTtl: numberField(plan, "stateTtl", 0),
    ...(miniBatch === undefined ? {} : { miniBatch }),
  });
}

/** Builds the `windowAgg` of a plan. */
export function windowAggregateOf(plan: JsonObject, inputs: PlanInputs): Table {
  return windowAggregate(inputs.tableOf(plan["in"] ?? null), {
    keys: namesField(plan, "keys"),
    window: windowOf(plan),
    aggregates: aggregatesOf(plan),
  });
}

/** Builds the `over` of a plan. */
export function overAggregateOf(plan: JsonObject, inputs: PlanInputs): Table {
  return overAggregate(inputs.tableOf(plan["in"] ?? null), {
    keys: namesField(plan, "keys"),
    time: choiceField(plan, "time", ["event", "processing"]),
    order: textField(plan, "order"),
    frame: frameOf(objectField(plan, "frame")),
    aggregates: aggregatesOf(plan),
  });
}

function miniBatchOf(plan: JsonObject): MiniBatch | undefined {
  if (plan["miniBatch"] === undefined) return undefined;
  const size = numberField(plan, "miniBatch");
  if (plan["splitDistinct"] === true) return { size, phases: "split-distinct" };
  return { size, phases: numberField(plan, "phases", 1) === 2 ? "local-global" : "one-phase" };
}

function frameOf(frame: JsonObject): OverFrame {
  const type = choiceField(frame, "type", ["rows", "range"]);
  return {
    type,
    preceding: frame["preceding"] === "unbounded" ? "unbounded" : numberField(frame, "preceding"),
  };
}
