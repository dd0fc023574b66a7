import type { Partitioning } from "../../../src/engine/graph/partitioning.ts";
import type {
  OperatorTransformation,
  PartitionTransformation,
  Transformation,
  UnionTransformation,
} from "../../../src/engine/graph/transformation.ts";

/** Returns an operator behind `inputs`; none makes it a source. */
export function anOperator(
  name: string,
  inputs: readonly Transformation[],
  options: Partial<OperatorTransformation> = {},
): OperatorTransformation {
  return {
    kind: "operator",
    id: 0,
    name,
    inputs,
    parallelism: 1,
    slotSharingGroup: null,
    chainingStrategy: "ALWAYS",
    ...options,
  };
}

/** Returns a stream that is divided in the way of that name. */
export function partitioned(
  input: Transformation,
  name: Exclude<Partitioning["name"], "HASH" | "CUSTOM">,
): PartitionTransformation {
  return { kind: "partition", input, partitioning: { name } };
}

/** Returns several streams as one. */
export function aUnion(...inputs: readonly Transformation[]): UnionTransformation {
  return { kind: "union", inputs };
}
