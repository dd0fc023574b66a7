import type { AggregateSpec, StateSpecs } from "./function-specs.ts";
import type { Json } from "./json.ts";
import type { KeyedPipeline } from "./one-input-maker.ts";

/** A window assigner in the scenario language; sizes and gaps are in ms. */
export type AssignerSpec =
  | {
      readonly type: "tumblingEventTime" | "tumblingProcessingTime";
      readonly size: number;
      readonly offset?: number;
    }
  | {
      readonly type: "slidingEventTime" | "slidingProcessingTime";
      readonly size: number;
      readonly slide: number;
      readonly offset?: number;
    }
  | { readonly type: "eventTimeSession" | "processingTimeSession"; readonly gap: number }
  | { readonly type: "dynamicEventTimeSession"; readonly gapExpr: Json }
  | { readonly type: "global" };

/** A trigger in the scenario language; times are in ms. */
export type TriggerSpec =
  | { readonly type: "eventTime" | "processingTime" }
  | { readonly type: "count"; readonly count: number }
  | { readonly type: "continuousEventTime" | "continuousProcessingTime"; readonly interval: number }
  | { readonly type: "purging"; readonly of: TriggerSpec }
  | { readonly type: "delta"; readonly threshold: number; readonly field: string }
  | { readonly type: "timeout"; readonly timeout: number; readonly of: TriggerSpec };

/** An evictor in the scenario language. */
export type EvictorSpec = { readonly after?: boolean } & (
  | { readonly type: "count"; readonly count: number }
  | { readonly type: "time"; readonly size: number }
  | { readonly type: "delta"; readonly threshold: number; readonly field: string }
);

/** A window's function in the scenario language: what it folds, and what it does at a firing. */
export interface WindowFunctionSpec {
  readonly reduce?: Json;
  readonly aggregate?: AggregateSpec;
  readonly actions?: Json;
  readonly onClear?: Json;
  /** State of each window; only one of the two is there. */
  readonly windowState?: StateSpecs;
  /** State of each key, over all windows. */
  readonly globalState?: StateSpecs;
}

/** The pipeline of a window operator. */
export interface WindowPipeline extends KeyedPipeline {
  readonly assigner: AssignerSpec;
  readonly trigger?: TriggerSpec;
  readonly evictor?: EvictorSpec;
  readonly allowedLateness?: number;
  readonly lateTag?: string;
  readonly fn: WindowFunctionSpec;
}
