import type { OutputTag } from "../operators/output-tag.ts";
import type { Partitioning } from "./partitioning.ts";

/** Whether an operator may run in one task with its neighbours (Flink's `ChainingStrategy`). */
export type ChainingStrategy = "ALWAYS" | "HEAD" | "NEVER";

/** What the programs of the streaming API are made of: a tree towards its sources (Flink's `Transformation`). */
export type Transformation =
  | OperatorTransformation
  | PartitionTransformation
  | SideOutputTransformation
  | UnionTransformation;

/** A source, an operator or a sink: something that runs. */
export interface OperatorTransformation {
  readonly kind: "operator";
  /** Grows in the order in which a program makes its transformations; jobs are laid out from the first source on. */
  readonly id: number;
  readonly name: string;
  /** One transformation for each input; none makes a source. */
  readonly inputs: readonly Transformation[];
  readonly parallelism: number;
  /** `null`: that of its inputs, if they agree, or the default one. */
  readonly slotSharingGroup: string | null;
  readonly chainingStrategy: ChainingStrategy;
}

/** Says how the stream before it is divided; it does not run (Flink's `PartitionTransformation`). */
export interface PartitionTransformation {
  readonly kind: "partition";
  readonly input: Transformation;
  readonly partitioning: Partitioning;
}

/** Takes a side output of the operator before it; it does not run (Flink's `SideOutputTransformation`). */
export interface SideOutputTransformation {
  readonly kind: "side-output";
  readonly input: Transformation;
  readonly outputTag: OutputTag<unknown>;
}

/** Several streams taken as one; it does not run (Flink's `UnionTransformation`). */
export interface UnionTransformation {
  readonly kind: "union";
  readonly inputs: readonly Transformation[];
}
