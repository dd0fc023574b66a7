import type { ChainingStrategy, Transformation } from "../graph/transformation.ts";
import type { KeyType } from "../java/hash-code.ts";
import type { OperatorFactory } from "../runtime/program/operator-factory.ts";
import type { CostModel, RunnableTransformation } from "../runtime/program/runnable-transformation.ts";

/** What a transformation is made of; the rest can be said later. */
export interface StreamTransformationParts {
  readonly id: number;
  readonly name: string;
  readonly inputs: readonly Transformation[];
  readonly factory: OperatorFactory;
  readonly parallelism: number;
  readonly maxParallelism: number | null;
  /** The Java type of the keys of a keyed operator, if it isn't that of their values. */
  readonly keyType?: KeyType | undefined;
}

/** An operator, source or sink as a program says it; until the job runs, the program may change its mind. */
export class StreamTransformation implements RunnableTransformation {
  readonly kind = "operator";
  readonly id: number;
  readonly inputs: readonly Transformation[];
  readonly factory: OperatorFactory;
  readonly keyType: KeyType | undefined;
  name: string;
  parallelism: number;
  maxParallelism: number | null;
  slotSharingGroup: string | null = null;
  chainingStrategy: ChainingStrategy = "ALWAYS";
  uid: string | null = null;
  cost: CostModel | null = null;
  /** Whether the parallelism may be anything, or has to stay 1. */
  scaling: "parallel" | "non-parallel" = "parallel";

  constructor({
    id,
    name,
    inputs,
    factory,
    parallelism,
    maxParallelism,
    keyType,
  }: StreamTransformationParts) {
    this.id = id;
    this.name = name;
    this.inputs = inputs;
    this.factory = factory;
    this.parallelism = parallelism;
    this.maxParallelism = maxParallelism;
    this.keyType = keyType;
  }
}
