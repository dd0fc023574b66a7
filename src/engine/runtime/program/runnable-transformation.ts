import type { StreamNode } from "../../graph/stream-graph.ts";
import type { OperatorTransformation } from "../../graph/transformation.ts";
import type { KeyType } from "../../java/hash-code.ts";
import type { OperatorFactory } from "./operator-factory.ts";

/** A transformation that can run: the graph lays it out, a task makes its operator. */
export interface RunnableTransformation extends OperatorTransformation {
  readonly factory: OperatorFactory;
  /** The user's name for the state of this operator, by which a savepoint finds it; `null`: one is derived. */
  readonly uid: string | null;
  /** The number of key groups; `null`: Flink's default for the parallelism. */
  readonly maxParallelism: number | null;
  /** The Java type of the keys; `undefined`: that of the values. */
  readonly keyType: KeyType | undefined;
  /** How long (virtual microseconds) the operator works on an element; `null`: no time at all. */
  readonly cost: CostModel | null;
}

/** Says how long an operator works on an element, in virtual microseconds. */
export type CostModel = (value: unknown) => number;

/** Returns what runs at a node. Throws if the graph was made of transformations that cannot run. */
export function runnableOf({ transformation }: Pick<StreamNode, "transformation">): RunnableTransformation {
  if (isRunnable(transformation)) return transformation;
  throw new Error(`${transformation.name} has no operator to run`);
}

function isRunnable(transformation: OperatorTransformation): transformation is RunnableTransformation {
  return "factory" in transformation;
}
