import {
  DEFAULT_AUTO_WATERMARK_INTERVAL,
  TimestampsAndWatermarksOperator,
} from "../operators/timestamps-and-watermarks-operator.ts";
import { WatermarkStrategy } from "../time/watermark-strategy.ts";
import { numberOf } from "./arithmetic.ts";
import { partOf } from "./collections.ts";
import type { DrivenOperator } from "./driven-operator.ts";
import type { Json, JsonObject } from "./json.ts";
import { type ParallelPipeline, plainOperator } from "./one-input-maker.ts";
import { specOf } from "./scenario.ts";

interface WatermarkPipeline extends ParallelPipeline {
  readonly strategy: StrategySpec;
  /** The field of an element that has its timestamp. */
  readonly tsField?: string;
  /** Milliseconds between two watermarks. */
  readonly interval?: number;
  readonly emitProgressiveWatermarks?: boolean;
}

interface StrategySpec {
  readonly type: "bounded" | "ascending" | "none";
  /** Milliseconds. */
  readonly bound?: number;
  /** Milliseconds without elements, after which the stream is idle. */
  readonly idle?: number;
}

/** Makes the operator of `stream.assignTimestampsAndWatermarks()`. */
export function makeTimestampsAndWatermarks(pipeline: JsonObject): DrivenOperator {
  const spec = specOf<WatermarkPipeline>(pipeline);
  const strategy = strategyOf(spec);
  return plainOperator(
    spec,
    (parameters) =>
      new TimestampsAndWatermarksOperator<Json>(parameters, strategy, {
        autoWatermarkInterval: spec.interval ?? DEFAULT_AUTO_WATERMARK_INTERVAL,
        progress: spec.emitProgressiveWatermarks === false ? "only-at-the-end" : "progressive",
      }),
  );
}

function strategyOf({ strategy, tsField }: WatermarkPipeline): WatermarkStrategy<Json> {
  const bare = bareStrategyOf(strategy);
  const idling = strategy.idle === undefined ? bare : bare.withIdleness(strategy.idle);
  return tsField === undefined ? idling : idling.withTimestampAssigner((el) => numberOf(partOf(el, tsField)));
}

function bareStrategyOf({ type, bound = 0 }: StrategySpec): WatermarkStrategy<Json> {
  switch (type) {
    case "bounded":
      return WatermarkStrategy.forBoundedOutOfOrderness(bound);
    case "ascending":
      return WatermarkStrategy.forMonotonousTimestamps();
    case "none":
      return WatermarkStrategy.noWatermarks();
  }
}
