import { makeAsync } from "./async-maker.ts";
import { makeBroadcastProcess } from "./broadcast-maker.ts";
import { makeCep } from "./cep-maker.ts";
import { makeCoProcess } from "./co-process-maker.ts";
import type { DrivenOperatorMaker } from "./driven-operator.ts";
import { makeIntervalJoin } from "./interval-join-maker.ts";
import { makeKeyedProcess, makeReduce } from "./keyed-makers.ts";
import { makeFilter, makeFlatMap, makeMap, makeOperatorState, makeProcess } from "./plain-makers.ts";
import { makeTimestampsAndWatermarks } from "./watermarks-maker.ts";
import { makeCoGroup, makeWindowJoin } from "./window-join-makers.ts";
import { makeWindow } from "./window-maker.ts";

/** How the operators of scenarios are made, by the `op` of their pipeline. What isn't here isn't built. */
export const operatorMakers = new Map<string, DrivenOperatorMaker>([
  ["map", makeMap],
  ["filter", makeFilter],
  ["flatMap", makeFlatMap],
  ["process", makeProcess],
  ["operatorState", makeOperatorState],
  ["keyedProcess", makeKeyedProcess],
  ["reduce", makeReduce],
  ["window", makeWindow],
  ["timestampsAndWatermarks", makeTimestampsAndWatermarks],
  ["coProcess", makeCoProcess],
  ["broadcastProcess", makeBroadcastProcess],
  ["intervalJoin", makeIntervalJoin],
  ["join", makeWindowJoin],
  ["coGroup", makeCoGroup],
  ["async", makeAsync],
  ["cep", makeCep],
]);
