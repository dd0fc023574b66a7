import type { KafkaCluster } from "../../world/kafka/kafka-cluster.ts";

/** Returns the name of the transaction of a subtask that is committed with a checkpoint. */
export function transactionalId(prefix: string, subtask: number, checkpointId: number): string {
  return `${prefix}-${subtask}-${checkpointId}`;
}

/** Whose transactions a subtask has to abort before it begins. */
export interface LingeringTransactions {
  readonly prefix: string;
  readonly subtask: number;
  readonly parallelism: number;
  /** The first checkpoint that the job has not completed. */
  readonly startCheckpointId: number;
  readonly timeoutMs: number;
}

/**
 * Aborts what earlier attempts have left open, so that it holds no reader back. Nobody has written down what there was,
 * so names are tried one after another until one has never been used: first those of this subtask, then those of the
 * subtasks that it stands in for when there are fewer now (Flink's `TransactionAbortStrategyImpl.PROBING`).
 */
export function abortLingeringTransactions(cluster: KafkaCluster, lingering: LingeringTransactions): void {
  const { subtask, parallelism } = lingering;
  for (let candidate = subtask; abortOfSubtask(cluster, lingering, candidate) > 0;) candidate += parallelism;
}

/** Aborts the transactions of one subtask, and returns how many there were. */
function abortOfSubtask(cluster: KafkaCluster, lingering: LingeringTransactions, subtask: number): number {
  const { prefix, startCheckpointId, timeoutMs } = lingering;
  let count = 0;
  // To take a transactional id over aborts its transaction; an epoch of 0 says that there never was one.
  while (
    cluster.initProducerId(transactionalId(prefix, subtask, startCheckpointId + count), timeoutMs).epoch > 0
  ) {
    count += 1;
  }
  return count;
}
