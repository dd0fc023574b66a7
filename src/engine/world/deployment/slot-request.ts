/** Operators of a job that may share slots: those of one slot sharing group. */
export interface SlotSharingGroupRequest {
  readonly name: string;
  /** The parallelism of each of its vertices. */
  readonly parallelisms: readonly number[];
}

/** Returns how many slots a job needs: in each slot sharing group as many as its widest vertex has subtasks. */
export function slotsNeeded(groups: readonly SlotSharingGroupRequest[]): number {
  return groups.reduce((total, { parallelisms }) => total + Math.max(0, ...parallelisms), 0);
}
