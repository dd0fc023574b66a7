import type { MailboxExecutor } from "../../operators/async/mailbox-executor.ts";
import type { StreamOperatorParameters } from "../../operators/stream-operator-parameters.ts";
import type {
  OneInputStreamOperator,
  StreamOperator,
  TwoInputStreamOperator,
} from "../../operators/stream-operator.ts";
import type { WatermarkAlignmentParams } from "../../time/watermark-alignment-params.ts";
import type { SourceStreamOperator } from "../source/source-stream-operator.ts";
import type { StatefulFunction } from "./stateful-function.ts";

/** What a task hands to an operator that it makes, besides what every operator gets. */
export interface TaskOperatorParameters<Out = unknown> extends StreamOperatorParameters<Out> {
  readonly mailboxExecutor: MailboxExecutor;
  /** Tells the task of a source that there may be something to read. */
  readonly wakeUp: () => void;
  /** Tells the coordinator of a source how far (ms) its reader is. */
  readonly reportWatermark: (watermark: number) => void;
  /** Gives the time (ms) of a clock that stands still while the task is back-pressured. */
  readonly activityTime: () => number;
  /** The checkpoint from which the job goes on; `null` if it begins anew. */
  readonly restoredCheckpointId: number | null;
  /** Whether there will be one more checkpoint after the end of the input. */
  readonly finalCheckpoint: "awaited" | "none";
}

/** What an operator that waits for others tells its task. */
export interface PendingWork {
  /** Whether the operator can take more input. */
  readonly isAvailable: () => boolean;
  /** How much the operator still waits for; the task does not end before it is nothing. */
  readonly numInFlight: () => number;
}

/** An operator as its factory made it. */
export interface CreatedOperator<Operator extends StreamOperator> {
  readonly operator: Operator;
  /** Its user function, as far as it takes part in checkpoints itself; called after the operator. */
  readonly userFunction?: StatefulFunction | undefined;
  readonly pendingWork?: PendingWork | undefined;
}

/** Makes the instances of an operator (Flink's `StreamOperatorFactory`); what flows through it has no type any more. */
export type OperatorFactory =
  | {
      readonly inputs: 0;
      readonly create: Create<SourceStreamOperator>;
      /** How the readers of the source wait for slower ones; `null`: they don't. */
      readonly alignment: WatermarkAlignmentParams | null;
    }
  | { readonly inputs: 1; readonly create: Create<OneInputStreamOperator<unknown>> }
  | { readonly inputs: 2; readonly create: Create<TwoInputStreamOperator<unknown, unknown>> };

type Create<Operator extends StreamOperator> = (
  parameters: TaskOperatorParameters,
) => CreatedOperator<Operator>;

/** Returns the factory of a source, without the type of its elements. */
export function sourceFactory<Out>(
  create: (parameters: TaskOperatorParameters<Out>) => SourceStreamOperator,
  alignment: WatermarkAlignmentParams | null,
): OperatorFactory {
  const created = (parameters: TaskOperatorParameters<Out>) => ({ operator: create(parameters) });
  return { inputs: 0, create: created, alignment };
}

/** Returns the factory of an operator with one input, without the types of its elements. */
export function oneInputFactory<In, Out>(
  create: (parameters: TaskOperatorParameters<Out>) => CreatedOperator<OneInputStreamOperator<In>>,
): OperatorFactory {
  return { inputs: 1, create } as OperatorFactory;
}

/** Returns the factory of an operator with two inputs, without the types of its elements. */
export function twoInputFactory<In1, In2, Out>(
  create: (parameters: TaskOperatorParameters<Out>) => CreatedOperator<TwoInputStreamOperator<In1, In2>>,
): OperatorFactory {
  return { inputs: 2, create } as OperatorFactory;
}
