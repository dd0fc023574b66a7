import { IntervalJoinOperator, type IntervalJoinOptions } from "../operators/joins/interval-join-operator.ts";
import type { ProcessJoinFunction } from "../operators/joins/process-join-function.ts";
import { OutputTag } from "../operators/output-tag.ts";
import type { DrivenOperator } from "./driven-operator.ts";
import { evaluate, scopeOf } from "./expression.ts";
import type { Json, JsonObject } from "./json.ts";
import { specOf } from "./scenario.ts";
import { keyedTwoInputOperator, type TwoKeysPipeline } from "./two-input-maker.ts";

interface IntervalJoinPipeline extends TwoKeysPipeline {
  readonly lower: number;
  readonly upper: number;
  readonly lowerExclusive?: boolean;
  readonly upperExclusive?: boolean;
  readonly leftLateTag?: string;
  readonly rightLateTag?: string;
  readonly emit: Json;
}

/** Makes the operator of `stream.keyBy().intervalJoin(other).between()`. */
export function makeIntervalJoin(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<IntervalJoinPipeline>(pipeline);
  return keyedTwoInputOperator(
    spec,
    (parameters, keySelectors) =>
      new IntervalJoinOperator(parameters, keySelectors, joinFunctionOf(spec.emit), optionsOf(spec)),
  );
}

function joinFunctionOf(emit: Json): ProcessJoinFunction<Json, Json, Json> {
  return {
    processElement: (left, right, context, out) => {
      const [leftTs, rightTs] = [context.getLeftTimestamp(), context.getRightTimestamp()];
      out.collect(evaluate(emit, scopeOf({ left, right, leftTs, rightTs })));
    },
  };
}

function optionsOf(spec: IntervalJoinPipeline): IntervalJoinOptions<Json, Json> {
  return {
    lowerBound: spec.lower,
    upperBound: spec.upper,
    lowerBoundInclusive: spec.lowerExclusive !== true,
    upperBoundInclusive: spec.upperExclusive !== true,
    leftLateDataOutputTag: tagOf(spec.leftLateTag),
    rightLateDataOutputTag: tagOf(spec.rightLateTag),
  };
}

function tagOf(id: string | undefined): OutputTag<Json> | undefined {
  return id === undefined ? undefined : new OutputTag(id);
}
