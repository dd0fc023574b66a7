import { runAlignmentGroup, runAlignmentReader } from "./fn-alignment.ts";
import { runJobGraph } from "./fn-job-graph.ts";
import {
  runDefaultMaxParallelism,
  runKeyGroup,
  runKeyGroupRanges,
  runMapOrder,
  runPartitioner,
} from "./fn-keys.ts";
import { runMemory } from "./fn-memory.ts";
import { runDebloat, runNetworkBuffers, runThroughput } from "./fn-network.ts";
import { runRestart } from "./fn-restart.ts";
import { runTaskTime } from "./fn-task-time.ts";
import { runMergeWindows, runWindowAssign } from "./fn-windows.ts";
import { textField } from "./json-fields.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Played, Scenario } from "./scenario.ts";

/** The functions of Flink that scenarios of kind `fn` call, by name. */
const functions: { readonly [name: string]: (pipeline: JsonObject) => Json } = {
  alignmentGroup: runAlignmentGroup,
  alignmentReader: runAlignmentReader,
  debloat: runDebloat,
  defaultMaxParallelism: runDefaultMaxParallelism,
  jobGraph: runJobGraph,
  keyGroup: runKeyGroup,
  keyGroupRanges: runKeyGroupRanges,
  mapOrder: runMapOrder,
  memory: runMemory,
  mergeWindows: runMergeWindows,
  networkBuffers: runNetworkBuffers,
  partitioner: runPartitioner,
  restart: runRestart,
  taskTime: runTaskTime,
  throughput: runThroughput,
  windowAssign: runWindowAssign,
};

/** Plays a scenario of kind `fn`: what a function of Flink that needs no running job gives. */
export function runFn({ pipeline = {} }: Scenario): Played {
  const run = functions[textField(pipeline, "fn")];
  return run === undefined ? { type: "not-built" } : { type: "result", result: run(pipeline) };
}
