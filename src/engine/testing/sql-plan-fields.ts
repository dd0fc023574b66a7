import type { AggregateCall } from "../table/aggregate/aggregate-call.ts";
import type { SortColumn } from "../table/rank/sort-order.ts";
import type { AlignedWindowSpec, WindowSpec } from "../table/window/window-spec.ts";
import { asList, listField, numberField, objectField, objectsField, textField } from "./json-fields.ts";
import type { JsonObject } from "./json.ts";
import { asText } from "./sql-fields.ts";

/** Returns the text in a field if it is one of `choices`. Throws a TypeError otherwise. */
export function choiceField<T extends string>(object: JsonObject, name: string, choices: readonly T[]): T {
  const text = textField(object, name);
  const choice = choices.find((other) => other === text);
  if (choice !== undefined) return choice;
  throw new TypeError(`${name} is none of ${choices.join(", ")}: ${text}`);
}

/** Returns the names of columns in a field. */
export function namesField(object: JsonObject, name: string): readonly string[] {
  return listField(object, name).map(asText);
}

/** Returns pairs of names in a field: `[["id", "id"]]`. */
export function pairsField(object: JsonObject, name: string): readonly (readonly [string, string])[] {
  return listField(object, name).map((pair) => {
    const [left, right] = asList(pair);
    return [asText(left), asText(right)];
  });
}

/** Returns the aggregate calls of a plan's operator. */
export function aggregatesOf(plan: JsonObject): readonly AggregateCall[] {
  return objectsField(plan, "aggs").map((call) => ({
    as: textField(call, "as"),
    function: choiceField(call, "fn", ["count", "sum", "min", "max", "avg"]),
    quantifier: call["distinct"] === true ? "distinct" : "all",
    ...(call["arg"] === undefined ? {} : { argument: textField(call, "arg") }),
  }));
}

/** Returns the ORDER BY of a plan's operator. */
export function orderByOf(plan: JsonObject): readonly SortColumn[] {
  return pairsField(plan, "orderBy").map(([column, direction]) => ({
    column,
    direction: direction === "desc" ? "desc" : "asc",
  }));
}

/** Returns the window of a plan's operator. */
export function windowOf(plan: JsonObject): WindowSpec {
  const window = objectField(plan, "window");
  if (textField(window, "type") !== "session") return alignedWindowOf(plan);
  return { type: "session", time: textField(window, "time"), gap: numberField(window, "gap") };
}

/** Returns the window of a plan's operator that takes no sessions. */
export function alignedWindowOf(plan: JsonObject): AlignedWindowSpec {
  const window = objectField(plan, "window");
  const type = choiceField(window, "type", ["tumble", "hop", "cumulate"]);
  const bounds = { time: textField(window, "time"), size: numberField(window, "size") };
  switch (type) {
    case "tumble":
      return { type, ...bounds };
    case "hop":
      return { type, ...bounds, slide: numberField(window, "slide") };
    case "cumulate":
      return { type, ...bounds, step: numberField(window, "step") };
  }
}
