import { EventTimeSessionWindows } from "../operators/window/assigners/session-windows.ts";
import { SlidingEventTimeWindows } from "../operators/window/assigners/sliding-windows.ts";
import { TumblingEventTimeWindows } from "../operators/window/assigners/tumbling-windows.ts";
import { mergeWindows, TimeWindow } from "../operators/window/time-window.ts";
import type { WindowAssigner } from "../operators/window/window-assigner.ts";
import { numberOf } from "./arithmetic.ts";
import { asList, listField, numberField, objectField, textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";

/** Plays `windowAssign`: the windows of each timestamp, in the order in which Flink assigns them. */
export function runWindowAssign(pipeline: JsonObject): Json {
  const assigner = assignerOf(objectField(pipeline, "assigner"));
  const context = { getCurrentProcessingTime: () => 0 };
  return listField(pipeline, "timestamps").map((timestamp) =>
    assigner.assignWindows(null, numberOf(timestamp), context).map(startAndEnd),
  );
}

function assignerOf(options: JsonObject): WindowAssigner<unknown, TimeWindow> {
  const type = textField(options, "type");
  const offset = numberField(options, "offset", 0);
  switch (type) {
    case "tumblingEventTime":
      return new TumblingEventTimeWindows(numberField(options, "size"), offset);
    case "slidingEventTime":
      return new SlidingEventTimeWindows(numberField(options, "size"), numberField(options, "slide"), offset);
    case "eventTimeSession":
      return new EventTimeSessionWindows(numberField(options, "gap"));
    default:
      throw new RangeError(`there is no assigner ${type}`);
  }
}

/** Plays `mergeWindows`: the windows that merge, with their parts in the order of a Java hash set. */
export function runMergeWindows(pipeline: JsonObject): Json {
  const windows = listField(pipeline, "windows").map((bounds) => {
    const [start, end] = asList(bounds).map(numberOf);
    return new TimeWindow(start ?? 0, end ?? 0);
  });
  return mergeWindows(windows).map(({ result, parts }) => ({
    result: startAndEnd(result),
    partsInSetOrder: parts.map(startAndEnd),
  }));
}

function startAndEnd({ start, end }: TimeWindow): Json {
  return [start, end];
}
