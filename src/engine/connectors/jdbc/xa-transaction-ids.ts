import type { XaResource } from "../../world/database/xa-resource.ts";

/** Which transactions are a subtask's own. */
export interface XaOwner {
  /** Begins the names of all transactions of a sink. */
  readonly prefix: string;
  readonly subtask: number;
  readonly parallelism: number;
}

/** Returns the name of the transaction of a subtask that is committed with a checkpoint. */
export function xaTransactionId({ prefix, subtask }: XaOwner, checkpointId: number): string {
  return `${prefix}-${subtask}-${checkpointId}`;
}

/**
 * Rolls back the prepared transactions that no completed checkpoint knows: nobody else will, and their rows are locked.
 * Those of completed checkpoints are left to the committer. With fewer subtasks than before, each stands in for several.
 */
export function rollBackUnknown(resource: XaResource, owner: XaOwner, completedCheckpointId: number): void {
  for (const xid of resource.recover()) {
    const transaction = parseXid(xid, owner.prefix);
    if (transaction === null || transaction.checkpointId <= completedCheckpointId) continue;
    if (transaction.subtask % owner.parallelism === owner.subtask) resource.rollback(xid);
  }
}

function parseXid(
  xid: string,
  prefix: string,
): { readonly subtask: number; readonly checkpointId: number } | null {
  if (!xid.startsWith(`${prefix}-`)) return null;
  const numbers = /^(\d+)-(\d+)$/.exec(xid.slice(prefix.length + 1));
  return numbers === null ? null : { subtask: Number(numbers[1]), checkpointId: Number(numbers[2]) };
}
