/** What a leaf queue of the CapacityScheduler is set to; all numbers are shares in [0, 1]. */
export interface QueueConfiguration {
  readonly name: string;
  /** `capacity`: what of the cluster it is guaranteed. */
  readonly capacity: number;
  /** `maximum-capacity`: what of the cluster it may use while others leave it free; 1. */
  readonly maximumCapacity?: number;
  /** `maximum-am-resource-percent`: what of its resources application masters may use; 0.1. */
  readonly maximumAmShare?: number;
}

/** YARN's default for the share of application masters. */
export const DEFAULT_MAXIMUM_AM_SHARE = 0.1;
