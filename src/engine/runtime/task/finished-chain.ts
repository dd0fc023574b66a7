import type { JobVertex } from "../../graph/job-graph.ts";
import { LONG_MAX } from "../../java/long.ts";
import type { SourceStreamOperator } from "../source/source-stream-operator.ts";
import type { InputPort } from "./input-port.ts";
import { OperatorChain } from "./operator-chain.ts";
import type { OutgoingEdge } from "./outgoing-edge.ts";

/**
 * Returns what stands for the operators of a task that had been over before the snapshot from which it starts (Flink's
 * `FinishedOperatorChain`): it makes no operators, and only passes on that time has come to its end.
 */
export function finishedChain(vertex: JobVertex, edges: readonly OutgoingEdge[]): OperatorChain {
  const endTime = () => {
    for (const { output } of edges) output.emitWatermark(LONG_MAX);
  };
  const port: InputPort = {
    processElement: () => {
      throw new Error("a task that is over has got a record");
    },
    processWatermark: (timestamp) => {
      if (timestamp === LONG_MAX) endTime();
    },
    processWatermarkStatus: () => {},
  };
  const source: SourceStreamOperator = {
    emitNext: () => "END_OF_INPUT",
    nextAvailableAt: () => Number.POSITIVE_INFINITY,
  };
  const isSource = vertex.inputs.length === 0;
  if (isSource) return new OperatorChain([], [], { ...source, finish: endTime });
  return new OperatorChain([], [port, port], null);
}
